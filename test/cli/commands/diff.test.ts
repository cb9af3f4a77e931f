import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diff } from '../../../src/cli/commands/diff.ts'
import { translations } from '../../../src/cli/commands/translations.ts'
import { Usage } from '../../../src/cli/usage-error.ts'
import { type FileVersion, staleTexts, unitsOf } from '../../../src/edit/stale-texts.ts'
import { openTestNewsroom, type TestNewsroom } from '../test-newsroom.ts'

const id = '2024-12-11-meta'
const file = `content/incidents/2024/${id}.yaml`

function committed(): TestNewsroom & {
  edit: (change: (text: string) => string, path?: string) => void
  commit: () => void
} {
  const newsroom = openTestNewsroom()
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', newsroom.root, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      stdio: 'pipe',
    })
  const commit = () => {
    git('add', '-A')
    git('commit', '-q', '-m', 'x', '--allow-empty')
  }
  git('init', '-q')
  commit()
  return {
    ...newsroom,
    commit,
    edit: (change, path = file) => newsroom.write(path, change(readFileSync(join(newsroom.root, path), 'utf8'))),
  }
}

describe('depeche diff', () => {
  test('says that nothing changed', async () => {
    const newsroom = committed()
    expect(await diff(id, { from: 'HEAD' }, newsroom.settings, newsroom.terminal)).toBe(0)
    expect(newsroom.heard.out).toBe('')
    expect(newsroom.heard.err).toContain('have not changed since HEAD')
  })

  test('a later moment changes both articles, because of its line', async () => {
    const newsroom = committed()
    newsroom.edit(text => text.replace('as_of: 2024-12-11T19:25', 'as_of: 2024-12-11T20:40'))
    await diff(id, { from: 'HEAD', json: true }, newsroom.settings, newsroom.terminal)
    const { editions } = JSON.parse(newsroom.heard.out)
    expect(editions.map(({ edition }: { edition: string }) => edition)).toEqual(['fr', 'en'])
    for (const { changes } of editions) {
      expect(changes.length).toBeGreaterThan(0)
      for (const { because } of changes)
        expect(because).toContainEqual({ line: expect.any(Number), text: 'as_of: 2024-12-11T20:40+01:00', old: false })
    }
  })

  test('a figure changes the sentence that tells it, and only that one', async () => {
    const newsroom = committed()
    newsroom.edit(text => text.replace('value: thousands', 'value: millions'))
    await diff(id, { from: 'HEAD', edition: 'en' }, newsroom.settings, newsroom.terminal)
    expect(newsroom.heard.out).toMatch(
      /^\[en\]\n\narticle\n- .*thousands.*\n\+ .*millions.*\n {4}because of line \d+: counts: /,
    )
    expect(newsroom.heard.out.match(/^\+/gm)).toHaveLength(1)
  })

  test('a new incident is all new; a revision that is not there is named', async () => {
    const newsroom = committed()
    const fresh = 'content/incidents/2026/2026-01-02-facebook.yaml'
    newsroom.write(fresh, 'state: ongoing\nas_of: 2026-01-02T19:00\nservices: [facebook]\n')
    await diff('2026-01-02-facebook', { from: 'HEAD' }, newsroom.settings, newsroom.terminal)
    expect(newsroom.heard.err).toContain('is not in HEAD yet')
    expect(newsroom.heard.out).toMatch(/^\+ /m)
    await expect(diff(id, { from: 'nowhere' }, newsroom.settings, newsroom.terminal)).rejects.toMatchObject({
      key: 'git',
      slots: { revision: 'nowhere', reason: 'fatal: Needed a single revision' },
    })
    await expect(diff(id, { from: '--output=x' }, newsroom.settings, newsroom.terminal)).rejects.toBeInstanceOf(Usage)
  })
})

describe('depeche translations', () => {
  const listed = async (newsroom: TestNewsroom) => {
    newsroom.heard.out = ''
    await translations(undefined, { json: true }, newsroom.settings, newsroom.terminal)
    return (JSON.parse(newsroom.heard.out) as { translations: Record<string, unknown>[] }).translations
  }

  test('lists what is missing, with its line', async () => {
    const newsroom = committed()
    const before = (await listed(newsroom)).length
    newsroom.edit(text => `${text}background: { fr: Une phrase. }\n`)
    const found = await listed(newsroom)
    expect(found).toHaveLength(before + 1)
    expect(found).toContainEqual(
      expect.objectContaining({ incident: id, kind: 'missing', language: 'en', field: 'background' }),
    )
  })

  test('names the field as it stands in the file, and with its place in a list', async () => {
    const newsroom = committed()
    const path = 'content/incidents/2022/2022-07-08-rogers.yaml'
    newsroom.edit(
      text =>
        text
          .replace(/\n +en: police in Toronto.*/, '')
          .replace('- who: crtc', '- who: { fr: un ingénieur }')
          .replace(/\n +translations:\n +fr:\n +text: .*\n +by: desk/, ''),
      path,
    )
    expect((await listed(newsroom)).map(({ language, field }) => `${language}: ${field}`)).toEqual([
      'fr: third_parties › 0 › quote',
      'en: third_parties › 1 › who',
      'en: knock_on › 1',
    ])
  })

  test('a text that changed while its translation stayed, until the translation follows', async () => {
    const newsroom = committed()
    const path = 'content/incidents/2025/2025-11-18-cloudflare.yaml'
    const french = 'fr: le retour à une version antérieure du fichier'
    newsroom.edit(text => text.replace(french, 'fr: le remplacement complet du fichier par un autre'), path)
    const stale = { kind: 'stale', language: 'en', changed: 'fr', field: 'a return to an earlier version of the file' }
    expect(await listed(newsroom)).toContainEqual(expect.objectContaining({ ...stale, revision: '' }))
    newsroom.commit()
    newsroom.edit(text => `${text}# later\n`, path)
    newsroom.commit()
    const [found] = (await listed(newsroom)).filter(({ kind }) => kind === 'stale')
    expect(found).toMatchObject(stale)
    expect(found?.revision).toMatch(/^[0-9a-f]{7,}$/)
    newsroom.edit(text => text.replace('en: a return to an earlier version', 'en: the complete replacement'), path)
    expect((await listed(newsroom)).filter(({ kind }) => kind === 'stale')).toEqual([])
  })

  test('a hand-written text that did not follow the other', async () => {
    const newsroom = committed()
    const path = 'content/incidents/2025/2025-11-18-cloudflare.fr.md'
    newsroom.edit(text => `${text}\nUn paragraphe de plus, que l'anglais ne dit pas.\n`, path)
    newsroom.commit()
    expect(await listed(newsroom)).toContainEqual(
      expect.objectContaining({ kind: 'stale', language: 'en', file: path.replace('.fr.', '.en.') }),
    )
  })

  test('people read it by incident', async () => {
    const newsroom = committed()
    newsroom.edit(text => `${text}background: { fr: Une phrase. }\n`)
    newsroom.heard.out = ''
    await translations(id, {}, newsroom.settings, newsroom.terminal)
    expect(newsroom.heard.out).toContain(`${id}\n  en: "background" is missing, line`)
    expect(newsroom.heard.err).toContain('1 to translate')
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
