import { GitFailure } from '../foundation/git.ts'
import { readText } from '../foundation/read-text.ts'
import type { IncidentFile } from '../incident/list-incidents.ts'
import type { IncidentService } from '../newsroom/incident-service.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import type { Changes, IncidentGit } from './incident-git.ts'
import { missingLanguages } from './missing-languages.ts'
import { type FileVersion, staleTexts, unitsOf } from './stale-texts.ts'

/** One thing a translator has to do. */
export interface TranslationTodo {
  readonly incident: string
  readonly file: string
  readonly kind: 'missing' | 'stale'
  readonly language: string
  /** What it is about: a field, or the beginning of a text. */
  readonly field: string
  readonly line?: number
  /** For what is out of date: the language that changed, and the revision that changed it. */
  readonly changed?: string
  readonly revision?: string
}

/** What is missing in some incidents, and what has not followed, as work for translators. */
export async function translationTodos(
  service: IncidentService,
  git: IncidentGit,
  files: readonly IncidentFile[],
): Promise<TranslationTodo[]> {
  const { newsroom } = service
  const history = await historyOf(git)
  const todos: TranslationTodo[] = []
  for (const file of files) todos.push(...missing(service, file), ...(await stale(newsroom, file, history)))
  return todos
}

/** What check warns of, as work for a translator; and hand-written texts that lack a language. */
function missing(service: IncidentService, incident: IncidentFile): TranslationTodo[] {
  const { id, file, companions } = incident
  const { languages } = service.newsroom.context
  const found = service.load(incident).diagnostics.flatMap(diagnostic =>
    missingLanguages(diagnostic).map((language): TranslationTodo => {
      const { place, facts } = diagnostic
      return { incident: id, file, kind: 'missing', language, field: String(facts.field ?? ''), line: place.line ?? 1 }
    }),
  )
  const written = companions.map(languageOf)
  const alone = written.length === 0 ? [] : languages.filter(language => !written.includes(language))
  const beside = alone.map((language): TranslationTodo => {
    const path = file.replace(/\.yaml$/, `.${language}.md`)
    return { incident: id, file: path, kind: 'missing', language, field: '' }
  })
  return [...found, ...beside]
}

/** `fr` of `2024-12-11-meta.fr.md`. */
function languageOf(companion: string): string {
  return /\.([^.]+)\.md$/.exec(companion)?.[1] ?? ''
}

interface History {
  readonly git: IncidentGit
  readonly changes: Changes
}

/** Nothing, where git knows nothing: then only what is missing can be told. */
async function historyOf(git: IncidentGit): Promise<History | undefined> {
  try {
    return { git, changes: await git.history('content/incidents') }
  } catch (error) {
    if (error instanceof GitFailure) return undefined
    throw error
  }
}

async function stale(
  { workspace, context }: Newsroom,
  { id, file, companions }: IncidentFile,
  history?: History,
): Promise<TranslationTodo[]> {
  if (!history) return []
  const text = readText(workspace, file).text ?? ''
  const versions = await versionsOf(file, text, history, source => yamlVersion(source, context.languages))
  const inFile = staleTexts(versions).map(({ unit, language, changed, revision }): TranslationTodo => {
    const words = unit[language] ?? ''
    return {
      incident: id,
      file,
      kind: 'stale',
      language,
      field: begun(words),
      line: lineOf(text, words),
      changed,
      revision,
    }
  })
  const beside = await staleBeside(id, companions, history, path => readText(workspace, path).text ?? '')
  return [...inFile, ...beside]
}

/** Hand-written texts are one text each. Their versions are lined up by revision. */
async function staleBeside(
  id: string,
  paths: readonly string[],
  { git, changes }: History,
  read: (path: string) => string,
): Promise<TranslationTodo[]> {
  if (paths.length < 2) return []
  const touched = new Set(paths.flatMap(path => changes.of.get(path) ?? []))
  // A revision that touched one file only still shows the other as it was.
  const order = changes.revisions.filter(revision => touched.has(revision))
  const versions: FileVersion[] = []
  for (const revision of order.reverse()) {
    const texts: Record<string, string> = {}
    for (const path of paths) {
      const text = await git.show(revision, path)
      if (text !== undefined) texts[languageOf(path)] = text
    }
    versions.push({ revision, units: [texts], reviewed: '' })
  }
  versions.push({
    revision: '',
    units: [Object.fromEntries(paths.map(path => [languageOf(path), read(path)]))],
    reviewed: '',
  })
  return staleTexts(versions).map(({ language, changed, revision }) => {
    const file = paths.find(path => languageOf(path) === language) ?? ''
    return { incident: id, file, kind: 'stale', language, field: '', changed, revision }
  })
}

async function versionsOf(
  file: string,
  text: string,
  { git, changes }: History,
  read: (source: string) => Omit<FileVersion, 'revision'>,
): Promise<FileVersion[]> {
  const old = (changes.of.get(file) ?? []).slice(0, 200).reverse()
  const versions: FileVersion[] = []
  for (const revision of old) versions.push({ revision, ...read((await git.show(revision, file)) ?? '') })
  return [...versions, { revision: '', ...read(text) }]
}

function yamlVersion(source: string, languages: readonly string[]): Omit<FileVersion, 'revision'> {
  const read = parseYaml(source)
  const value = read.ok ? read.value : {}
  const reviewed = JSON.stringify((value as { reviewed?: unknown } | null)?.reviewed ?? '')
  return { units: unitsOf(value, languages), reviewed }
}

function begun(text: string): string {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > 50 ? `${flat.slice(0, 49)}…` : flat
}

/** The line on which a text begins in the file. */
function lineOf(text: string, words: string): number {
  const head = words.split(/\s+/).slice(0, 4).join(' ')
  const lines = text.split('\n')
  const found = lines.findIndex(line => line.includes(head))
  return found === -1 ? 1 : found + 1
}
