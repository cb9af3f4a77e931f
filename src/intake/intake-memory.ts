import { join } from 'node:path'
import type { Value } from '../edit/write-yaml.ts'
import { writeAtomically } from '../foundation/atomic-write.ts'
import { digestOf } from '../foundation/digest.ts'
import { readText } from '../foundation/read-text.ts'
import { isMapping } from '../foundation/value-kind.ts'
import type { Workspace } from '../foundation/workspace.ts'
import type { IncidentFile } from '../incident/list-incidents.ts'
import { FEED_MARK } from './draft-text.ts'
import { below, textAt } from './feed-json.ts'
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
  readonly waits?: Waiting
}

/** What waits for an editor's word in the studio. */
export type WaitingAction = 'new' | 'changed' | 'conflict' | 'proposal'

/** A change that was made, with the file as it was before; or one that is only offered, field by field. */
export interface Waiting {
  readonly action: WaitingAction
  /** The file as it was; empty where there was none. */
  readonly was: string
  /** Fields as the feed has them, where they are not in the file; `null` for one that it no longer has. */
  readonly offer?: Readonly<Record<string, Value | null>>
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
  const waits = waitingOf(below(one, 'waits'))
  return {
    fields,
    digest: textAt(one, 'digest'),
    format: textAt(one, 'format'),
    offered: textAt(one, 'offered'),
    ...(waits && { waits }),
  }
}

const ACTIONS: readonly WaitingAction[] = ['new', 'changed', 'conflict', 'proposal']

function waitingOf(one: unknown): Waiting | undefined {
  const action = ACTIONS.find(known => known === textAt(one, 'action'))
  const offer = below(one, 'offer')
  return (
    action && {
      action,
      was: textAt(one, 'was'),
      ...(isMapping(offer) && { offer: offer as NonNullable<Waiting['offer']> }),
    }
  )
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
