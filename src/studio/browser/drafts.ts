import type { UnsavedDraft } from '../api-types.ts'
import { call } from './api-client.ts'
import * as local from './local-drafts.ts'

/** The unsaved text of the open incident, with what it is based on. */
export type Draft = Pick<UnsavedDraft, 'text' | 'base' | 'baseText'>

/** Milliseconds between two drafts kept while somebody types without a pause. */
const PACE = 300

/** The name of this tab: another one after each loading of the page. */
export const tab = Array.from(crypto.getRandomValues(new Uint8Array(10)), byte =>
  byte.toString(16).padStart(2, '0'),
).join('')

const lockOf = (name: string) => `depeche-tab-${name}`

// The lock is held as long as the page is there, hidden or not: that is how other tabs know that this one lives.
void navigator.locks.request(lockOf(tab), () => new Promise(() => {}))

/** The tabs of this browser that have the studio open, this one included. */
async function livingTabs(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query()
  return new Set(held.flatMap(({ name }) => name ?? []))
}

/** Keeps the unsaved text of this tab on the disk, and in the browser while nobody answers. */
export interface DraftKeeper {
  /** Soon, and at least every third of a second while somebody types. `read` gives the text at that moment. */
  readonly soon: (read: () => { readonly id: string; readonly draft: Draft | undefined } | undefined) => void
  /** At once: keeps the text, or forgets it where there is none. */
  readonly now: (id: string, draft: Draft | undefined) => void
}

export function openDraftKeeper(): DraftKeeper {
  let timer = 0
  let underway: Promise<void> = Promise.resolve()
  const waiting = new Map<string, Draft | undefined>()
  const onDisk = new Set<string>()

  const now: DraftKeeper['now'] = (id, draft) => {
    if (!draft && !onDisk.has(id) && !waiting.has(id) && !local.kept(id)) return
    // The browser keeps it until the disk has it: a page that is closed now does not wait for an answer.
    if (draft) local.keep(id, { ...draft, at: new Date().toISOString() })
    else local.forget(id)
    waiting.set(id, draft)
    underway = underway.then(() => send(id))
  }

  async function send(id: string): Promise<void> {
    if (!waiting.has(id)) return
    const draft = waiting.get(id)
    waiting.delete(id)
    if (!(draft ? await sent(id, draft) : await forgotten(id, tab))) return
    if (draft) onDisk.add(id)
    else onDisk.delete(id)
    if (!waiting.has(id) && draft) local.forget(id, draft.text)
  }

  return {
    now,
    soon(read) {
      if (timer !== 0) return
      timer = window.setTimeout(() => {
        timer = 0
        const found = read()
        if (found) now(found.id, found.draft)
      }, PACE)
    },
  }
}

async function sent(id: string, draft: Draft): Promise<boolean> {
  try {
    return (await call('PUT', `/drafts/${encodeURIComponent(id)}`, { tab, ...draft })).status === 200
  } catch {
    return false
  }
}

/** Removes the text that a tab kept on the disk; returns whether the studio answered. */
export async function forgotten(id: string, of: string): Promise<boolean> {
  try {
    return (await call('POST', `/drafts/${encodeURIComponent(id)}/forget`, { tab: of })).status === 200
  } catch {
    return false
  }
}

/** The unsaved texts of an incident that other tabs are writing, and those that no tab writes any more, latest first. */
export interface FoundDrafts {
  readonly elsewhere: readonly UnsavedDraft[]
  readonly left: readonly UnsavedDraft[]
}

export async function findDrafts(id: string): Promise<FoundDrafts> {
  const [{ body }, living] = await Promise.all([
    call<{ drafts: readonly UnsavedDraft[] }>('GET', `/drafts/${encodeURIComponent(id)}`),
    livingTabs(),
  ])
  const others = body.drafts.filter(one => one.tab !== tab)
  const isLiving = (one: UnsavedDraft) => living.has(lockOf(one.tab))
  const mine = local.kept(id)
  const left = [...others.filter(one => !isLiving(one)), ...(mine ? [{ ...mine, tab: '' }] : [])]
  return { elsewhere: others.filter(isLiving), left: left.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)) }
}
