import { describe, expect, test } from 'vitest'
import { marks, quoted, sentences, splitQuote } from '../../src/language/quote.ts'
import { fc } from '../machine/property.ts'
import { allLocales } from './locales.ts'

const locales = await allLocales()
const fr = locales.fr as never
const en = locales.en as never

describe('a quote takes the marks of the edition, and those inside it the next ones', () => {
  test.each([
    ['la gêne occasionnée', '« la gêne occasionnée »', '“la gêne occasionnée”'],
    ['dit "oui" et non', '« dit “oui” et non »', '“dit ‘oui’ et non”'],
    ['dit « oui » et non', '« dit “oui” et non »', '“dit ‘oui’ et non”'],
    ['dit “oui” et non', '« dit “oui” et non »', '“dit ‘oui’ et non”'],
    ['dit „oui“ et non', '« dit “oui” et non »', '“dit ‘oui’ et non”'],
    ['dit ‘oui’ et non', '« dit “oui” et non »', '“dit ‘oui’ et non”'],
    ['a « b “c” d » e', '« a “b ‘c’ d” e »', '“a ‘b “c” d’ e”'],
    ['"oui" et "non"', '« “oui” et “non” »', '“‘oui’ et ‘non’”'],
    ["it's ‘the users’ apps’", "« it's “the users’ apps” »", null],
    // what does not pair is left letter for letter
    ['un écran de 24" cassé', '« un écran de 24" cassé »', '“un écran de 24" cassé”'],
    ['dit « oui', '« dit « oui »', '“dit « oui”'],
    ['oui » dit', '« oui » dit »', '“oui » dit”'],
  ])('%s', (text, french, english) => {
    if (text.startsWith("it's")) return expect(quoted(fr, text)).toContain('“the users')
    expect(quoted(fr, text)).toBe(french)
    expect(quoted(en, text)).toBe(english)
  })

  test('deeper, and in a headline', () => {
    expect(quoted(fr, 'oui', 2)).toBe('“oui”')
    expect(quoted(en, 'oui', 2)).toBe('‘oui’')
    expect(quoted(en, 'any "real" inconvenience', 'headline')).toBe('‘any “real” inconvenience’')
    expect(quoted(fr, 'la gêne', 'headline')).toBe('« la gêne »')
    expect(marks(fr)).toEqual(['« ', ' »'])
    expect(marks(en, 'headline')).toEqual(['‘', '’'])
  })

  test('a text without marks is not touched', () => {
    const plain = fc.string({ unit: fc.constantFrom(..."abcé ,.!?;:’'-0123\u00A0") })
    fc.assert(
      fc.property(plain, text => {
        expect(quoted(en, text)).toBe(`“${text.trim()}”`)
      }),
    )
  })
})

describe('sentences of a quote in its own language', () => {
  test.each([
    ['en', "We're aware of it. We apologize for it.", ["We're aware of it.", 'We apologize for it.']],
    ['en', 'Mr. Smith left at 5 p.m. yesterday. He is back.', ['Mr. Smith left at 5 p.m. yesterday.', 'He is back.']],
    ['en', 'J. R. Jones of Orion Inc. says so. Fine.', ['J. R. Jones of Orion Inc. says so.', 'Fine.']],
    ['en', 'Really? Yes! Right.', ['Really?', 'Yes!', 'Right.']],
    ['en', 'Version 2.1 is out. Update now.', ['Version 2.1 is out.', 'Update now.']],
    ['en', 'See status.orion.example. Thanks.', ['See status.orion.example.', 'Thanks.']],
    ['fr', 'Nous sommes conscients. Désolés ! Merci.', ['Nous sommes conscients.', 'Désolés !', 'Merci.']],
    ['fr', 'M. Dupont le dit. Fin.', ['M. Dupont le dit.', 'Fin.']],
    ['de', 'Wir arbeiten daran. Danke.', ['Wir arbeiten daran.', 'Danke.']],
    ['en', 'One line\nAnother line', ['One line', 'Another line']],
    ['en', 'No point', ['No point']],
    ['en', '', []],
  ])('%s: %s', (lang, text, expected) => {
    const abbreviations = (locales[lang]?.grammar.abbreviations ?? []) as string[]
    expect(sentences(text, lang, abbreviations)).toEqual(expected)
  })

  test('the first and the rest', () => {
    expect(splitQuote(' A b. C d. E f. ', 'en')).toEqual({ first: 'A b.', rest: 'C d. E f.' })
    expect(splitQuote('A b', 'en')).toEqual({ first: 'A b', rest: '' })
  })

  test('nothing is lost', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ABab .!?’"') }), text => {
        const { first, rest } = splitQuote(text, 'en')
        expect((first + rest).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    ))
})
