import { join } from 'node:path'
import { writeAtomically } from '../foundation/atomic-write.ts'
import { digestOf } from '../foundation/digest.ts'
import { readText } from '../foundation/read-text.ts'
import { isMapping } from '../foundation/value-kind.ts'
import type { Workspace } from '../foundation/workspace.ts'
import type { IncidentFile } from '../incident/list-incidents.ts'
import { FEED_MARK } from './draft-text.ts'
import { textAt } from './feed-json.ts'
import type { FieldsOfFeed } from './merge-draft.ts'

/** What the feed last said of one incident. */
export interface RememberedDraft {
  readonly fields: FieldsOfFeed
  /** Digest of the file as it was written: the same means that no editor has touched it. */
  readonly digest: string
  /** The format it was read in: another page of the same event does not overwrite it. */
  readonly format: string
  /** Digest of what was last offered and not taken: it is not announced twice. */
  readonly offered?: string
}

/** What earlier runs left: by the key of the incident in its feed. */
export type IntakeMemory = ReadonlyMap<string, RememberedDraft>

const FILE = '.depeche/intake.json'

/** Reads what earlier runs left. What cannot be read counts as nothing: then no draft is changed unseen. */
export function readMemory(workspace: Workspace): IntakeMemory {
  const bytes = workspace.read(FILE)
  if (!bytes) return new Map()
  try {
    const stored: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!isMapping(stored)) return new Map()
    return new Map(
      Object.entries(stored).flatMap(([key, one]) =>
        isMapping(one) && isMapping(one.fields) ? [[key, rememberedOf(one, one.fields as FieldsOfFeed)]] : [],
      ),
    )
  } catch {
    return new Map()
  }
}

function rememberedOf(one: unknown, fields: FieldsOfFeed): RememberedDraft {
  return { fields, digest: textAt(one, 'digest'), format: textAt(one, 'format'), offered: textAt(one, 'offered') }
}

/** Remembers what the feeds said now. */
export function writeMemory(root: string, memory: IntakeMemory): void {
  const text = JSON.stringify(Object.fromEntries([...memory].sort(([one], [other]) => (one < other ? -1 : 1))), null, 1)
  writeAtomically(join(root, FILE), `${text}\n`, { makeFolder: true })
}

/** A draft that an earlier run made. */
export interface EarlierDraft extends IncidentFile {
  readonly text: string
}

/** The drafts of feeds among the incidents, by their keys: found by their mark, wherever an editor moved them. */
export function earlierDrafts(workspace: Workspace, files: readonly IncidentFile[]): ReadonlyMap<string, EarlierDraft> {
  const mark = new RegExp(`^${FEED_MARK}(\\S+)`, 'm')
  return new Map(
    files.flatMap(file => {
      const { text } = readText(workspace, file.file)
      const key = text === undefined ? undefined : mark.exec(text)?.[1]
      return key === undefined || text === undefined ? [] : [[key, { ...file, text }]]
    }),
  )
}

/** What tells two texts apart. */
export const markOf = (text: string): string => digestOf(text)
