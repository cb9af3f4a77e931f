import { type CursorContext, contextAt } from './cursor-context.ts'
import { noteAt, type Schema, type SchemaCandidate, shapesAt } from './schema-shapes.ts'

/** A name of the directory, as the page knows it. */
export interface KnownName {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly rank: number
  /** By language: how it is written there and what it is. */
  readonly what: Readonly<Record<string, readonly string[]>>
}

/** The data for completion and hover. */
export interface Knowledge {
  readonly schema: Schema
  readonly names: readonly KnownName[]
  /** Kinds of names that a part of the schema may be, best first. */
  readonly parts: Readonly<Record<string, readonly string[]>>
  readonly languages: readonly string[]
  /** The newsroom's local time, as written in a file. */
  readonly now: () => string
}

export interface CompletionOffer {
  readonly label: string
  /** The text to insert. */
  readonly insert: string
  readonly detail: string
  readonly note: string
  readonly kind: 'field' | 'value' | 'name' | 'moment' | 'language'
}

/** Completions at an offset, best first, and the start of the range to replace. */
export function offersAt(
  text: string,
  offset: number,
  knowledge: Knowledge,
): { from: number; offers: CompletionOffer[] } | undefined {
  const context = contextAt(text, offset)
  if (!context) return undefined
  const shapes = shapesAt(knowledge.schema, context.path)
  const offers =
    context.kind === 'key'
      ? [...keyOffers(shapes, context, knowledge), ...itemOffers(shapes, context, knowledge)]
      : valueOffers(shapes, knowledge)
  return { from: context.from, offers: unique(offers) }
}

/** A list may begin without a dash, and a single item may be a bare word: both are suggested among keys. */
function itemOffers(
  shapes: readonly SchemaCandidate[],
  { path }: CursorContext,
  knowledge: Knowledge,
): CompletionOffer[] {
  return path.at(-1) === '*' ? valueOffers(shapes, knowledge) : []
}

function keyOffers(
  shapes: readonly SchemaCandidate[],
  { taken }: CursorContext,
  { schema, languages }: Knowledge,
): CompletionOffer[] {
  return shapes.flatMap(({ schema: shape }) => [
    ...Object.entries(shape.properties ?? {})
      .filter(([name]) => !taken.has(name))
      .map(
        ([name, field]): CompletionOffer => ({
          label: name,
          insert: `${name}: `,
          detail: field.title ?? '',
          note: field.description ?? describe(schema, field),
          kind: 'field',
        }),
      ),
    ...(hasLanguages(shape) ? languages.filter(one => !taken.has(one)) : []).map(
      (language): CompletionOffer => ({
        label: language,
        insert: `${language}: `,
        detail: '',
        note: shape.description ?? '',
        kind: 'language',
      }),
    ),
  ])
}

function describe(root: Schema, field: Schema): string {
  return field.$ref ? (root.$defs?.[field.$ref.replace('#/$defs/', '')]?.description ?? '') : ''
}

function hasLanguages({ patternProperties }: Schema): boolean {
  return Object.keys(patternProperties ?? {}).some(pattern => pattern.startsWith('^[a-z]{2}'))
}

function valueOffers(shapes: readonly SchemaCandidate[], { names, parts, now }: Knowledge): CompletionOffer[] {
  return shapes.flatMap(({ schema, through }) => {
    if (schema.enum) {
      return schema.enum.map((word, at): CompletionOffer => value(String(word), schema.enumDescriptions?.[at] ?? ''))
    }
    if (schema.const !== undefined) return [value(String(schema.const), schema.description ?? '')]
    if (schema.type === 'boolean') return [value('true', ''), value('false', '')]
    if (![schema.type].flat().includes('string')) return []
    if (through.at(-1) === 'instant' || through.includes('moment') || through.at(-1) === 'date') {
      return [{ label: now(), insert: now(), detail: '', note: '', kind: 'moment' as const }]
    }
    const kinds = [...through].reverse().flatMap(name => (parts[name] ? [parts[name]] : []))[0]
    if (!kinds || schema.description === undefined || !/^Id\b/.test(schema.description)) return []
    return names
      .filter(({ kind }) => kinds.includes(kind))
      .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.rank - b.rank || (a.id < b.id ? -1 : 1))
      .map(
        (one): CompletionOffer => ({
          label: one.id,
          insert: one.id,
          detail: one.name,
          note: nameNote(one),
          kind: 'name',
        }),
      )
  })
}

function value(word: string, note: string): CompletionOffer {
  return { label: word, insert: word, detail: '', note, kind: 'value' }
}

/** « Instagram, un réseau social … », in each language. */
function nameNote({ what }: KnownName): string {
  return Object.entries(what)
    .map(([language, words]) => `${language}: ${words.join(', ')}`)
    .join('\n')
}

function unique(offers: readonly CompletionOffer[]): CompletionOffer[] {
  const seen = new Set<string>()
  return offers.filter(({ label }) => !seen.has(label) && seen.add(label))
}

/** The hover text for a word: its field, the meaning of its value, or its name. */
export function noteOver(
  text: string,
  offset: number,
  knowledge: Knowledge,
): { from: number; to: number; title: string; note: string } | undefined {
  const word = wordAt(text, offset)
  if (!word) return undefined
  const context = contextAt(text, word.from)
  if (!context) return undefined
  const isKey = /^[ \t]*:(?:\s|$)/.test(text.slice(word.to))
  if (isKey) {
    const { title, description } = noteAt(knowledge.schema, [...context.path, word.text])
    return title || description ? { ...word, title: title ?? word.text, note: description ?? '' } : undefined
  }
  const shapes = shapesAt(knowledge.schema, context.path)
  const offer = valueOffers(shapes, knowledge).find(({ label }) => label === word.text)
  if (offer?.kind === 'name') return { ...word, title: offer.detail, note: offer.note }
  return offer?.note ? { ...word, title: offer.label, note: offer.note } : undefined
}

function wordAt(text: string, offset: number): { from: number; to: number; text: string } | undefined {
  const isPart = (at: number) => /[\p{L}\p{N}_-]/u.test(text[at] ?? '')
  let from = offset
  let to = offset
  while (from > 0 && isPart(from - 1)) from--
  while (to < text.length && isPart(to)) to++
  return from === to ? undefined : { from, to, text: text.slice(from, to) }
}
