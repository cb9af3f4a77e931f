import { describe, expect, test } from 'vitest'
import type { Form } from '../../src/fields/directory.ts'
import { CLASSES, directoryFiles, type Entry, entries, LANGUAGES, type Language, SPOKEN } from './read-content.ts'

const FILES = ['agencies', 'authorities', 'channels', 'companies', 'counters', 'people', 'places', 'services']

/** Fields an entry or a form may have; anything else is a slip of the pen. */
const ENTRY_FIELDS = ['name', 'company', 'home', 'rank', 'common', 'sort', 'fictitious', ...LANGUAGES]
const FORM_FIELDS: readonly (keyof Form)[] = [
  'name',
  'class',
  'article',
  'elides',
  'noun',
  'noun_class',
  'what',
  'called',
  'called_class',
  'short',
  'short_class',
  'via',
  'in',
  'to',
  'of',
  'demonym',
  'formerly',
]

/** Fields that must be there, by file; common nouns need only their noun. */
const REQUIRED: Readonly<Record<string, readonly (keyof Form)[]>> = {
  agencies: ['noun', 'what', 'called'],
  authorities: ['noun', 'called'],
  channels: ['noun', 'called', 'via'],
  companies: ['noun', 'what', 'called', 'short'],
  counters: ['noun', 'what', 'called'],
  people: ['what', 'called'],
  places: ['in'],
  services: ['noun', 'what', 'called'],
}

const ARTICLES: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>> = {
  fr: { ms: ['le', 'Le'], fs: ['la', 'La'], mp: ['les', 'Les'], fp: ['les', 'Les'] },
  en: { s: ['the'], p: ['the'] },
}

const all = entries()
const ids = new Set(all.map(({ id }) => id))
const forms = all.flatMap(({ file, id, entry }) =>
  LANGUAGES.map(language => ({ where: `${file}/${id} (${language})`, file, entry, language, form: entry[language] })),
)

/** The entries that break a rule, by where they stand: an empty list reads better than a failure per entry. */
function wrong(rule: (name: (typeof forms)[number]) => boolean): string[] {
  return forms.filter(name => !rule(name)).map(({ where }) => where)
}

const bare = (entry: Entry, form: Form): string => form.name ?? entry.name ?? ''

