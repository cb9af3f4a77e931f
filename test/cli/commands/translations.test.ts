import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { translations } from '../../../src/cli/commands/translations.ts'
import { committed, id } from '../committed-newsroom.ts'
import type { TestNewsroom } from '../test-newsroom.ts'

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

  describe('as XLIFF', () => {
    const out = async (newsroom: TestNewsroom) => {
      expect(await translations(undefined, { xliff: 'out' }, newsroom.settings, newsroom.terminal)).toBe(0)
      const read = (pair: string) => readFileSync(join(newsroom.settings.workspace.root, `out/${pair}.xlf`), 'utf8')
      return { read, root: newsroom.settings.workspace.root }
    }
    const back = (newsroom: TestNewsroom, text: string) => {
      writeFileSync(join(newsroom.settings.workspace.root, 'back.xlf'), text)
      return translations(undefined, { import: 'back.xlf' }, newsroom.settings, newsroom.terminal)
    }
    const said = 'background: { fr: "Une phrase & « deux » <b>." } # kept\n'

    test('goes out with what is missing, and comes in where it belongs, comments kept', async () => {
      const newsroom = committed()
      newsroom.edit(text => `${text}${said}`)
      const { read, root } = await out(newsroom)
      const file = read('fr-en')
      expect(file).toContain(
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="en">',
      )
      expect(file).toContain('name="/background"')
      expect(file).toContain('<source xml:space="preserve">Une phrase &amp; « deux » &lt;b&gt;.</source>')
      const given = file.replace(/(<source[^>]*>Une phrase[^\n]*)/, '$1<target>A sentence &amp; "two".</target>')
      expect(await back(newsroom, given)).toBe(0)
      const incident = readFileSync(join(root, `content/incidents/${id.slice(0, 4)}/${id}.yaml`), 'utf8')
      expect(incident).toMatch(/background: \{ fr: "Une phrase & « deux » <b>\.", en: .*A sentence & .*two.* \} # kept/)
      // Nothing is left in that pair: what was handed out of it is gone.
      await out(newsroom)
      expect(existsSync(join(root, 'out/fr-en.xlf'))).toBe(false)
    })

    test('leaves a text whose source has changed, and says so', async () => {
      const newsroom = committed()
      newsroom.edit(text => `${text}${said}`)
      const { read } = await out(newsroom)
      const given = read('fr-en').replace(/(<source[^>]*>Une phrase[^\n]*)/, '$1<target>A sentence.</target>')
      newsroom.edit(text => text.replace('Une phrase', 'Une autre phrase'))
      newsroom.heard.out = ''
      expect(await back(newsroom, given)).toBe(1)
      expect(newsroom.heard.out).toContain('/background')
    })

    test.each(['', '<html/>', '<xliff version="1.2"/>', '<!DOCTYPE x><xliff version="2.0"/>'])(
      'refuses %j',
      async text => {
        await expect(back(committed(), text)).rejects.toThrow()
      },
    )
  })
})
