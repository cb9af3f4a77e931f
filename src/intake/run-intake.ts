import { freePath } from '../edit/new-incident.ts'
import { saveContent } from '../edit/save-content.ts'
import type { Value } from '../edit/write-yaml.ts'
import { wallAt } from '../fields/typed-local-time.ts'
import { canonicalJson } from '../foundation/canonical-json.ts'
import { hexDigestOf } from '../foundation/digest.ts'
import { slugOf } from '../foundation/slug.ts'
import { MINUTE } from '../foundation/time-units.ts'
import type { IncidentService } from '../newsroom/incident-service.ts'
import { draftFieldsOf } from './draft-fields.ts'
import type { DraftContext } from './draft-sentences.ts'
import type { IntakeSay } from './draft-text.ts'
import type { FeedIncident } from './feed-incident.ts'
import { textAt } from './feed-json.ts'
import {
  type EarlierDraft,
  earlierDrafts,
  markOf,
  type RememberedDraft,
  readMemory,
  type Waiting,
  writeMemory,
} from './intake-memory.ts'
import { soundDraft } from './make-draft.ts'
import { type FieldConflict, type MergedDraft, mergedDraft } from './merge-draft.ts'

/** What became of one incident of a feed. */
export type IntakeAction = 'new' | 'changed' | 'same' | 'conflict' | 'proposal' | 'dropped' | 'gone' | 'refused'

/** One incident of a feed, and what was done. */
export interface IntakeEntry {
  readonly key: string
  readonly action: IntakeAction
  readonly title: string
  readonly provider: string
  readonly state: string
  readonly id?: string
  readonly file?: string
  /** Why nothing was made of it: a key of `intake.refused`. */
  readonly why?: string
  readonly taken?: readonly string[]
  readonly conflicts?: readonly FieldConflict[]
  /** A draft of another feed that may be the same event. */
  readonly alike?: string
  /** Whether it is news since the last run. */
  readonly isNews: boolean
}

/** How drafts are made. */
export interface IntakeOptions {
  readonly say: IntakeSay
  readonly context: DraftContext
  /** Nothing is written. */
  readonly dryRun?: boolean
  /** Everything that the feeds hold, where only some of it is wanted: what is in none of them is gone. */
  readonly all?: readonly FeedIncident[]
}

/** What the incidents of feeds become: drafts that are new, changed, or left as they are. Nothing is ever removed. */
export function runIntake(
  feeds: readonly FeedIncident[],
  service: IncidentService,
  options: IntakeOptions,
): readonly IntakeEntry[] {
  const { workspace } = service.newsroom
  const files = service.list().files
  const earlier = earlierDrafts(workspace, files)
  const memory = new Map(readMemory(workspace))
  const ids = new Set(files.map(({ id }) => id))
  const byKey = new Map([...earlier].map(([key, { id }]) => [key, id]))
  const run: IntakeRun = { service, options, earlier, memory, ids, byKey }
  const unlike = [...new Map(feeds.map(feed => [keyOf(feed), feed])).entries()]
  const entries = [...unlike.map(([key, feed]) => entryOf(key, feed, run)), ...goneFrom(options.all ?? feeds, run)]
  if (!options.dryRun && entries.some(({ isNews }) => isNews)) writeMemory(workspace.root, memory)
  return entries
}

interface IntakeRun {
  readonly service: IncidentService
  readonly options: IntakeOptions
  readonly earlier: ReadonlyMap<string, EarlierDraft>
  readonly memory: Map<string, RememberedDraft>
  readonly ids: Set<string>
  /** Drafts by their keys, those of this run too. */
  readonly byKey: Map<string, string>
}

/**
 * What is still open in its draft, and in its feed no longer: closed or taken down, which the feed does not say. It is
 * told once, and the draft stays as it is.
 */
function goneFrom(all: readonly FeedIncident[], { memory, earlier }: IntakeRun): IntakeEntry[] {
  const present = new Set(all.map(keyOf))
  const pages = new Set(all.map(feed => `${keyOf(feed).split('/')[0]} ${feed.format}`))
  return [...memory].flatMap(([key, known]) => {
    const draft = earlier.get(key)
    const state = String(known.fields.state)
    const isRead = pages.has(`${key.split('/')[0]} ${known.format}`)
    if (!draft || !isRead || present.has(key) || state === 'resolved' || known.offered === GONE) return []
    memory.set(key, { ...known, offered: GONE })
    const { id, file } = draft
    return [
      { key, action: 'gone' as const, title: '', provider: key.split('/')[0] ?? '', state, id, file, isNews: true },
    ]
  })
}

