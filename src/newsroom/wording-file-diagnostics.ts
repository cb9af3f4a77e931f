import type { Forms } from '../article/form-diagnostics.ts'
import type { Cues } from '../article/unfounded-words.ts'
import { type WordingDiagnostic, wordingDiagnostics } from '../article/wording-diagnostics.ts'
import { type Lexicon, lexiconOf } from '../article/wording-lexicon.ts'
import { readRequests, type WordingRequests, type WordingRequestsFile } from '../article/wording-requests.ts'
import { cached } from '../foundation/cache.ts'
import { type Diagnostic, isError } from '../foundation/diagnostic.ts'
import { jsonOf, overridesOf, templatesIn, textOf, yamlOf } from '../foundation/layered-workspace.ts'
import { merge } from '../foundation/merge-data.ts'
import { nearest } from '../foundation/nearest-word.ts'
import { COMMENT } from '../foundation/nesting-depth.ts'
import { placeAt } from '../foundation/text-place.ts'
import { openTranslations, variants } from '../foundation/translations.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { type JsonPlaces, jsonPlaces } from '../yaml/json-positions.ts'
import { BadWordings } from './bad-wordings.ts'
import { readEditionFile } from './edition-files.ts'
import { knownEditions } from './edition-ids.ts'
import { documentPlanDiagnostics } from './template-file-diagnostics.ts'

