import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diff } from '../../src/cli/diff.ts'
import { translations } from '../../src/cli/translations.ts'
import { Usage } from '../../src/cli/usage.ts'
import { type FileVersion, staleTexts, unitsOf } from '../../src/edit/stale.ts'
import { openDesk, type TestDesk } from './desk.ts'

const id = '2024-12-11-meta'
const file = `content/incidents/2024/${id}.yaml`

function committed(): TestDesk & {
  edit: (change: (text: string) => string, path?: string) => void
  commit: () => void
} {
  const desk = openDesk()
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', desk.root, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      stdio: 'pipe',
    })
  const commit = () => {
    git('add', '-A')
    git('commit', '-q', '-m', 'x', '--allow-empty')
  }
  git('init', '-q')
  commit()
  return {
    ...desk,
    commit,
    edit: (change, path = file) => desk.write(path, change(readFileSync(join(desk.root, path), 'utf8'))),
  }
}

describe('depeche diff', () => {
  test('says that nothing changed', async () => {
    const desk = committed()
    expect(await diff(id, { from: 'HEAD' }, desk.settings, desk.terminal)).toBe(0)
    expect(desk.heard.out).toBe('')
    expect(desk.heard.err).toContain('have not changed since HEAD')
  })

  test('a later moment changes both articles, because of its line', async () => {
    const desk = committed()
    desk.edit(text => text.replace('as_of: 2024-12-11T19:25', 'as_of: 2024-12-11T20:40'))
    await diff(id, { from: 'HEAD', json: true }, desk.settings, desk.terminal)
    const { editions } = JSON.parse(desk.heard.out)
    expect(editions.map(({ edition }: { edition: string }) => edition)).toEqual(['fr', 'en'])
    for (const { changes } of editions) {
      expect(changes.length).toBeGreaterThan(0)
      for (const { because } of changes)
        expect(because).toContainEqual({ line: expect.any(Number), text: 'as_of: 2024-12-11T20:40+01:00', old: false })
    }
  })

  test('a figure changes the sentence that tells it, and only that one', async () => {
    const desk = committed()
    desk.edit(text => text.replace('value: thousands', 'value: millions'))
    await diff(id, { from: 'HEAD', edition: 'en' }, desk.settings, desk.terminal)
    expect(desk.heard.out).toMatch(
      /^\[en\]\n\narticle\n- .*thousands.*\n\+ .*millions.*\n {4}because of line \d+: counts: /,
    )
    expect(desk.heard.out.match(/^\+/gm)).toHaveLength(1)
  })

  test('a new incident is all new; a revision that is not there is named', async () => {
    const desk = committed()
    const fresh = 'content/incidents/2026/2026-01-02-facebook.yaml'
    desk.write(fresh, 'state: ongoing\nas_of: 2026-01-02T19:00\nservices: [facebook]\n')
    await diff('2026-01-02-facebook', { from: 'HEAD' }, desk.settings, desk.terminal)
    expect(desk.heard.err).toContain('is not in HEAD yet')
    expect(desk.heard.out).toMatch(/^\+ /m)
    await expect(diff(id, { from: 'nowhere' }, desk.settings, desk.terminal)).rejects.toBeInstanceOf(Usage)
    await expect(diff(id, { from: '--output=x' }, desk.settings, desk.terminal)).rejects.toBeInstanceOf(Usage)
  })
})

