import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { draftFieldsOf } from '../../src/intake/draft-fields.ts'
import { feedNames } from '../../src/intake/draft-names.ts'
import { readFeedWords } from '../../src/intake/feed-words.ts'
import { soundDraft } from '../../src/intake/make-draft.ts'
import { readFeed } from '../../src/intake/read-feed.ts'
import { openIncidentService } from '../../src/newsroom/incident-service.ts'
import { repository } from '../site/sample-newsroom.ts'

// Feeds as they were published, in the folder that DEPECHE_FEEDS names: they are their companies', and no part of this repository.

const folder = process.env.DEPECHE_FEEDS ?? ''
const isThere = folder !== '' && existsSync(folder)
if (!isThere) process.stderr.write('DEPECHE_FEEDS names no folder of real feeds: they are not read.\n')

const files = isThere
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      name => statSync(join(folder, name)).isFile() && !/readme/i.test(name),
    )
  : []

describe.skipIf(!isThere)('real feeds', () => {
  const program = openWorkspace(repository)
  const service = openIncidentService(withDefaults(program, program)).service

  test('ninety-five of a hundred incidents become drafts without an error, told in every edition', async () => {
    if (!service) throw new Error('no newsroom')
    const { context, site } = service.newsroom
    const words = readFeedWords(program)
    const drafting = { words, names: feedNames(context.directory, new Map()), languages: context.languages }
    const editions = await service.inEditions()
    const counts = new Map<string, { read: number; made: number; refused: string[] }>()
    for (const name of files) {
      const settings = { words, zone: site.zone, provider: name.split('/').at(-2) ?? 'Orion' }
      const bytes = readFileSync(join(folder, name))
      const own = /\.md$/.test(name) ? settings : { words, zone: site.zone }
      const { format = 'none', incidents, refused } = readFeed(name, bytes, own)
      const count = counts.get(format) ?? { read: 0, made: 0, refused: [] }
      counts.set(format, count)
      count.refused.push(...refused.map(({ what, why }) => `${what}: ${why}`))
      for (const one of incidents) {
        count.read++
        const fields = draftFieldsOf(one, drafting)
        const file = 'content/incidents/2026/2026-01-01-feed.yaml'
        const drafted = fields && soundDraft(`feed/${count.read}`, file, fields, service, key => key)
        const read = drafted && service.read({ file, text: drafted.text })
        if (!read?.incident) {
          count.refused.push(`${one.title}: no draft`)
          continue
        }
        const { articles } = editions.realise(read.incident)
        expect(articles.every(({ headline }) => headline.text !== '')).toBe(true)
        count.made++
      }
    }
    for (const [format, { read, made, refused }] of counts)
      process.stdout.write(`${`${format}: ${read} read, ${made} made${refused.map(one => `\n  ${one}`).join('')}`}\n`)
    const all = [...counts.values()]
    const sum = (key: 'read' | 'made') => all.reduce((total, one) => total + one[key], 0)
    expect(sum('made') / sum('read')).toBeGreaterThanOrEqual(0.95)
  }, 300_000)
})