/** The wordings of a language, and of an edition with some of its own. */
const STORY = /^locales\/(?:editions\/([^/]+)\.story|([^/]+)\/story)\.json$/
const DOCUMENT_PLAN = /^templates\/article\/[^/]+\.hbs$/
/** How a document plan uses a move. */
const MOVE_USE = /\{\{~?\s*say\s+(["'])([^"']+)\1/g

/** Throws `BadWordings` when the newsroom's own wordings have errors; warnings are for `check`. */
export function refuseWordings(workspace: Workspace): void {
  const errors = newsroomWordingDiagnostics(workspace).filter(isError)
  if (errors.length > 0) throw new BadWordings(errors)
}

/**
 * Diagnostics of the wordings and document plans in the newsroom's own folder; those of the program are held by its
 * tests. Throws a `Refusal` for a file that cannot be parsed.
 */
export function newsroomWordingDiagnostics(workspace: Workspace): Diagnostic[] {
  const own = overridesOf(workspace)
  const stories = own.list('locales').filter(path => STORY.test(path))
  const documentPlans = own.list('templates/article').filter(path => DOCUMENT_PLAN.test(path))
  if (stories.length + documentPlans.length === 0) return []
  const theirs = workspace.list('locales').filter(path => STORY.test(path) || path.startsWith('locales/editions/'))
  const grammars = workspace.list('locales').filter(path => path.endsWith('/grammar.yaml'))
  const paths = [...theirs, ...grammars, ...workspace.list('templates/article'), REQUESTS_FILE]
  // The content of the newsroom's own files decides the lines of diagnostics; merged over the program's it may be the
  // same text.
  const more = stories.map(path => textOf(own, path)).join('\0')
  return cached(
    workspace,
    'wordings',
    { paths, rooms: ['article', 'foundation', 'language', 'newsroom', 'site'], more },
    () => findDiagnostics(workspace, own, { stories, documentPlans }),
  )
}

const REQUESTS_FILE = 'schema/wordings.json'

interface OwnFiles {
  readonly stories: readonly string[]
  readonly documentPlans: readonly string[]
}

function findDiagnostics(workspace: Workspace, own: Workspace, { stories, documentPlans }: OwnFiles): Diagnostic[] {
  const requests = requestsIn(jsonOf(workspace, REQUESTS_FILE) as WordingRequestsFile)
  return [
    ...documentPlans.flatMap(path => planDiagnostics(own, path, requests)),
    ...storyDiagnostics(workspace, own, stories, requests),
  ]
}

function requestsIn(file: WordingRequestsFile): WordingRequests {
  const known = requestsOf.get(file) ?? readRequests(file)
  requestsOf.set(file, known)
  return known
}

const requestsOf = new WeakMap<WordingRequestsFile, WordingRequests>()

/** Why a document plan cannot be followed; then moves that it uses and no story has. */
function planDiagnostics(own: Workspace, path: string, { moves }: WordingRequests): Diagnostic[] {
  const text = textOf(own, path)
  const diagnostics = documentPlanDiagnostics(path, text)
  if (diagnostics.length > 0) return diagnostics
  return moveUsesIn(text).flatMap((match): Diagnostic[] => {
    const [whole, , move = ''] = match
    if (moves.has(move)) return []
    const from = match.index + whole.lastIndexOf(move)
    const place = placeAt(path, text, from, from + move.length)
    return [{ code: 'outline/unknown-move', severity: 'error', place, facts: { move, ...near(move, moves) } }]
  })
}

/** Where a document plan uses moves; comments do not count. */
const moveUsesIn = (source: string): RegExpExecArray[] => [
  ...source.replace(COMMENT, comment => ' '.repeat(comment.length)).matchAll(MOVE_USE),
]

function storyDiagnostics(
  workspace: Workspace,
  own: Workspace,
  stories: readonly string[],
  requests: WordingRequests,
): Diagnostic[] {
  if (stories.length === 0) return []
  // A folder of no edition's language holds messages that nothing reads, a translator's draft or copy.
  const languages = new Set(knownEditions(workspace).map(id => languageOf(workspace, id)))
  const documentPlans = Object.values(templatesIn(workspace, 'templates/article'))
  const movesUsed = new Set(documentPlans.flatMap(source => moveUsesIn(source).map(([, , move = '']) => move)))
  const common = new Map(
    workspace.list('locales').flatMap(path => {
      const [, , language = ''] = STORY.exec(path) ?? []
      return languages.has(language) ? [[language, jsonOf(workspace, path)] as const] : []
    }),
  )
  const lexicons = [...common].map(([language, words]) => lexiconIn(language, words, requests))
  return stories.flatMap(path => {
    const [, edition, language = languageOf(workspace, edition ?? '')] = STORY.exec(path) ?? []
    if (!common.has(language)) return []
    const file = jsonOf(own, path)
    const merged = edition === undefined ? undefined : merge(common.get(language), file)
    const all = merged
      ? [...lexicons.filter(one => one.language !== language), lexiconIn(language, merged as object, requests)]
      : lexicons
    const text = textOf(own, path)
    const places = jsonPlaces(text)
    return [
      ...twice(places),
      ...wordingDiagnostics(file, {
        lexicons: all,
        language,
        requests,
        movesUsed,
        ...grammarOf(workspace, language),
      }),
    ].map(diagnostic => diagnosticOf(diagnostic, path, text, places))
  })
}

/** What the grammar of a language has for slots, and what its words presuppose; what is wrong with it is said where it is compiled. */
function grammarOf(workspace: Workspace, language: string): { forms: Forms | undefined; cues: Cues; sure: Cues } {
  const file = `locales/${language}/grammar.yaml`
  if (workspace.read(file) === undefined) return { forms: undefined, cues: {}, sure: {} }
  const {
    classes,
    clock,
    day,
    duration,
    cues = {},
    sure = {},
  } = yamlOf(workspace, file) as Partial<Forms> & {
    cues?: Cues
    sure?: Cues
  }
  const isWhole = classes && clock?.frames && day?.frames && duration?.frames
  return { forms: isWhole ? { classes, clock, day, duration } : undefined, cues, sure }
}

/** The language of an edition; empty for an invalid edition file, which is reported where the newsroom is opened. */
const languageOf = (workspace: Workspace, id: string): string => readEditionFile(workspace, id).edition?.language ?? ''

function lexiconIn(language: string, story: object, requests: WordingRequests): Lexicon {
  const known = lexicons.get(story)
  if (known?.requests === requests) return known.lexicon
  const lexicon = readLexicon(language, story, requests)
  lexicons.set(story, { requests, lexicon })
  return lexicon
}

/** The program's own words are the same for every newsroom that a process opens. */
const lexicons = new WeakMap<object, { readonly requests: WordingRequests; readonly lexicon: Lexicon }>()

function readLexicon(language: string, story: object, requests: WordingRequests): Lexicon {
  const words = openTranslations(language, { story })
  return lexiconOf(language, (key, choice) => variants(words, key, choice), requests)
}

const twice = (places: JsonPlaces): WordingDiagnostic[] =>
  places.twice.map(at => ({
    code: 'wording/key-twice',
    severity: 'warning',
    at,
    facts: { key: at.join('.') },
  }))

function diagnosticOf(diagnostic: WordingDiagnostic, path: string, text: string, places: JsonPlaces): Diagnostic {
  const { code, severity, at, facts, near: like } = diagnostic
  const { from, to } = slotIn(text, places.rangeOf(at), facts)
  return {
    code,
    severity,
    place: placeAt(path, text, from, to),
    facts: { ...facts, ...(like && near(like.word, like.known)) },
  }
}

const SLOT = /\{\{[^}]*\}\}/g

/** The slot in a wording that a diagnostic is about: the one with its name and the wrong part. */
function slotIn(text: string, range: { from: number; to: number }, facts: WordingDiagnostic['facts']) {
  const { slot, format, frame } = facts
  if (slot === undefined) return range
  const words = [slot.slice(2, -2), format, frame].filter(word => word !== undefined)
  for (const match of text.slice(range.from, range.to).matchAll(SLOT)) {
    const from = range.from + match.index
    if (words.every(word => match[0].includes(word))) return { from, to: from + match[0].length }
  }
  return range
}

/** The word that was probably meant, for the hint. As a slot is written: `right`. */
function near(word: string, known: Iterable<string>): { nearest: string; right: string } {
  const found = nearest(word, known) ?? ''
  return { nearest: found, right: found && `{{${found}}}` }
}