describe('depeche translations', () => {
  const listed = (desk: TestDesk) => {
    desk.heard.out = ''
    translations(undefined, { json: true }, desk.settings, desk.terminal)
    return (JSON.parse(desk.heard.out) as { translations: Record<string, unknown>[] }).translations
  }

  test('lists what is missing, with its line', () => {
    const desk = committed()
    const before = listed(desk).length
    desk.edit(text => `${text}background: { fr: Une phrase. }\n`)
    const found = listed(desk)
    expect(found).toHaveLength(before + 1)
    expect(found).toContainEqual(
      expect.objectContaining({ incident: id, kind: 'missing', language: 'en', field: 'background' }),
    )
  })

  test('names the field as it stands in the file, and with its place in a list', () => {
    const desk = committed()
    const path = 'content/incidents/2022/2022-07-08-rogers.yaml'
    desk.edit(
      text =>
        text
          .replace(/\n +en: police in Toronto.*/, '')
          .replace('- who: crtc', '- who: { fr: un ingénieur }')
          .replace(/\n +translations:\n +fr:\n +text: .*\n +by: desk/, ''),
      path,
    )
    expect(listed(desk).map(({ language, field }) => `${language}: ${field}`)).toEqual([
      'fr: third_parties › 0 › quote',
      'en: third_parties › 1 › who',
      'en: knock_on › 1',
    ])
  })

  test('a text that changed while its translation stayed, until the translation follows', () => {
    const desk = committed()
    const path = 'content/incidents/2025/2025-11-18-cloudflare.yaml'
    const french = 'fr: le retour à une version antérieure du fichier'
    desk.edit(text => text.replace(french, 'fr: le remplacement complet du fichier par un autre'), path)
    const stale = { kind: 'stale', language: 'en', changed: 'fr', field: 'a return to an earlier version of the file' }
    expect(listed(desk)).toContainEqual(expect.objectContaining({ ...stale, revision: '' }))
    desk.commit()
    desk.edit(text => `${text}# later\n`, path)
    desk.commit()
    const [found] = listed(desk).filter(({ kind }) => kind === 'stale')
    expect(found).toMatchObject(stale)
    expect(found?.revision).toMatch(/^[0-9a-f]{7,}$/)
    desk.edit(text => text.replace('en: a return to an earlier version', 'en: the complete replacement'), path)
    expect(listed(desk).filter(({ kind }) => kind === 'stale')).toEqual([])
  })

  test('a hand-written text that did not follow the other', () => {
    const desk = committed()
    const path = 'content/incidents/2025/2025-11-18-cloudflare.fr.md'
    desk.edit(text => `${text}\nUn paragraphe de plus, que l'anglais ne dit pas.\n`, path)
    desk.commit()
    expect(listed(desk)).toContainEqual(
      expect.objectContaining({ kind: 'stale', language: 'en', file: path.replace('.fr.', '.en.') }),
    )
  })

  test('people read it by incident', () => {
    const desk = committed()
    desk.edit(text => `${text}background: { fr: Une phrase. }\n`)
    desk.heard.out = ''
    translations(id, {}, desk.settings, desk.terminal)
    expect(desk.heard.out).toContain(`${id}\n  en: "background" is missing, line`)
    expect(desk.heard.err).toContain('1 to translate')
  })
})

describe('out of date by content, not by date', () => {
  const version = (fr: string | undefined, en: string | undefined, revision = '', reviewed = ''): FileVersion => ({
    revision,
    reviewed,
    units: [{ ...(fr && { fr }), ...(en && { en }) }],
  })
  const long = 'Une phrase assez longue pour une coquille'
  test.each<[string, FileVersion[], string[]]>([
    ['nothing before', [version('a', 'b')], []],
    ['both rewritten together', [version('un', 'one', '1'), version('deux', 'two', '2')], []],
    ['one rewritten', [version('un', 'one', '1'), version('deux', 'one', '2')], ['en']],
    ['the other rewritten', [version('un', 'one', '1'), version('un', 'two', '2')], ['fr']],
    ['followed later', [version('un', 'one', '1'), version('deux', 'one', '2'), version('deux', 'two', '3')], []],
    ['translated for the first time', [version('un', undefined, '1'), version('un', 'one', '2')], []],
    ['capitals and accents', [version('à côté', 'one', '1'), version('A COTE', 'one', '2')], []],
    ['a slip', [version(long, 'one', '1'), version(long.replace('coquille', 'coqille'), 'one', '2')], []],
    ['a figure is no slip', [version(`${long} 18`, 'one', '1'), version(`${long} 19`, 'one', '2')], ['en']],
    ['reviewed since', [version('un', 'one', '1'), version('deux', 'one', '2', 'by me')], []],
    [
      'not stale by other commits',
      [version('un', 'one', '1'), version('un', 'one', '2'), version('un', 'one', '3')],
      [],
    ],
  ])('%s', (_, versions, languages) => {
    expect(staleTexts(versions).map(({ language }) => language)).toEqual(languages)
  })

  test('a quote and its translations are one text, and lists may be reordered', () => {
    const quote = { original: { lang: 'en', text: 'Hello' }, translations: { fr: { text: 'Bonjour', by: 'desk' } } }
    expect(unitsOf({ statements: [quote] }, ['fr', 'en'])).toEqual([{ en: 'Hello', fr: 'Bonjour' }])
    const one = { fr: 'un', en: 'one' }
    const two = { fr: 'deux', en: 'two' }
    const versions = [
      { revision: '1', reviewed: '', units: [one, two] },
      { revision: '2', reviewed: '', units: [{ fr: 'zéro', en: 'zero' }, two, one] },
    ]
    expect(staleTexts(versions)).toEqual([])
  })
})
