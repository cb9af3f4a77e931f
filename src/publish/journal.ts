import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomically } from '../foundation/atomic-write.ts'
import type { PostFields } from './post-fields.ts'

/** A step about to be done, or done. */
export interface JournalStep {
  readonly step: 'draft' | 'drafted' | 'create' | 'update' | 'done' | 'unpublish'
  readonly key: string
  readonly id?: string
  readonly address?: string
}

/**
 * What this machine remembers of a destination. Nothing depends on it for safety: the state of the destination
 * decides. It tells a person what was done when, and keeps our last texts, the base of three-way merges.
 */
export interface Journal {
  note(step: JournalStep): void
  remember(key: string, fields: PostFields): void
  remembered(key: string): PostFields | undefined
  forget(key: string): void
}

/**
 * A journal in a folder: `journal.jsonl`, a line per step, and one file per post with our last texts.
 *
 * @param clock the moment of a line, ISO 8601
 */
export function openJournal(folder: string, clock: () => string): Journal {
  const texts = join(folder, 'wrote')
  mkdirSync(texts, { recursive: true })
  const fileOf = (key: string) => join(texts, `${encodeURIComponent(key)}.json`)
  return {
    note(step) {
      appendFileSync(join(folder, 'journal.jsonl'), `${JSON.stringify({ at: clock(), ...step })}\n`)
    },
    remember(key, fields) {
      writeAtomically(fileOf(key), JSON.stringify(fields), { alone: true })
    },
    remembered(key) {
      try {
        return JSON.parse(readFileSync(fileOf(key), 'utf8')) as PostFields
      } catch {
        return undefined
      }
    },
    forget(key) {
      rmSync(fileOf(key), { force: true })
    },
  }
}
