import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { draftFieldsOf } from '../../src/intake/draft-fields.ts'
import { feedNames } from '../../src/intake/draft-names.ts'
import { feedFormats } from '../../src/intake/feed-formats.ts'
import type { FeedIncident } from '../../src/intake/feed-incident.ts'
import { readFeedWords } from '../../src/intake/feed-words.ts'
import { soundDraft } from '../../src/intake/make-draft.ts'
import { readFeed } from '../../src/intake/read-feed.ts'
import { readPayload } from '../../src/intake/read-payload.ts'
import { openRoom } from './newsroom-for-feeds.ts'
import { openProgram } from './program-files.ts'

export const samples = join(import.meta.dirname, 'samples')

/** What is known of a sample of a format. */
export interface KnownFeed {
  readonly file: string
  /** By the id of the incident: what must come out. */
  readonly incidents: Readonly<Record<string, Partial<FeedIncident>>>
}

export const settings = { words: readFeedWords(openProgram()), zone: 'Europe/Brussels', provider: 'Orion' }

/** Reads a sample in the format that recognises it. */
export const readSample = (file: string) => readFeed(basename(file), readFileSync(join(samples, file)), settings)

/** What every format promises: it alone recognises its feeds, reads them the same each time, and makes sound drafts. */
export function keepsTheFeedPromise(name: string, { file, incidents }: KnownFeed): void {
  describe(name, () => {
    const bytes = readFileSync(join(samples, file))
    const payload = readPayload(file, bytes)
    if (typeof payload === 'string') throw new Error(payload)

    test('alone recognises its feed', () => {
      expect(feedFormats.filter(format => format.recognises(payload)).map(format => format.name)[0]).toBe(name)
    })

    test('says what the feed says', () => {
      const read = readFeed(file, bytes, settings)
      const found = Object.fromEntries(read.incidents.map(one => [one.id, one]))
      expect(Object.keys(found).sort()).toEqual(Object.keys(incidents).sort())
      for (const [id, known] of Object.entries(incidents)) expect(found[id]).toMatchObject(known)
    })

    test('reads the same twice', () => {
      expect(readFeed(file, bytes, settings)).toEqual(readFeed(file, bytes, settings))
    })

    test('makes drafts that check has no error for', () => {
      const service = openRoom()
      const { directory, languages } = service.newsroom.context
      const context = { words: settings.words, names: feedNames(directory, new Map()), languages }
      for (const one of readFeed(file, bytes, settings).incidents) {
        const fields = draftFieldsOf(one, context)
        expect(fields, one.id).toBeDefined()
        if (!fields) continue
        const drafted = soundDraft(
          `orion/${one.id}`,
          'content/incidents/2026/2026-01-01-orion.yaml',
          fields,
          service,
          key => key,
        )
        expect(drafted, one.id).toBeDefined()
        expect(drafted?.draft.remarks.filter(({ key }) => key === 'refused')).toEqual([])
      }
    })

    test('survives a feed that is cut off or changed anywhere', () => {
      for (let at = 0; at < bytes.length; at += 37) {
        readFeed(file, bytes.subarray(0, at), settings)
        const other = Uint8Array.from(bytes)
        other[at] = (other[at] ?? 0) ^ 21
        readFeed(file, other, settings)
      }
    })
  })
}
