import { describedIncident } from '../incident/described-incident.ts'
import type { State } from '../incident/incident.ts'
import { changed, type FileChange } from './change-file.ts'
import type { Value } from './write-yaml.ts'

/** What has happened since the last version. Moments are as they will be written in the file. */
export interface News {
  readonly state?: State
  /** `as_of` of the new version. */
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
 * An incident file with its news: the state, the end, the words of the company, an entry in `updates`, and `as_of` set
 * to now. The rest of the text is unchanged. Throws `UnreadableFile` for a file that is no YAML.
 */
export function updated(text: string, news: News): string {
  return changed(text, changesOf(news))
}

function changesOf({ state, as_of, ended, statement, text, source = [] }: News): FileChange[] {
  const entry = text && Object.keys(text).length > 0 && { at: ended ?? as_of, ...(state && { state }), ...text }
  const news: readonly (readonly [string, Value | false | undefined])[] = [
    ['state', state],
    ['as_of', as_of],
    ['ended', ended],
    ['statements', statement && statementValue(statement)],
    ['updates', entry],
    ...source.map((address): [string, Value] => ['sources', address]),
  ]
  return news.flatMap(([field, value]) => (value === undefined || value === false ? [] : [changeOf(field, value)]))
}

/** How news changes a field, by its description: a list gets one more item, anything else is replaced. */
function changeOf(field: string, value: Value): FileChange {
  const described = describedIncident().all.find(({ written }) => written === field)
  if (!described) throw new Error(`No field of an incident is called ${field}`)
  return { kind: described.list && !described.traits.replaced ? 'append' : 'set', field, value }
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
