import { DAY, MINUTE } from '../foundation/time-units.ts'
import { offsetAt } from '../foundation/time-zone.ts'
import type { FeedUpdate } from './feed-incident.ts'
import type { FeedWords } from './feed-words.ts'

/** The parts of a moment on a clock. */
interface ClockParts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

/** The instant of a clock reading in a zone. */
function instantOf({ year, month, day, hour, minute }: ClockParts, zone: string): number {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute)
  const guess = asUtc - offsetAt(zone, asUtc) * MINUTE
  return asUtc - offsetAt(zone, guess) * MINUTE
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([a-z]{1,5}|[+-]\d{2}(?::?\d{2})?)?)?$/i
const RFC822 =
  /^(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{2}):(\d{2})(?::\d{2})?\s*([a-z]+|[+-]\d{4})?$/i

/** `March 2, 2026 9:00 AM UTC`, `Mar 2, 2026 - 09:00 CET`. */
const WRITTEN =
  /^(?:[a-z]{3,9},\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,|\s+-|\s+at)?\s+(\d{1,2}):(\d{2})(?::\d{2})?\s*(?:([ap])\.?m\.?)?\s*\(?([a-z]{1,5}|[+-]\d{2}:?\d{2})?\)?$/i

/** Seconds, milliseconds or microseconds since 1970, with a fraction or without. */
function instantSince1970(text: string): number | undefined {
  const [, digits] = /^(?:\/Date\()?(\d{9,16})(?:\.\d+)?(?:[+-]\d{4})?(?:\)\/)?$/.exec(text) ?? []
  if (digits === undefined) return undefined
  const divided = digits.length <= 10 ? 0.001 : digits.length <= 13 ? 1 : digits.length === 16 ? 1000 : 0
  return divided === 0 ? undefined : sane(Number(digits) / divided)
}

/**
 * A moment as feeds write it: ISO 8601 with a `T` or a space, RFC 822 and long dates with a zone by offset or by
 * letters, seconds since 1970. Without a zone it is in the one that is handed in. `undefined` for anything else.
 */
export function momentOf(typed: string, zone: string, words: FeedWords): number | undefined {
  const text = typed.trim().slice(0, 60)
  const since = instantSince1970(text)
  if (since !== undefined) return since
  const iso = ISO.exec(text)
  if (iso) {
    const [, year, month, day, hour = '0', minute = '0', , offset] = iso
    return placed(partsOf(year, month, day, hour, minute), offset, zone, words)
  }
  const mail = RFC822.exec(text)
  if (!mail) return longDate(text, zone, words)
  const [, day, name = '', year, hour, minute, offset] = mail
  const month = words.months.indexOf(name.toLowerCase()) + 1
  return month === 0 ? undefined : placed(partsOf(year, String(month), day, hour, minute), offset, zone, words)
}

function longDate(text: string, zone: string, words: FeedWords): number | undefined {
  const [, name = '', day, year, hour = '', minute, half, offset] = WRITTEN.exec(text) ?? []
  const month = words.months.indexOf(name.toLowerCase()) + 1
  if (month === 0 || (half && Number(hour) > 12)) return undefined
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  return placed(partsOf(year, String(month), day, String(hours), minute), offset, zone, words)
}

function partsOf(year = '', month = '', day = '', hour = '', minute = ''): ClockParts {
  return { year: Number(year), month: Number(month), day: Number(day), hour: Number(hour), minute: Number(minute) }
}

function placed(parts: ClockParts, offset: string | undefined, zone: string, words: FeedWords): number | undefined {
  const { month, day, hour, minute } = parts
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59) return undefined
  const ahead = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset ?? '')
  if (ahead) {
    const minutes = (Number(ahead[2]) * 60 + Number(ahead[3] ?? 0)) * (ahead[1] === '-' ? -1 : 1)
    return sane(instantOf(parts, 'UTC') - minutes * MINUTE)
  }
  if (offset === undefined) return sane(instantOf(parts, zone))
  const known = /^z$/i.test(offset) ? 'UTC' : words.zones.get(offset.toUpperCase())
  return known === undefined ? undefined : sane(instantOf(parts, known))
}

/** No feed speaks of before 1995 or of after 2100: what does is misread. */
function sane(at: number): number | undefined {
  return at > 788_918_400_000 && at < 4_102_444_800_000 ? Math.floor(at / MINUTE) * MINUTE : undefined
}

