import { rmSync } from 'node:fs'
import { proseVersionOf } from '../edit/incident-diff.ts'
import { type ProseChange, proseChanges } from '../edit/prose-diff.ts'
import { contentPath, saveContent } from '../edit/save-content.ts'
import type { EditionService } from '../newsroom/edition-service.ts'
import type { IncidentService } from '../newsroom/incident-service.ts'
import {
  type EarlierDraft,
  earlierDrafts,
  type RememberedDraft,
  readMemory,
  type WaitingAction,
  writeMemory,
} from './intake-memory.ts'
import { withOffer } from './merge-draft.ts'

/** A draft that a feed made or changed, or would change, and that nobody has decided on. */
export interface InboxItem {
  readonly key: string
  readonly id: string
  readonly action: WaitingAction
  /** By edition: what the articles say anew, sentence by sentence. */
  readonly prose: readonly { readonly edition: string; readonly changes: readonly ProseChange[] }[]
}

/** What waits for an editor, in the order of its files. Where nothing remains that differs, nothing waits. */
export function inboxItems(service: IncidentService, told: EditionService): readonly InboxItem[] {
  return waiting(service).map(({ key, draft, action, before, after }) => {
    const [old, now] = [before, after].map(text => realised(text, draft, service, told))
    const prose = told.editions.map(({ edition }, nth) => ({
      edition: edition.id,
      changes: proseChanges(proseVersionOf(old?.[nth], before), proseVersionOf(now?.[nth], after)),
    }))
    return { key, id: draft.id, action, prose }
  })
}

/** How many wait, for a sign: no article is told for it. */
export const inboxSize = (service: IncidentService): number => waiting(service).length

function realised(text: string, { file }: EarlierDraft, service: IncidentService, told: EditionService) {
  const { incident } = text === '' ? {} : service.read({ file, text })
  return incident && told.realise(incident).articles
}

interface WaitingItem {
  readonly key: string
  readonly draft: EarlierDraft
  readonly known: RememberedDraft
  readonly action: WaitingAction
  /** The file as it was, or is, and as it is, or would be. */
  readonly before: string
  readonly after: string
}

function waiting({ newsroom: { workspace }, list }: IncidentService): WaitingItem[] {
  const drafts = earlierDrafts(workspace, list().files)
  return [...readMemory(workspace)].flatMap(([key, known]) => {
    const { waits } = known
    const draft = drafts.get(key)
    if (!draft || !waits) return []
    const isOffer = waits.offer !== undefined
    const before = isOffer ? draft.text : waits.was
    const after = isOffer ? withOffer(draft.text, waits.offer ?? {}) : draft.text
    return before === after ? [] : [{ key, draft, known, action: waits.action, before, after }]
  })
}

/**
 * Settles what waits. What is taken stays, or comes into the file; what is dropped goes back to what was: a new draft is
 * removed, and never made again. Either way the feed has been heard, and does not offer the same once more.
 */
export function decideInbox(service: IncidentService, key: string, verb: 'take' | 'drop'): boolean {
  const { root } = service.newsroom.workspace
  const item = waiting(service).find(one => one.key === key)
  if (!item) return false
  const { draft, known, before, after } = item
  const isOffer = known.waits?.offer !== undefined
  if (verb === 'take' && isOffer) saveContent(root, draft.file, after)
  if (verb === 'drop' && !isOffer && before === '') rmSync(contentPath(root, draft.file))
  if (verb === 'drop' && !isOffer && before !== '') saveContent(root, draft.file, before)
  const { waits, ...rest } = known
  const isUntouched = verb === 'take' && !isOffer
  const settled = { ...rest, fields: heard(known), ...(!isUntouched && { digest: '' }) }
  writeMemory(root, new Map([...readMemory(service.newsroom.workspace), [key, settled]]))
  return true
}

/** What the feed last said, with what it offered. */
function heard({ fields, waits }: RememberedDraft): RememberedDraft['fields'] {
  const offer = waits?.offer ?? {}
  const all = { ...fields, ...offer }
  return Object.fromEntries(Object.entries(all).flatMap(([field, value]) => (value === null ? [] : [[field, value]])))
}
