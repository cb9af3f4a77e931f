import { HOUR } from '../../foundation/time-units.ts'
import type { State } from '../../incident/incident.ts'
import type { FeedFormat, FormatSettings } from '../feed-format.ts'
import type { FeedIncident, FeedPhase, FeedUpdate } from '../feed-incident.ts'
import { meaning } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf, textOfHtml, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'
import type { FeedWords } from '../feed-words.ts'
import { childrenOf, childText, type FeedElement } from '../feed-xml.ts'
import { STATUSPAGE_PHASES } from './statuspage-phases.ts'

/** The history of a Statuspage as Atom or RSS: its posts are paragraphs of one HTML text, the newest first. */
export const statuspageHistory: FeedFormat = {
  name: 'statuspage-history',
  recognises: ({ xml }) => entriesOf(xml).some(entry => POST.test(contentOf(entry))),
  read: ({ xml, name }, settings) => {
    const head = xml?.name === 'feed' ? xml : childrenOf(xml, 'channel')[0]
    const author = childText(childrenOf(head, 'author')[0], 'name')
    const titled = childText(head, 'title').replace(/\s*(?:status)?\s*-\s*(?:incident|status) history.*$/i, '')
    const provider = lineOf(author || titled) || settings.provider || name
    const language = xml?.attributes.get('lang') ?? childText(head, 'language')
    return gathered(entriesOf(xml), entry => incidentOf(entry, provider, language, settings))
  },
}

const POST = /<small>[\s\S]{0,200}?<var|<strong>[A-Za-z ]{1,40}<\/strong>\s*-\s/

/** The entries of Atom, or the items of RSS. */
export function entriesOf(xml: FeedElement | undefined): readonly FeedElement[] {
  return xml?.name === 'feed' ? childrenOf(xml, 'entry') : childrenOf(childrenOf(xml, 'channel')[0], 'item')
}

/** The HTML of an entry. */
export function contentOf(entry: FeedElement): string {
  return childText(entry, 'content') || childText(entry, 'description') || childText(entry, 'encoded')
}

/** The address of an entry's page. */
export function linkOf(entry: FeedElement): string {
  const links = childrenOf(entry, 'link')
  const page = links.find(link => (link.attributes.get('rel') ?? 'alternate') === 'alternate')
  return page?.attributes.get('href') ?? links[0]?.text ?? ''
}

function incidentOf(
  entry: FeedElement,
  provider: string,
  language: string,
  { words, zone }: FormatSettings,
): FeedIncident | string {
  const url = linkOf(entry)
  const id = /\/incidents\/([\w-]+)/.exec(url)?.[1] ?? (childText(entry, 'id') || childText(entry, 'guid') || url)
  const published = momentOf(childText(entry, 'updated') || childText(entry, 'pubDate'), zone, words)
  if (id === '') return 'nothing'
  if (published === undefined) return 'moment'
  const { posts, window } = postsOf(contentOf(entry), published, words)
  const [first] = posts
  const last = posts.findLast(({ phase }) => phase !== 'postmortem' && phase !== 'update') ?? posts.at(-1)
  if (!first || !last) return 'nothing'
  const isMaintenance = posts.some(({ label }) => MAINTENANCE.has(label))
  const state = isMaintenance ? (meaning(PLANNED, last.label) ?? 'planned') : STATES[last.phase]
  const over = posts.findLast(({ phase }) => phase === 'resolved')
  return {
    id,
    title: titleOf(childText(entry, 'title'), words),
    state,
    isMaintenance,
    provider,
    services: [],
    ...(first.at !== undefined && !isMaintenance && { started: { at: first.at, precision: 'by' as const } }),
    ...(state === 'resolved' && over?.at !== undefined && { ended: { at: over.at } }),
    ...(window && { planned: window }),
    updates: posts.map(({ at, phase, text }) => ({ ...(at !== undefined && { at }), phase, text })),
    changed: published,
    url,
    ...(language !== '' && { language }),
  }
}