/** A span as somebody wrote it in a post, with its zone. */
export interface ProseSpan {
  readonly from: number
  readonly to: number
}

/**
 * The one span that a post tells in words, "between 12:15 PM and 12:21 PM PDT": only with a zone, only where there is
 * exactly one, and only where it lies in the day before the post. Days that are not written are the post's own.
 */
export function spanIn(update: FeedUpdate, words: FeedWords): ProseSpan | undefined {
  const { text, at } = update
  if (at === undefined) return undefined
  const found = words.spans.flatMap(pattern => [...text.slice(0, 4000).matchAll(pattern)])
  const [only, another] = found
  if (!only?.groups || another) return undefined
  if (!words.trouble.test(sentenceAround(text, only.index))) return undefined
  const letters = (only.groups.zone ?? only.groups.zone1 ?? '').replace(/[()]/g, '').toUpperCase()
  const zone = words.zones.get(letters)
  if (zone === undefined) return undefined
  const { from: begins = '', to: ends = '', before, on, on1 } = only.groups
  const from = clockIn(begins, before ?? on1 ?? on ?? dayWritten(ends), at, zone, words)
  const to = clockIn(ends, on ?? dayWritten(begins) ?? before ?? on1, at, zone, words)
  if (from === undefined || to === undefined) return undefined
  const begun = from > to ? from - DAY : from
  // Where the day is not written it is that of the post, or the one before.
  const isDated = [begins, ends, before, on, on1].some(part => part !== undefined && dayWritten(part) !== undefined)
  return begun < to && to <= at + 5 * MINUTE && at - begun < (isDated ? 120 : 7) * DAY ? { from: begun, to } : undefined
}

/**
 * The start that a post tells in words, "beginning at Monday, 2022-05-08 23:38 US/Pacific": only with a zone, and only
 * where it lies in the week before the post.
 */
export function startIn({ text, at }: FeedUpdate, words: FeedWords): number | undefined {
  if (at === undefined) return undefined
  const { groups } = [...text.slice(0, 4000).matchAll(words.begun)][0] ?? {}
  const zone = words.zones.get((groups?.zone ?? '').replace(/[()]/g, '').toUpperCase())
  if (!groups || zone === undefined) return undefined
  const found = clockIn(groups.from ?? '', undefined, at, zone, words)
  return found !== undefined && found <= at && at - found < 7 * DAY ? found : undefined
}

function sentenceAround(text: string, at: number): string {
  const begins = text.slice(0, at).search(/[^.!?\n]*$/)
  const rest = text.slice(at).search(/[.!?](?=\s|$)|\n/)
  return text.slice(Math.max(0, begins), rest < 0 ? text.length : at + rest)
}

const DAY_WRITTEN = /\d{4}-\d{2}-\d{2}|[a-z]{3,9}\.?\s+\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}/i

function dayWritten(text: string | undefined): string | undefined {
  return text && DAY_WRITTEN.test(text) && !/^\d{1,2}:\d{2}\s*[ap]/i.test(text) ? text : undefined
}

/** The instant of a clock reading in prose. */
function clockIn(
  text: string,
  on: string | undefined,
  posted: number,
  zone: string,
  words: FeedWords,
): number | undefined {
  const clock = /(\d{1,2}):(\d{2})\s*(?:([ap])\.?m)?/i.exec(text)
  if (!clock) return undefined
  const [, hour = '', minute = '', half] = clock
  if (half ? Number(hour) > 12 : Number(hour) > 23) return undefined
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour)
  const local = new Date(posted + offsetAt(zone, posted) * MINUTE)
  const own = { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
  const day = dayIn(text.replace(clock[0], ' '), words) ?? (on === undefined ? undefined : dayIn(on, words))
  const parts = { ...own, ...day, hour: hours, minute: Number(minute) }
  return sane(instantOf(parts, zone))
}

function dayIn(text: string, { months }: FeedWords): Partial<ClockParts> | undefined {
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const month = months.findIndex(name => new RegExp(`\\b${name}`, 'i').test(text)) + 1
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b(?!:)/i.exec(text)?.[1]
  if (month === 0 || day === undefined) return undefined
  const year = /\b(20\d{2})\b/.exec(text)?.[1]
  return { month, day: Number(day), ...(year !== undefined && { year: Number(year) }) }
}
