import { describe, expect, test } from 'vitest'
import { diff } from '../../../src/cli/commands/diff.ts'
import { Usage } from '../../../src/cli/usage-error.ts'
import { committed, id } from '../committed-newsroom.ts'

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
    newsroom.edit(text => text.replace('value: thousands', 'value: hundreds'))
    await diff(id, { from: 'HEAD', edition: 'en' }, newsroom.settings, newsroom.terminal)
    expect(newsroom.heard.out).toMatch(
      /^\[en\]\n\nstandfirst\n- .*thousands.*\n\+ .*hundreds.*\n {4}because of line \d+: counts: /,
    )
    // The article does not say again what stands above it.
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
