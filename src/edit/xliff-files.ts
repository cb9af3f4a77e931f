import { valueAt } from '../foundation/pointer.ts'
import { readText } from '../foundation/read-text.ts'
import type { IncidentFile } from '../incident/list-incidents.ts'
import type { IncidentService } from '../newsroom/incident-service.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { changedParts, type PartChange } from './change-part.ts'
import type { TranslationTodo } from './translation-todos.ts'
import { type PlacedText, placedTexts, sourceLanguage, type XliffFile, type XliffUnit } from './xliff.ts'

/** What needs a translator in some incidents, file by file and by pair of languages. */
export function xliffFiles(
  { newsroom }: IncidentService,
  incidents: readonly IncidentFile[],
  todos: readonly TranslationTodo[],
): XliffFile[] {
  const { languages } = newsroom.context
  return incidents.flatMap(incident => {
    const { file, companions, id } = incident
    const read = parseYaml(readText(newsroom.workspace, file).text ?? '')
    const texts = read.ok ? placedTexts(read.value, languages) : []
    const stale = todos.filter(todo => todo.kind === 'stale' && todo.incident === id)
    return languages.flatMap(to => [
      ...byPair(
        file,
        to,
        texts.flatMap(text => unitFor(text, to, { languages, stale })),
      ),
      ...beside(companions, to, { languages, read: path => readText(newsroom.workspace, path).text ?? '', stale }),
    ])
  })
}

interface Asked {
  readonly languages: readonly string[]
  readonly stale: readonly TranslationTodo[]
}

interface FromUnit extends XliffUnit {
  readonly from: string
}

function unitFor(text: PlacedText, to: string, { languages, stale }: Asked): FromUnit[] {
  const target = text.texts[to]
  const isStale = target !== undefined && stale.some(todo => todo.language === to && isBegunBy(target, todo.field))
  const from = sourceLanguage(text, to, languages)
  if (from === undefined || (target !== undefined && !isStale)) return []
  return [{ name: text.pointer, from, source: text.texts[from] ?? '', target }]
}

/** A todo names a text by how it begins. */
function isBegunBy(text: string, field: string): boolean {
  const flat = text.replace(/\s+/g, ' ')
  return field !== '' && (flat === field || (field.endsWith('…') && flat.startsWith(field.slice(0, -1))))
}

function byPair(original: string, to: string, units: readonly FromUnit[]): XliffFile[] {
  const languages = [...new Set(units.map(({ from }) => from))]
  return languages.map(from => ({ original, from, to, units: units.filter(unit => unit.from === from) }))
}

const languageOf = (path: string): string => /\.([^.]+)\.md$/.exec(path)?.[1] ?? ''

/** A hand-written text is one unit, front matter and all. */
function beside(
  companions: readonly string[],
  to: string,
  { languages, stale, read }: Asked & { readonly read: (path: string) => string },
): XliffFile[] {
  const there = companions.find(path => languageOf(path) === to)
  const isStale = there !== undefined && stale.some(todo => todo.file === there)
  const from = languages.find(language => language !== to && companions.some(path => languageOf(path) === language))
  const original = companions.find(path => languageOf(path) === from)
  if (from === undefined || original === undefined || (there && !isStale)) return []
  const target = there === undefined ? undefined : read(there)
  return [{ original, from, to, units: [{ name: '', source: read(original), target }] }]
}

/** Why a translated text was not taken over: its source has changed since, or its place is gone. */
export interface LeftUnit {
  readonly file: string
  readonly name: string
  readonly why: 'changed' | 'gone'
}

/** The files as they become with their translations, and what was left. */
export interface TranslatedFiles {
  readonly files: readonly { readonly path: string; readonly text: string; readonly count: number }[]
  readonly left: readonly LeftUnit[]
}

/**
 * Puts translated texts into the files they were taken from. What people wrote there meanwhile stays: a text is taken over only
 * where its source still stands as it was.
 *
 * @param read a file's text; nothing where there is none
 */
export function translatedFiles(
  given: readonly XliffFile[],
  languages: readonly string[],
  read: (path: string) => string | undefined,
): TranslatedFiles {
  const files: { path: string; text: string; count: number }[] = []
  const left: LeftUnit[] = []
  for (const { original, from, to, units } of given) {
    const text = files.find(({ path }) => path === original)?.text ?? read(original)
    const done = units.filter(({ target }) => target !== undefined && target !== '')
    const leave = (name: string, why: LeftUnit['why']) => left.push({ file: original, name, why })
    if (original.endsWith('.md')) {
      for (const { source, target = '' } of done) {
        if (text?.trim() !== source.trim()) leave('', text === undefined ? 'gone' : 'changed')
        else files.push({ path: original.replace(/\.[^.]+\.md$/, `.${to}.md`), text: `${target.trim()}\n`, count: 1 })
      }
      continue
    }
    let after = text ?? ''
    let count = 0
    for (const { name, source, target = '' } of done) {
      const parsed = parseYaml(after)
      const place = parsed.ok
        ? placedTexts(parsed.value, languages).find(one => one.pointer === name && one.texts[from] !== undefined)
        : undefined
      if (!place) leave(name, 'gone')
      else if (place.texts[from]?.trim() !== source.trim()) leave(name, 'changed')
      else if (place.texts[to] !== target) {
        after = changedParts(after, [changeOf(place, to, target, parsed.ok ? parsed.value : {})])
        count += 1
      }
    }
    const known = files.find(({ path }) => path === original)
    if (known) Object.assign(known, { text: after, count: known.count + count })
    else if (count > 0) files.push({ path: original, text: after, count })
  }
  return { files, left }
}

function changeOf({ pointer, kind, texts }: PlacedText, to: string, target: string, value: unknown): PartChange {
  const at = kind === 'quote' ? `${pointer}/translations` : pointer
  if (texts[to] !== undefined) return { kind: 'replace', at: `${at}/${to}`, value: target }
  if (kind === 'quote' && !hasTranslations(value, pointer))
    return { kind: 'put', at: pointer, fields: { translations: { [to]: target } } }
  return { kind: 'put', at, fields: { [to]: target } }
}

function hasTranslations(value: unknown, pointer: string): boolean {
  return valueAt(value, `${pointer}/translations`) !== undefined
}
