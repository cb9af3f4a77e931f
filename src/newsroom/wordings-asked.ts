import { type FormDiagnostic, type Forms, formDiagnostics } from '../article/form-diagnostics.ts'
import type { Realiser } from '../article/realise-article.ts'
import { FORMATS } from '../article/slot-diagnostics.ts'
import { compileWording, slotsOf, type Wording } from '../article/wording.ts'
import { TITLES } from '../article/wording-diagnostics.ts'
import type { SlotUse } from '../article/wording-lexicon.ts'
import type { WordingRequests } from '../article/wording-requests.ts'
import { keysOf } from '../article/wording-shape.ts'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { nearest } from '../foundation/nearest-word.ts'
import { placeAt } from '../foundation/text-place.ts'
import { respell } from '../language/edition-spelling.ts'
import type { Locale } from '../language/locale.ts'

/** Wordings that somebody asks for by key or types, compiled; or why they cannot be. */
export interface AskedWordings {
  readonly wordings: readonly Wording[]
  /** Part of a sentence: it is printed without a capital of its own. */
  readonly isFragment: boolean
  /** A headline or an alert: names are not introduced in it. */
  readonly isTitle: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: Readonly<Record<string, string>>
}

/** What a typed wording is called in diagnostics. */
const TYPED = 'text'

/** The id of the one wording that is typed. */
export const TYPED_WORDING = `${TYPED}#1`

/** What may be a key of `story.json`, with the number of an alternative: `lead.outage_ongoing#2`, `replaced`. */
const KEY = /^([a-z][\w-]*(?:\.[\w-]+)*)(?:#(\d+))?$/

/** The wordings of a key, or the one that is typed in its place. */
export function wordingsAsked(
  { wording, context, count }: { readonly wording: string; readonly context?: string; readonly count?: number },
  realiser: Realiser,
  requests: WordingRequests,
): AskedWordings {
  const [, key, number] = KEY.exec(wording) ?? []
  const all = key === undefined ? [] : realiser.wordings(key, contextOf(context, count))
  // A word alone, without a point or a number, is a key where there is one, and else a text.
  if (key === undefined || (all.length === 0 && !/[.#]/.test(wording))) return typedWording(wording, realiser.locale)
  const wordings = number === undefined ? all : all.filter(({ id }) => id.endsWith(`#${number}`))
  const asks = requests.asks.filter(ask => ask.key === key || `${ask.key}_${ask.context}` === key)
  const rest = { isFragment: asks.length === 0, isTitle: asks.some(({ move }) => TITLES.has(move)), sources: {} }
  return { wordings, ...rest, diagnostics: wordings.length > 0 ? [] : [unknownKey(wording, keysOf(requests))] }
}

const contextOf = (context: string | undefined, count: number | undefined) => ({
  ...(context !== undefined && { context }),
  ...(count !== undefined && { count }),
})

function unknownKey(key: string, known: readonly string[]): Diagnostic {
  const near = nearest(key.replace(/#\d+$/, ''), known)
  const facts = { key, ...(near && { near, context: 'near' }) }
  return { code: 'usage/wording-key', severity: 'error', place: { file: key }, facts }
}

/** A text that begins small and ends without a point is a part of a sentence. */
const FRAGMENT = /^\p{Ll}.*[^.!?…»”’"]$/su

function typedWording(text: string, locale: Locale): AskedWordings {
  const rest = { isFragment: FRAGMENT.test(text), isTitle: false, sources: { [TYPED]: text } }
  const wording = compiled(respell(locale.edition, text))
  if (!wording) return { wordings: [], ...rest, diagnostics: [unreadable(text)] }
  return {
    wordings: [wording],
    ...rest,
    diagnostics: slotsOf(wording.segments).flatMap(use => wrongUse(use, text, locale)),
  }
}

/** Nothing for brackets, slots or conditions that cannot be read. */
function compiled(text: string): Wording | undefined {
  try {
    return compileWording(TYPED_WORDING, text)
  } catch {
    return undefined
  }
}

const unreadable = (wording: string): Diagnostic => ({
  code: 'wording/unreadable',
  severity: 'error',
  place: placeAt(TYPED, wording, 0, wording.length),
  facts: { wording, example: '{{services}}' },
})

/** A format that nobody has, classes and frames that the grammar lacks: as `check` says it of a file. */
function wrongUse(use: SlotUse, text: string, { grammar }: Locale): Diagnostic[] {
  const { name, format } = use
  const unknown = { code: 'wording/unknown-format', facts: { slot: `{{${name}}}`, format } } as const
  const found = FORMATS.has(format)
    ? wrongForms(use, grammar)
    : [{ ...unknown, near: { word: format, known: [...FORMATS] } }]
  return found.map(one => {
    const near = 'near' in one ? (nearest(one.near.word, one.near.known) ?? '') : ''
    const facts = { ...one.facts, ...('near' in one && { nearest: near, right: near && `{{${near}}}` }) }
    return { code: one.code, severity: 'error', place: placeOfSlot(text, name, format), facts }
  })
}

/** A bare slot may be a moment or a length: its frame must be one of either. */
function wrongForms(use: SlotUse, grammar: Forms): FormDiagnostic[] {
  const [clock = [], length = []] = ['when', 'duration'].map(kind => formDiagnostics(use, [kind], grammar))
  return use.format === '' && length.length === 0 ? [] : [...clock, ...length].slice(0, 1)
}

function placeOfSlot(text: string, name: string, format: string): Diagnostic['place'] {
  const all = [...text.matchAll(/\{\{[^}]*\}\}/g)]
  const found = all.find(([slot]) => slot.includes(name) && slot.includes(format))
  const from = found?.index ?? 0
  return placeAt(TYPED, text, from, from + (found?.[0].length ?? text.length))
}
