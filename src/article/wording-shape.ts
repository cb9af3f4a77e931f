import type { WordingDiagnostic } from './slot-diagnostics.ts'
import type { WordingRequests } from './wording-requests.ts'

/** The texts under one key of a file of wordings; in a list, each with its place from 0. */
export interface Leaf {
  readonly at: readonly string[]
  readonly texts: readonly { readonly text: string; readonly at?: number }[]
}

/** The keys of a file of wordings, and diagnostics for values that cannot be wordings. */
export interface Shape {
  readonly leaves: readonly Leaf[]
  readonly diagnostics: readonly WordingDiagnostic[]
}

/** Splits a file of wordings by key: under each stands a text, a list of texts, or more keys. */
export function shapeOf(words: object, requests: WordingRequests): Shape {
  const leaves: Leaf[] = []
  const diagnostics: WordingDiagnostic[] = []
  const known = keysOf(requests)
  const visit = (above: readonly string[], key: string, value: unknown) => {
    const at = [...above, key]
    if (isMap(value)) return Object.entries(value).forEach(([key, value]) => void visit(at, key, value))
    const below = known.find(one => one.startsWith(`${at.join('.')}.`))
    // Of a key that has others below it, a text or a list would replace all of them.
    if (below !== undefined && !known.includes(at.join('.'))) diagnostics.push(notKeys(at, below))
    else if (typeof value === 'string') leaves.push({ at, texts: [{ text: value }] })
    else if (isTexts(value)) leaves.push({ at, texts: value.map((text, at) => ({ text, at })) })
    else diagnostics.push(notText(at))
  }
  for (const [key, value] of Object.entries(words)) visit([], key, value)
  return { leaves, diagnostics }
}

/** Every key that stories request, with and without its context, and every term (`units.*` where any may stand). */
export const keysOf = ({ asks, terms }: WordingRequests): string[] => [
  ...new Set(asks.flatMap(({ key, context }) => (context === undefined ? [key] : [key, `${key}_${context}`]))),
  ...terms,
]

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(text => typeof text === 'string')

const notText = (at: readonly string[]): WordingDiagnostic => ({
  code: 'wording/not-text',
  severity: 'error',
  at,
  facts: { key: at.join('.'), example: '["…", "…"]' },
})

const notKeys = (at: readonly string[], below: string): WordingDiagnostic => ({
  code: 'wording/not-keys',
  severity: 'error',
  at,
  facts: { key: at.join('.'), example: below.replace('.*', '.…') },
})
