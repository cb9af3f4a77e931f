import { type Asked, type AskedFile, readAsked } from '../article/asked.ts'
import type { Forms } from '../article/form-faults.ts'
import { type Lexicon, lexiconOf } from '../article/lexicon.ts'
import { type WordingFault, wordingFaults } from '../article/wording-faults.ts'
import { nearest } from '../incident/nearest.ts'
import type { Workspace } from '../incident/workspace.ts'
import { placeAt } from '../incident/yaml/place.ts'
import { merge } from '../language/merge.ts'
import { openWords, variants } from '../language/words.ts'
import type { Problem } from '../problem/problem.ts'
import { BadWordings } from './bad-wordings.ts'
import { COMMENT } from './depth.ts'
import { readEditionFile } from './edition-files.ts'
import { knownEditions } from './edition-ids.ts'
import { jsonOf, ownOf, templatesIn, textOf, yamlOf } from './files.ts'
import { type JsonPlaces, jsonPlaces } from './json-places.ts'
import { remembered } from './memory.ts'
import { outlineProblems } from './template-problems.ts'

/** The wordings of a language, and of an edition that has some of its own. */
const STORY = /^locales\/(?:editions\/([^/]+)\.story|([^/]+)\/story)\.json$/
const OUTLINE = /^templates\/article\/[^/]+\.hbs$/
/** How an outline says a move. */
const SAYS = /\{\{~?\s*say\s+(["'])([^"']+)\1/g

/** Throws `BadWordings` when what the newsroom words itself has errors; warnings are for `check`. */
export function refuseWordings(workspace: Workspace): void {
  const errors = wordingProblems(workspace).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new BadWordings(errors)
}

/**
 * What is wrong with the wordings and outlines that stand in the newsroom's own folder; those it has from the program are
 * the program's care. Throws a `Refusal` for a file that cannot be parsed.
 */
export function wordingProblems(workspace: Workspace): Problem[] {
  const own = ownOf(workspace)
  const stories = own.list('locales').filter(path => STORY.test(path))
  const outlines = own.list('templates/article').filter(path => OUTLINE.test(path))
  if (stories.length + outlines.length === 0) return []
  const theirs = workspace.list('locales').filter(path => STORY.test(path) || path.startsWith('locales/editions/'))
  const grammars = workspace.list('locales').filter(path => path.endsWith('/grammar.yaml'))
  const paths = [...theirs, ...grammars, ...workspace.list('templates/article'), ASKED]
  // The newsroom's files alone say where a problem stands; as text over the program's they may come to the same.
  const more = stories.map(path => textOf(own, path)).join('\0')
  return remembered(workspace, 'wordings', { paths, rooms: ['article', 'language', 'run', 'site'], more }, () =>
    findProblems(workspace, own, { stories, outlines }),
  )
}

const ASKED = 'schema/wordings.json'

interface OwnFiles {
  readonly stories: readonly string[]
  readonly outlines: readonly string[]
}

function findProblems(workspace: Workspace, own: Workspace, { stories, outlines }: OwnFiles): Problem[] {
  const asked = readAsked(jsonOf(workspace, ASKED) as AskedFile)
  return [...outlines.flatMap(path => ofOutline(own, path, asked)), ...storyProblems(workspace, own, stories, asked)]
}

/** What keeps an outline from being followed; then moves that it says and no story has. */
function ofOutline(own: Workspace, path: string, { asks }: Asked): Problem[] {
  const text = textOf(own, path)
  const faults = outlineProblems(path, text)
  if (faults.length > 0) return faults
  const moves = new Set(asks.map(({ move }) => move))
  return saysIn(text).flatMap((match): Problem[] => {
    const [whole, , move = ''] = match
    if (moves.has(move)) return []
    const from = match.index + whole.lastIndexOf(move)
    const place = placeAt(path, text, from, from + move.length)
    return [{ code: 'outline/unknown-move', severity: 'error', place, facts: { move, ...near(move, moves) } }]
  })
}

/** Where an outline says moves; what stands in a comment is not said. */
const saysIn = (outline: string): RegExpExecArray[] => [
  ...outline.replace(COMMENT, comment => ' '.repeat(comment.length)).matchAll(SAYS),
]

function storyProblems(workspace: Workspace, own: Workspace, stories: readonly string[], asked: Asked): Problem[] {
  if (stories.length === 0) return []
  // A folder of no edition's language holds words that nothing reads, a translator's draft or copy.
  const spoken = new Set(knownEditions(workspace).map(id => languageOf(workspace, id)))
  const outlines = Object.values(templatesIn(workspace, 'templates/article'))
  const said = new Set(outlines.flatMap(source => saysIn(source).map(([, , move = '']) => move)))
  const common = new Map(
    workspace.list('locales').flatMap(path => {
      const [, , language = ''] = STORY.exec(path) ?? []
      return spoken.has(language) ? [[language, jsonOf(workspace, path)] as const] : []
    }),
  )
  const lexicons = [...common].map(([language, words]) => lexiconIn(language, words, asked))
  return stories.flatMap(path => {
    const [, edition, language = languageOf(workspace, edition ?? '')] = STORY.exec(path) ?? []
    if (!common.has(language)) return []
    const file = jsonOf(own, path)
    const laid = edition === undefined ? undefined : merge(common.get(language), file)
    const all = laid
      ? [...lexicons.filter(one => one.language !== language), lexiconIn(language, laid as object, asked)]
      : lexicons
    const text = textOf(own, path)
    const places = jsonPlaces(text)
    return [
      ...twice(places),
      ...wordingFaults(file, { lexicons: all, language, asked, said, forms: formsOf(workspace, language) }),
    ].map(fault => problemOf(fault, path, text, places))
  })
}

/** What the grammar of a language has for slots; what is wrong with it is said where it is compiled. */
function formsOf(workspace: Workspace, language: string): Forms | undefined {
  const file = `locales/${language}/grammar.yaml`
  if (workspace.read(file) === undefined) return undefined
  const { classes, clock, day, duration } = yamlOf(workspace, file) as Partial<Forms>
  return classes && clock?.frames && day?.frames && duration?.frames && { classes, clock, day, duration }
}

/** What is wrong with the file of an edition is said where the newsroom is opened; then it has no language. */
const languageOf = (workspace: Workspace, id: string): string => readEditionFile(workspace, id).edition?.language ?? ''

function lexiconIn(language: string, story: object, asked: Asked): Lexicon {
  const words = openWords(language, { story })
  return lexiconOf(language, (key, choice) => variants(words, key, choice), asked)
}

const twice = (places: JsonPlaces): WordingFault[] =>
  places.twice.map(at => ({
    code: 'wording/key-twice',
    severity: 'warning',
    at,
    facts: { key: at.join('.') },
  }))

function problemOf(fault: WordingFault, path: string, text: string, places: JsonPlaces): Problem {
  const { code, severity, at, facts, near: like } = fault
  const { from, to } = slotIn(text, places.rangeOf(at), facts)
  return {
    code,
    severity,
    place: placeAt(path, text, from, to),
    facts: { ...facts, ...(like && near(like.word, like.known)) },
  }
}

const SLOT = /\{\{[^}]*\}\}/g

/** Of a wording, the slot that a fault speaks of: the one with its name and what is wrong in it. */
function slotIn(text: string, range: { from: number; to: number }, facts: WordingFault['facts']) {
  const { slot, format, frame } = facts
  if (slot === undefined) return range
  const words = [slot.slice(2, -2), format, frame].filter(word => word !== undefined)
  for (const match of text.slice(range.from, range.to).matchAll(SLOT)) {
    const from = range.from + match.index
    if (words.every(word => match[0].includes(word))) return { from, to: from + match[0].length }
  }
  return range
}

/** What was probably meant: then the problem's hint asks so. As a slot is written: `right`. */
function near(word: string, known: Iterable<string>): { nearest: string; right: string } {
  const found = nearest(word, known) ?? ''
  return { nearest: found, right: found && `{{${found}}}` }
}