const GONE = 'gone'

/** By what an incident of a feed is known again: who speaks, and the feed's own name for it. */
export function keyOf({ provider, id }: FeedIncident): string {
  const own = /^[\w.:-]{1,80}$/.test(id) ? id : hexDigestOf(id).slice(0, 16)
  return `${slugOf(provider).slice(0, 40) || 'feed'}/${own}`
}

function entryOf(key: string, feed: FeedIncident, run: IntakeRun): IntakeEntry {
  const about = { key, title: feed.title, provider: feed.provider, state: feed.state }
  const draft = draftFieldsOf(feed, run.options.context)
  if (!draft) return { ...about, action: 'refused', why: 'moment', isNews: false }
  const before = run.earlier.get(key)
  const known = run.memory.get(key)
  if (!before && known) return { ...about, action: 'dropped', isNews: false }
  // The same incident, read in another format: one page says no less than the other, and they would take turns.
  const isOther = known !== undefined && known.format !== '' && known.format !== feed.format
  if (before && isOther) return { ...about, id: before.id, file: before.file, action: 'same', isNews: false }
  const { id, file } = before ?? placeFor(feed, draft.fields, run)
  const sound = soundDraft(key, file, draft, run.service, run.options.say)
  if (!sound) return { ...about, action: 'refused', why: 'errors', isNews: false }
  const place = { ...about, id, file }
  if (before)
    return {
      ...place,
      ...followed(before, known, { key, format: feed.format ?? '', text: sound.text, fields: sound.draft.fields }, run),
    }
  run.ids.add(id)
  run.byKey.set(key, id)
  const alike = sameEvent(key, sound.draft.fields, run)
  keep(
    run,
    file,
    { key, format: feed.format ?? '', text: sound.text, fields: sound.draft.fields },
    { action: 'new', was: '' },
  )
  return { ...place, action: 'new', isNews: true, ...(alike !== undefined && { alike }) }
}

const HALF_HOUR = 30 * MINUTE

/**
 * The draft of another page that may be of the same event: the same company or a service in common, begun within half an
 * hour. It is named, and never merged: two pages may well speak of two things.
 */
function sameEvent(key: string, fields: RememberedDraft['fields'], run: IntakeRun): string | undefined {
  const page = key.split('/')[0]
  const own = namesIn(fields)
  const began = beganAt(fields)
  for (const [other, known] of run.memory) {
    if (other.split('/')[0] === page || Math.abs(beganAt(known.fields) - began) > HALF_HOUR) continue
    const id = run.byKey.get(other)
    if (id !== undefined && namesIn(known.fields).some(name => own.includes(name))) return id
  }
  return undefined
}

function beganAt({ started, as_of }: RememberedDraft['fields']): number {
  return Date.parse(textAt(started, 'at') || String(as_of))
}

function namesIn({ company, services }: RememberedDraft['fields']): string[] {
  const one = (value: unknown) =>
    typeof value === 'string' ? value : textAt(value, 'service') || textAt(value, 'name')
  return [company, ...(Array.isArray(services) ? services : [])].map(one).filter(name => name !== '')
}

/** What a feed makes of an incident now. */
interface DraftNow {
  readonly key: string
  readonly format: string
  readonly text: string
  readonly fields: RememberedDraft['fields']
}

/** Writes a draft, and remembers what the feed said. */
function keep(run: IntakeRun, file: string, { key, format, text, fields }: DraftNow, waits: Waiting): void {
  run.memory.set(key, { fields, format, digest: markOf(text), waits })
  if (!run.options.dryRun) saveContent(run.service.newsroom.workspace.root, file, text)
}

type Followed = Pick<IntakeEntry, 'action' | 'isNews' | 'taken' | 'conflicts'>

