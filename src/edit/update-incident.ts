import type { State } from '../incident/incident.ts'
import { changed, type FileChange } from './change-file.ts'
import type { Value } from './yaml-text.ts'

/** What has happened since the last version. Moments are as they will be written in the file. */
export interface News {
  readonly state?: State
  /** The moment the new version speaks from. */
  readonly as_of: string
  readonly ended?: string
  readonly statement?: NewStatement
  /** An entry of `updates`, by language. */
  readonly text?: Readonly<Record<string, string>>
  readonly source?: readonly string[]
}

export interface NewStatement {
  readonly by?: string
  readonly via?: string
  readonly at?: string
  readonly phase?: string
  readonly lang: string
  readonly text: string
  readonly translations: Readonly<Record<string, string>>
}

/**
 * An incident file with its news: the state, the end, the words of the company, an entry in `updates`, and `as_of` moved
 * to now. Everything else stays to the letter. Throws `Unreadable` for a file that is no YAML.
 */
export function updated(text: string, news: News): string {
  return changed(text, changesOf(news))
}

function changesOf({ state, as_of, ended, statement, text, source = [] }: News): FileChange[] {
  const changes: FileChange[] = []
  if (state !== undefined) changes.push({ kind: 'set', field: 'state', value: state })
  changes.push({ kind: 'set', field: 'as_of', value: as_of })
  if (ended !== undefined) changes.push({ kind: 'set', field: 'ended', value: ended })
  if (statement) changes.push({ kind: 'append', field: 'statements', value: statementValue(statement) })
  if (text && Object.keys(text).length > 0) {
    const entry: Record<string, Value> = { at: ended ?? as_of, ...(state !== undefined && { state }), ...text }
    changes.push({ kind: 'append', field: 'updates', value: entry })
  }
  for (const address of source) changes.push({ kind: 'append', field: 'sources', value: address })
  return changes
}

function statementValue({ by, via, at, phase, lang, text, translations }: NewStatement): Value {
  const given: Record<string, string | undefined> = { by, via, phase, at }
  return {
    ...Object.fromEntries(Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
    original: { lang, text: oneLine(text) },
    ...(Object.keys(translations).length > 0 && {
      translations: Object.fromEntries(
        Object.entries(translations).map(([language, words]) => [language, { text: oneLine(words), by: 'desk' }]),
      ),
    }),
  }
}

/** Lines of a pasted text are one paragraph. */
function oneLine(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\s+/g, ' ')
    .trim()
}