const STATES: Readonly<Record<FeedPhase, State>> = {
  scheduled: 'planned',
  investigating: 'ongoing',
  identified: 'ongoing',
  update: 'ongoing',
  monitoring: 'recovering',
  resolved: 'resolved',
  postmortem: 'resolved',
}

const PLANNED: Readonly<Record<string, State>> = {
  scheduled: 'planned',
  'in progress': 'ongoing',
  verifying: 'recovering',
  completed: 'resolved',
}

const MAINTENANCE = new Set(['scheduled', 'in progress', 'completed', 'verifying'])

interface LabelledPost extends FeedUpdate {
  readonly label: string
}

/** The posts of an entry, the oldest first. Their days have no year: it is the one that lies before the entry's own. */
function postsOf(html: string, published: number, words: FeedWords) {
  const posts: LabelledPost[] = []
  let before = published
  for (const part of html.split(/<p>|<p\s[^>]*>/i).slice(0, 500)) {
    const head = /^\s*<small>([\s\S]{0,300}?)<\/small>/i.exec(part)
    const label = /<strong>([\s\S]{1,60}?)<\/strong>/i.exec(part.slice(0, 600))
    if (!head && !label) continue
    const at = head ? stampIn(textOfHtml(head[1] ?? ''), before, words) : undefined
    if (at !== undefined) before = at
    const rest = part.slice(label ? label.index + label[0].length : (head?.[0].length ?? 0))
    const named = textOfHtml(label?.[1] ?? '').toLowerCase()
    const text = textOfHtml(rest).replace(/^[-–—:\s]+/, '')
    posts.push({
      ...(at !== undefined && { at }),
      label: named,
      phase: meaning(STATUSPAGE_PHASES, named) ?? 'update',
      text,
    })
  }
  return { posts: posts.reverse(), window: windowIn(html, published, words) }
}

/** `Aug 21, 00:37 UTC`, or with a span for planned work. */
function stampIn(text: string, before: number, words: FeedWords): number | undefined {
  const [, name = '', day = '', year, hour = '', minute = '', letters = ''] =
    /([A-Za-z]{3})[a-z]*\s+(\d{1,2})(?:,?\s+(\d{4}))?,\s+(\d{1,2}):(\d{2})[^A-Z]{0,20}([A-Z]{2,5})/.exec(text) ?? []
  const month = words.months.indexOf(name.toLowerCase()) + 1
  if (month === 0) return undefined
  const own = new Date(before).getUTCFullYear()
  const years = year === undefined ? [own, own - 1] : [Number(year)]
  const two = (part: string | number) => String(part).padStart(2, '0')
  const moments = years.map(one =>
    momentOf(`${two(day)} ${name.slice(0, 3)} ${one} ${two(hour)}:${minute} ${letters}`, '', words),
  )
  return moments.find(at => at !== undefined && at <= before + 26 * HOUR)
}

/** The window of planned work: `Aug 21, 00:37 - 02:00 UTC`, before the posts. */
function windowIn(html: string, published: number, words: FeedWords): { from: number; to: number } | undefined {
  const text = textOfHtml(html.slice(0, 1000)).slice(0, 200)
  const found =
    /scheduled for\s+([A-Z][a-z]{2})[a-z]*\s+(\d{1,2}),\s+(\d{4})?,?\s*(\d{1,2}:\d{2})\s*-\s*(?:([A-Z][a-z]{2})[a-z]*\s+(\d{1,2}),\s+)?(\d{1,2}:\d{2})\s+([A-Z]{2,5})/i.exec(
      text,
    )
  if (!found) return undefined
  const [, month = '', day = '', year, from = '', otherMonth = month, otherDay = day, to = '', letters = ''] = found
  const own = year ?? String(new Date(published).getUTCFullYear())
  const moment = (one: string, other: string, clock: string) =>
    momentOf(`${other.padStart(2, '0')} ${one} ${own} ${clock.padStart(5, '0')} ${letters}`, '', words)
  const [begins, ends] = [moment(month, day, from), moment(otherMonth, otherDay, to)]
  return begins === undefined || ends === undefined || ends <= begins ? undefined : { from: begins, to: ends }
}
