import { isMapping } from '../../foundation/value-kind.ts'
import type { State } from '../../incident/incident.ts'
import type { FeedFormat, FeedPayload, FormatSettings } from '../feed-format.ts'
import type { FeedIncident } from '../feed-incident.ts'
import { below, type Loose, mappingsAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf, plainText, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'
import { childrenOf } from '../feed-xml.ts'
import { contentOf, entriesOf, linkOf } from './statuspage-history.ts'

/** A table of comma-separated values with a mapping of its columns. */
export const mappedCsv: FeedFormat = {
  name: 'csv',
  recognises: ({ name, json, xml, page, text }) =>
    !json && !xml && !page && (/\.csv$/i.test(name) || /^[^\n]*,[^\n]*\n/.test(text)),
  read: ({ text }, settings) => gathered(rowsOf(text), row => entryOf(row, settings)),
}

/** Any Atom or RSS, with a mapping or with what every feed has. */
export const mappedFeed: FeedFormat = {
  name: 'feed',
  recognises: ({ xml }) => entriesOf(xml).length > 0,
  read: ({ xml }, settings) =>
    gathered(
      entriesOf(xml).map(entry => ({
        ...Object.fromEntries(entry.children.map(child => [child.name, child.text])),
        link: linkOf(entry),
        content: contentOf(entry),
        categories: childrenOf(entry, 'category')
          .map(each => each.attributes.get('term') ?? each.text)
          .join(','),
      })),
      row => entryOf(row, { ...settings, mapping: { ...FEED, ...settings.mapping } }),
    ),
}

/** A list of JSON objects, as content managers answer, with a mapping of their fields. */
export const mappedJson: FeedFormat = {
  name: 'json',
  recognises: () => false,
  read: (payload, settings) => gathered(listIn(payload), row => entryOf(row, settings)),
}

const FEED = { id: 'guid', title: 'title', url: 'link', posted: 'pubDate', text: 'content' }

function listIn({ json }: FeedPayload): readonly Loose[] {
  if (Array.isArray(json)) return mappingsAt({ json }, 'json')
  const lists = isMapping(json) ? Object.keys(json).filter(key => Array.isArray(json[key])) : []
  return mappingsAt(json, lists[0] ?? '')
}

/** What a mapping may name: a column or field for each. */
export const MAPPED = [
  'id',
  'title',
  'start',
  'end',
  'from',
  'to',
  'state',
  'services',
  'places',
  'text',
  'posted',
  'url',
  'cause',
  'provider',
] as const

const STATES: Readonly<Record<string, State>> = {
  resolved: 'resolved',
  closed: 'resolved',
  completed: 'resolved',
  scheduled: 'planned',
  planned: 'planned',
  open: 'ongoing',
  ongoing: 'ongoing',
  active: 'ongoing',
  investigating: 'ongoing',
  identified: 'ongoing',
  monitoring: 'recovering',
}

function entryOf(row: Loose, { words, zone, mapping = {}, provider = '' }: FormatSettings): FeedIncident | string {
  const value = (key: (typeof MAPPED)[number]): string => {
    const found = below(row, ...(mapping[key] ?? key).split('.'))
    return Array.isArray(found)
      ? found.map(String).join(',')
      : typeof found === 'string' || typeof found === 'number'
        ? String(found)
        : ''
  }
  const at = (key: (typeof MAPPED)[number]) => momentOf(value(key), zone, words)
  const [start, end, from, to] = [at('start'), at('end'), at('from'), at('to')]
  const posted = at('posted') ?? momentOf(String(below(row, 'updated') ?? ''), zone, words)
  const title = value('title')
  if (start === undefined && from === undefined && posted === undefined) return 'moment'
  const who = lineOf(value('provider')) || provider
  if (title === '' || who === '') return 'nothing'
  const told = STATES[value('state').toLowerCase().trim()]
  const isTitledOver = /^\W*(?:resolved|closed)\b/i.test(title)
  const state = told ?? (end !== undefined || isTitledOver ? 'resolved' : from !== undefined ? 'planned' : 'ongoing')
  const names = (key: 'services' | 'places') =>
    value(key)
      .split(/[,;]/)
      .map(lineOf)
      .filter(name => name !== '')
  const text = plainText(value('text'))
  const cause = plainText(value('cause'))
  return {
    id: value('id') || value('url') || `${title} ${value('start') || value('posted')}`,
    title: titleOf(title, words),
    state,
    isMaintenance: from !== undefined,
    provider: who,
    services: names('services').map(name => ({ name })),
    places: names('places'),
    ...(start !== undefined
      ? { started: { at: start } }
      : posted !== undefined && from === undefined
        ? { started: { at: posted, precision: 'by' as const } }
        : {}),
    ...(end !== undefined && state === 'resolved' && { ended: { at: end } }),
    ...(from !== undefined && { planned: { from, ...(to !== undefined && { to }) } }),
    updates: text === '' ? [] : [{ ...(posted !== undefined && { at: posted }), phase: 'update', text }],
    ...((posted ?? end ?? start) !== undefined && { changed: posted ?? end ?? start ?? 0 }),
    url: value('url'),
    ...(cause !== '' && { cause }),
  }
}

/** The rows of a table, as mappings by the names of its first row. Quotes may hold commas and lines. */
function rowsOf(text: string): readonly Loose[] {
  const [head = [], ...rows] = cellsOf(text)
  return rows
    .filter(row => row.some(cell => cell !== ''))
    .map(row => Object.fromEntries(head.map((name, at) => [name.trim(), row[at] ?? ''])))
}

function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (isQuoted && char === '"' && text.charAt(at + 1) === '"') {
      cell += '"'
      at++
    } else if (char === '"') isQuoted = !isQuoted
    else if (!isQuoted && char === ',') endCell()
    else if (!isQuoted && char === '\n') {
      endCell()
      rows.push([])
    } else if (char !== '\r') cell += char
  }
  endCell()
  return rows
}
