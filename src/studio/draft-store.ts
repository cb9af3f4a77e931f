import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomically } from '../foundation/atomic-write.ts'
import { byCodeUnit } from '../foundation/workspace.ts'
import type { UnsavedDraft } from './api-types.ts'

/** Folder of the newsroom's private files where unsaved texts are kept: one folder an incident, one file a tab. */
const FOLDER = '.depeche/studio/drafts'

const isId = (value: string): boolean => /^[a-z0-9-]{1,200}$/.test(value)
const isTab = (value: string): boolean => /^[a-z0-9]{8,40}$/.test(value)

const folderOf = (root: string, id: string): string => join(root, FOLDER, id)
const fileOf = (root: string, id: string, tab: string): string => join(folderOf(root, id), `${tab}.json`)

/**
 * Keeps the unsaved text of one tab on the disk, in place of its last one. Returns whether the names are such as the
 * studio gives: with others nothing is written.
 */
export function keepDraft(root: string, id: string, draft: Omit<UnsavedDraft, 'at'>, at: string): boolean {
  if (!isId(id) || !isTab(draft.tab)) return false
  const { tab, text, base, baseText } = draft
  const content = JSON.stringify({ tab, text, base, baseText, at } satisfies UnsavedDraft)
  return writeAtomically(fileOf(root, id, tab), content, { makeFolder: true, durable: true })
}

/** Removes the unsaved text of one tab; one that is not there is removed already. */
export function forgetDraft(root: string, id: string, tab: string): boolean {
  if (!isId(id) || !isTab(tab)) return false
  rmSync(fileOf(root, id, tab), { force: true })
  return true
}

/** The unsaved texts of an incident, the latest first. A file that is none of ours is passed over, and stays. */
export function draftsOf(root: string, id: string): readonly UnsavedDraft[] {
  if (!isId(id)) return []
  return namesIn(folderOf(root, id))
    .flatMap(name => readDraft(join(folderOf(root, id), name)) ?? [])
    .sort((a, b) => byCodeUnit(b.at, a.at) || byCodeUnit(a.tab, b.tab))
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter(name => /^[a-z0-9]+\.json$/.test(name))
  } catch {
    return []
  }
}

function readDraft(path: string): UnsavedDraft | undefined {
  try {
    const { tab, text, base, baseText, at } = JSON.parse(readFileSync(path, 'utf8')) as Partial<UnsavedDraft>
    const texts = [tab, text, base, baseText, at]
    return texts.every(one => typeof one === 'string') ? ({ tab, text, base, baseText, at } as UnsavedDraft) : undefined
  } catch {
    return undefined
  }
}
