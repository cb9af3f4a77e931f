import type { Directory } from '../fields/directory.ts'
import { languageKey } from '../fields/text-field.ts'
import type { Fix } from '../foundation/diagnostic.ts'
import type { DiagnosticCode } from '../foundation/diagnostic-codes.ts'
import type { Pointer } from '../foundation/pointer.ts'
import { isMapping } from '../foundation/value-kind.ts'

/** A file of 0.1: its text, its values, and the names of its newsroom. */
export interface OldFile {
  readonly text: string
  readonly values: OldValues
  readonly directory: Directory
}

/** The fields of an incident file as they are typed. */
export type OldValues = Readonly<Record<string, unknown>>

/** What only an editor can say, with its place. */
export interface OpenQuestion {
  readonly code: Extract<DiagnosticCode, `migrate/${string}`>
  readonly pointer: Pointer
}

/** What becomes of one shape of 0.1: the text that replaces it, and what remains to be said. */
export interface MigrationStep {
  readonly edits: readonly Fix[]
  readonly open: readonly OpenQuestion[]
}

/** A value of a field that holds one or several, with its place. */
export interface OldItem {
  readonly value: unknown
  readonly at: Pointer
}

/** One or several values of a field. */
export function itemsOf(values: OldValues, field: string): OldItem[] {
  const value = values[field]
  if (Array.isArray(value)) return value.map((one, index) => ({ value: one, at: `/${field}/${index}` }))
  return value === undefined || value === null ? [] : [{ value, at: `/${field}` }]
}

/** Pieces of advice as 0.1 read them: a list of texts is the steps of one. */
export const oldAdvice = (values: OldValues): OldItem[] =>
  isListOfSteps(values.advice) ? [{ value: values.advice, at: '/advice' }] : itemsOf(values, 'advice')

/** Whether a value is a list of texts by language. */
export const isListOfSteps = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isTextByLanguage)

const isTextByLanguage = (value: unknown): boolean =>
  isMapping(value) && Object.entries(value).every(([key, text]) => languageKey.test(key) && typeof text === 'string')
