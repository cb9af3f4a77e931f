import { DAY, MINUTE } from '../../foundation/time-units.ts'
import { offsetAt } from '../../foundation/time-zone.ts'
import type { FeedFormat, FormatSettings } from '../feed-format.ts'
import type { FeedIncident, FeedUpdate } from '../feed-incident.ts'
import { type Loose, mappingsAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf, textOfHtml, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'
import type { FeedWords } from '../feed-words.ts'

/** The former `data.json` of AWS: rows with seconds as text, posts as HTML with hours and no days. */
export const awsData: FeedFormat = {
  name: 'aws-data',
  recognises: ({ json }) => LISTS.some(list => mappingsAt(json, list).some(isRow)),
  read: ({ json }, settings) =>
    gathered(
      LISTS.flatMap(list => mappingsAt(json, list).map(row => ({ one: row, isOld: list === 'archive' }))),
      ({ one, isOld }) => incidentOf(one, isOld, settings),
    ),
}

const LISTS = ['current', 'archive'] as const
const isRow = (row: Loose) => Object.hasOwn(row, 'service_name') && Object.hasOwn(row, 'summary')

function incidentOf(row: Loose, isOld: boolean, { words, provider = 'AWS' }: FormatSettings): FeedIncident | string {
  const posted = momentOf(textAt(row, 'date'), 'UTC', words)
  if (posted === undefined) return 'moment'
  const { name, place } = apart(lineOf(textAt(row, 'service_name')))
  const updates = postsOf(textAt(row, 'description'), posted, words)
  const isOver = isOld || /^\s*\[resolved\]/i.test(textAt(row, 'summary'))
  const last = updates.at(-1)?.at ?? posted
  return {
    id: `${textAt(row, 'service')}-${textAt(row, 'date')}`,
    title: titleOf(inOneLanguage(textAt(row, 'summary')), words),
    state: isOver ? 'resolved' : 'ongoing',
    provider,
    services: [{ name }],
    regions: place === undefined ? [] : [place],
    started: { at: posted, precision: 'by' },
    ...(isOver && last > posted && { ended: { at: last, precision: 'by' as const } }),
    updates: updates.map((one, at) =>
      isOver && at > 0 && at === updates.length - 1 ? { ...one, phase: 'resolved' } : one,
    ),
    changed: posted,
    severity: `status ${textAt(row, 'status')}`,
    weight: Number(textAt(row, 'status')) || 0,
  }
}

/** `AWS Lambda (Ireland)`: the service, and its place. */
export function apart(named: string): { name: string; place?: string } {
  const found = /^(.+?)\s*\(([^()]+)\)$/.exec(named)
  return found ? { name: found[1] ?? named, place: found[2] ?? '' } : { name: named }
}

/** Of a text in two languages, one on each side of a stroke, the one in Latin letters. */
export function inOneLanguage(text: string): string {
  const parts = text.split(/\s*\|\s*/)
  const latin = parts.filter(part => !/[\u3040-\u30FF\u4E00-\u9FFF\uAC00-\uD7AF]/.test(part))
  return parts.length > 1 && latin.length > 0 ? latin.join(' ') : text
}

/** Posts with their hours on a clock of the west coast: each is later than the one before. */
function postsOf(html: string, posted: number, words: FeedWords): readonly FeedUpdate[] {
  let before = posted
  return html.split(/<div\b[^>]*>/i).flatMap(part => {
    const head = /<span[^>]*>([\s\S]{0,80}?)<\/span>/i.exec(part.slice(0, 200))
    const text = textOfHtml(inOneLanguage(part.slice(head ? head.index + head[0].length : 0)))
    if (text === '') return []
    const at = head ? hourIn(textOfHtml(head[1] ?? ''), before, words) : undefined
    if (at !== undefined) before = at
    return [{ ...(at !== undefined && { at }), phase: 'update' as const, text }]
  })
}

function hourIn(text: string, before: number, words: FeedWords): number | undefined {
  const [, hour, minute, half = '', letters = ''] = /(\d{1,2}):(\d{2})\s*([AP])M\s*([A-Z]{3})/i.exec(text) ?? []
  const zone = words.zones.get(letters.toUpperCase())
  if (hour === undefined || zone === undefined) return undefined
  const clock = ((Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0)) * 60 + Number(minute)
  const local = before + offsetAt(zone, before) * MINUTE
  const same = Math.floor(local / DAY) * DAY + clock * MINUTE
  const at = (same < local - 2 * MINUTE ? same + DAY : same) - offsetAt(zone, before) * MINUTE
  return at
}
