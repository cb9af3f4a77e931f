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
})