/** A draft that is there already, after the feed may have moved on. */
function followed(before: EarlierDraft, known: RememberedDraft | undefined, now: DraftNow, run: IntakeRun): Followed {
  const { key, format, fields } = now
  if (known && canonicalJson(known.fields) === canonicalJson(fields)) return { action: 'same', isNews: false }
  if (known?.digest === markOf(before.text)) {
    keep(run, before.file, now, changedFrom(before, known))
    return { action: 'changed', isNews: true, taken: changedFields(known.fields, fields) }
  }
  const { text: merged, taken, conflicts } = mergedDraft(before.text, known?.fields, fields)
  const offer = markOf(canonicalJson(fields))
  const isNews = known?.offered !== offer
  const read = run.service.read({ file: before.file, text: before.text })
  if (read.incident && read.incident.publication.draft !== true) {
    if (taken.length + conflicts.length === 0) return { action: 'same', isNews: false }
    const waits = {
      action: 'proposal' as const,
      was: before.text,
      offer: offerOf(fields, [...taken, ...namesOf(conflicts)]),
    }
    run.memory.set(key, { ...(known ?? { fields: {}, format, digest: '' }), offered: offer, waits })
    const differences = [
      ...conflicts,
      ...taken.map(field => ({ field, ours: '', feed: JSON.stringify(fields[field] ?? '') })),
    ]
    return { action: 'proposal', isNews, conflicts: differences }
  }
  // Where there is nothing remembered, what stands there is taken for the feed's last word from now on.
  const last = { ...fields, ...heldBack(known?.fields, conflicts) }
  run.memory.set(key, {
    fields: known || conflicts.length === 0 ? last : {},
    format,
    digest: '',
    offered: offer,
    ...waitsAfter(before, known, { taken, conflicts, fields }),
  })
  if (taken.length > 0 && !run.options.dryRun) saveContent(run.service.newsroom.workspace.root, before.file, merged)
  if (conflicts.length > 0) return { action: 'conflict', isNews, taken, conflicts }
  return taken.length > 0 ? { action: 'changed', isNews: true, taken } : { action: 'same', isNews: false }
}

const namesOf = (conflicts: readonly FieldConflict[]): string[] => conflicts.map(({ field }) => field)

/** These fields as the feed has them. */
const offerOf = (fields: RememberedDraft['fields'], names: readonly string[]): NonNullable<Waiting['offer']> =>
  Object.fromEntries(names.map(name => [name, fields[name] ?? null]))

/** A change that was made: from the file as an editor last saw it. */
const changedFrom = ({ text }: EarlierDraft, known: RememberedDraft | undefined): Waiting =>
  known?.waits && known.waits.offer === undefined ? known.waits : { action: 'changed', was: text }

function waitsAfter(
  before: EarlierDraft,
  known: RememberedDraft | undefined,
  { taken, conflicts, fields }: Pick<MergedDraft, 'taken' | 'conflicts'> & { fields: RememberedDraft['fields'] },
): Pick<RememberedDraft, 'waits'> {
  if (conflicts.length > 0)
    return { waits: { action: 'conflict', was: before.text, offer: offerOf(fields, namesOf(conflicts)) } }
  if (taken.length > 0) return { waits: changedFrom(before, known) }
  return known?.waits ? { waits: known.waits } : {}
}

/** What the feed last said of the fields in conflict stays what it last said, until the editor has decided. */
function heldBack(last: RememberedDraft['fields'] | undefined, conflicts: readonly FieldConflict[]) {
  return Object.fromEntries(
    conflicts.flatMap(({ field }) => (last?.[field] === undefined ? [] : [[field, last[field]]])),
  )
}

function changedFields(before: RememberedDraft['fields'], after: RememberedDraft['fields']): string[] {
  const all = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...all].filter(field => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null))
}

/** A free place for a new draft: the day in the newsroom's zone, who, and the title. Nothing of a feed makes a path. */
function placeFor(feed: FeedIncident, fields: Readonly<Record<string, Value>>, run: IntakeRun) {
  const at = Date.parse(String(fields.as_of))
  const began = feed.planned?.from ?? feed.started?.at ?? at
  const day = new Date(wallAt(began, run.service.newsroom.site.zone)).toISOString().slice(0, 10)
  const words = slugOf(`${feed.provider} ${feed.title}`).split('-')
  const name = words.reduce(
    (all, word) => (all.length + word.length > 60 ? all : all === '' ? word : `${all}-${word}`),
    '',
  )
  return freePath(day, name || 'feed', id => run.ids.has(id))
}