describe('the directory as a whole', () => {
  test('has one file per kind', () => expect(directoryFiles()).toEqual(FILES))

  test('names at least ninety companies and services', () => {
    const known = all.filter(({ file, entry }) => ['companies', 'services'].includes(file) && !entry.common)
    expect(known.length).toBeGreaterThanOrEqual(90)
  })

  test('uses an id once over all files', () => expect(all).toHaveLength(ids.size))

  test('writes ids in small letters, digits and hyphens', () => {
    expect([...ids].filter(id => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  test('knows every parent company', () => {
    const parents = all.flatMap(({ entry }) => entry.company ?? [])
    expect(parents.filter(parent => !ids.has(parent))).toEqual([])
  })

  test.each(LANGUAGES)('calls no two brands the same in %s', language => {
    const brands = all.filter(({ file, entry }) => !entry.common && file !== 'channels')
    const names = brands.map(({ entry }) => bare(entry, entry[language]))
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('gives ranks from 1 to 5', () => {
    const ranked = all.filter(({ entry }) => ![1, 2, 3, 4, 5].includes(entry.rank ?? 0))
    expect(ranked.map(({ id }) => id)).toEqual([])
  })

  test('has no unknown field', () => {
    const unknown = all.flatMap(({ id, entry }) => [
      ...Object.keys(entry).filter(key => !ENTRY_FIELDS.includes(key) && !SPOKEN.includes(key)),
      ...SPOKEN.flatMap(language => Object.keys(entry[language as Language] ?? {}))
        .filter(key => !(FORM_FIELDS as readonly string[]).includes(key))
        .map(key => `${id}: ${key}`),
    ])
    expect(unknown).toEqual([])
  })
})

describe('every form', () => {
  test('is a text, numbers in quotes included', () => {
    const fields = Object.values<unknown>
    expect(
      wrong(({ entry, form }) => typeof entry.name === 'string' && fields({ ...form, elides: '' }).every(isText)),
    ).toEqual([])
  })

  test('declares a class of its language', () => {
    expect(
      wrong(({ language, form }) =>
        [form.noun_class, form.called_class, form.short_class, form.class ?? 'absent'].every(
          cls => cls === undefined || CLASSES[language].includes(cls),
        ),
      ),
    ).toEqual([])
  })

  test('has the fields its kind needs', () => {
    const needed = (file: string, entry: Entry) => (entry.common ? ['noun' as const] : (REQUIRED[file] ?? []))
    expect(wrong(({ file, entry, form }) => needed(file, entry).every(field => form[field] !== undefined))).toEqual([])
  })

  test('has an article that goes with its class', () => {
    expect(
      wrong(
        ({ language, form }) =>
          form.article === undefined || (ARTICLES[language][form.class ?? '']?.includes(form.article) ?? false),
      ),
    ).toEqual([])
  })

  test('says in French whether a name in h or y elides', () => {
    expect(
      wrong(({ language, entry, form }) => {
        return language !== 'fr' || !/^[hy]/i.test(bare(entry, form)) || form.elides !== undefined
      }),
    ).toEqual([])
  })

  test('gives the class of its noun in French', () => {
    expect(wrong(({ language, form }) => language !== 'fr' || !form.noun || form.noun_class !== undefined)).toEqual([])
  })

  test('has no end point, no curly apostrophe, no special space, no quotation marks', () => {
    expect(
      wrong(({ form }) => !Object.values(form).some(text => /[’‘“”«»\u00a0\u202f]|[.,;:]$/.test(`${text}`))),
    ).toEqual([])
  })
})

describe('phrases', () => {
  const OPENING: Readonly<Record<Language, RegExp>> = {
    fr: /^(le |la |les |l'|un |une |cet? |cette )/,
    en: /^(the |an? )/,
  }

  test('a second mention opens with its article', () => {
    expect(
      wrong(({ language, form }) => {
        const mentions = [form.called, form.short].filter(text => text !== undefined)
        return mentions.every(text => OPENING[language].test(text) || /^[\w']+'s /.test(text))
      }),
    ).toEqual([])
  })

  test('a French explanation opens with its article', () => {
    expect(wrong(({ language, form }) => language !== 'fr' || !form.what || OPENING.fr.test(form.what))).toEqual([])
  })

  test('an English explanation is an apposition or a relative clause', () => {
    const fits = /^(the |an? |which |where |\p{Lu}[\p{L}\p{N}. ]*'s )/u
    expect(wrong(({ language, form }) => language !== 'en' || !form.what || fits.test(form.what))).toEqual([])
  })

  test.each(['called', 'short'] as const)('« %s » declares its own class in French', field => {
    expect(
      wrong(({ language, form }) => language !== 'fr' || !form[field] || form[`${field}_class`] !== undefined),
    ).toEqual([])
  })

  test.each(['called', 'short'] as const)('« %s » agrees with the class it declares', field => {
    expect(
      wrong(({ language, form }) => {
        const phrase = form[field]
        if (language !== 'fr' || !phrase) return true
        const cls = form[`${field}_class`] ?? ''
        if (/^(le|un|cet?) /.test(phrase)) return cls === 'ms'
        if (/^(la|une|cette) /.test(phrase)) return cls === 'fs'
        if (/^les /.test(phrase)) return cls.endsWith('p')
        return cls.endsWith('s') && cls.startsWith(FEMININE.test(phrase) ? 'f' : 'm')
      }),
    ).toEqual([])
  })

  test('networks on which companies speak say how', () => {
    const networks = all.filter(({ id }) =>
      ['x', 'facebook', 'instagram', 'threads', 'bluesky', 'mastodon', 'linkedin', 'telegram'].includes(id),
    )
    expect(networks).toHaveLength(8)
    expect(networks.filter(({ entry }) => !entry.fr.via || !entry.en.via)).toEqual([])
  })

  test('a channel is told with a preposition', () => {
    expect(wrong(({ form }) => !form.via || /^(sur|dans|en|par|lors|à|in|on|at|by) /.test(form.via))).toEqual([])
  })
})

/** Nouns that follow « l' » in the directory and are feminine. */
const FEMININE = /^l'(entreprise|application|organisation|agence|autorité|administration|encyclopédie|interview)/

const isText = (value: unknown): boolean => typeof value === 'string'

const known = Object.fromEntries(all.map(({ id, entry }) => [id, entry]))

test.each([
  ['instagram', 'ms', undefined, undefined],
  ['x', 'ms', undefined, false],
  ['huawei', 'ms', undefined, false],
  ['hydro-quebec', 'fs', undefined, true],
  ['hulu', 'ms', undefined, false],
  ['yahoo', 'ms', undefined, false],
  ['sncf', 'fs', 'la', undefined],
  ['sncb', 'fs', 'la', undefined],
  ['stib', 'fs', 'la', undefined],
  ['ratp', 'fs', 'la', undefined],
  ['rer', 'ms', 'le', undefined],
  ['bbc', 'fs', 'la', undefined],
  ['la-poste', 'fs', undefined, undefined],
  ['pages-jaunes', 'fp', 'les', undefined],
  ['afp', 'fs', 'la', undefined],
  ['ibpt', 'ms', 'le', undefined],
  ['arcep', 'fs', 'la', undefined],
  ['112', 'ms', 'le', undefined],
  ['atlas-bank', 'fs', 'la', undefined],
])('%s is %s with the article %s in French, elides: %s', (id, cls, article, elides) => {
  const { class: is, article: has, elides: does } = known[id]?.fr ?? {}
  expect([is, has, does]).toEqual([cls, article, elides])
})

test('what we made up says so', () => {
  const madeUp = all.filter(({ entry }) => entry.fictitious).map(({ id }) => id)
  expect(madeUp).toEqual(['telnova', 'orion-telecom', 'atlas-bank', 'nimbora', 'cobaltpay', 'nordlys'])
})
