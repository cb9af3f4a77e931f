import { realiseArticle } from '../../src/article/realise-article.ts'
import { yamlOf } from '../../src/foundation/layered-workspace.ts'
import type { Workspace } from '../../src/foundation/workspace.ts'
import type { Incident } from '../../src/incident/incident.ts'
import type { Locale } from '../../src/language/locale.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { type OpenEdition, openEditions } from '../../src/newsroom/open-editions.ts'
import { storyOf } from '../../src/story/story-of.ts'
import { openDictionary, spellerOf, wordsOf } from './check-spelling.ts'
import { type ProofCheckers, proofread, rulesOf } from './check-text.ts'
import type { GrammarChecker } from './checker-diagnostic.ts'
import { ignored, openGrammarChecker } from './grammar-checker.ts'
import { namesOf } from './incident-names.ts'
import type { ProofDiagnostic } from './proof-diagnostic.ts'
import { readRulebook } from './rulebook.ts'
import { FOREIGN } from './text-pieces.ts'

/** Editions with what their articles are checked with. */
export interface ProofContext {
  readonly editions: readonly OpenEdition[]
  readonly contexts: ReadonlyMap<string, ProofCheckers>
}

/** Opens editions, their rule books and dictionaries. */
export async function openProofContext(
  workspace: Workspace,
  { site, context }: Newsroom,
  ids: readonly string[],
): Promise<ProofContext> {
  const editions = await openEditions(workspace, site, ids)
  const contexts = new Map<string, ProofCheckers>()
  for (const { edition, realiser } of editions) {
    const file = `locales/${edition.language}/proof.yaml`
    const rulebook = readRulebook(yamlOf(workspace, file), file)
    const dictionaryName = rulebook.dictionaries[edition.tag] ?? rulebook.dictionaries.default
    if (dictionaryName === undefined) throw new Error(`${file}: no dictionary for ${edition.tag}`)
    const dictionary = await openDictionary(dictionaryName)
    const words = [...rulebook.words, ...namesInZones(realiser.locale)]
    const spell = spellerOf(dictionary, { ...rulebook, words }, context.directory.names.values(), edition.language)
    contexts.set(edition.id, { rulebook, rules: rulesOf(rulebook), spell })
  }
  return { editions, contexts }
}

/** Places that time zones are called after, as the locale spells them; its other words are read like any. */
const namesInZones = ({ grammar }: Locale): string[] =>
  Object.values(grammar.zones).flatMap(({ name }) => wordsOf(name).filter(word => /^\p{Lu}/u.test(word)))

/** All diagnostics, and how much was checked. */
export interface ProofReport {
  readonly diagnostics: readonly ProofDiagnostic[]
  readonly articles: number
  readonly words: number
  /** Checkers that are not installed, as messages. */
  readonly missing: readonly string[]
}

/** The source of a text, for the grammar checkers' diagnostics. */
interface WordingSource {
  readonly edition: string
  readonly incident: string
  readonly wording: string
}

/** Realises each incident in every edition and checks it: rules, spelling, parity; then grammar, each text once. */
export async function proof(
  incidents: Iterable<Incident>,
  proofContext: ProofContext,
  options: { readonly grammar: boolean; readonly progress?: (articles: number) => void },
): Promise<ProofReport> {
  const diagnostics: ProofDiagnostic[] = []
  const texts = new Map<string, Map<string, WordingSource>>()
  let articles = 0
  let words = 0
  for (const incident of incidents) {
    const story = storyOf(incident)
    const versions = proofContext.editions.flatMap(({ edition, realiser }) => {
      const context = proofContext.contexts.get(edition.id)
      if (!context) return []
      try {
        return [
          { article: realiseArticle(story, realiser), locale: realiser.locale, context, rulebook: context.rulebook },
        ]
      } catch (error) {
        // A bug of ours: reported like a mistake, so that the other articles are checked too.
        const found = error instanceof Error ? error.message : String(error)
        diagnostics.push({ check: 'crash', found, context: found, edition: edition.id, incident: incident.id })
        return []
      }
    })
    const read = proofread(versions, namesOf(incident))
    diagnostics.push(...read.diagnostics)
    articles += versions.length
    words += read.words
    for (const [edition, pieces] of read.pieces) {
      const known = texts.get(edition) ?? new Map<string, WordingSource>()
      texts.set(edition, known)
      for (const { text, wording, where } of pieces)
        if (where === 'sentence' && !known.has(text)) known.set(text, { edition, incident: incident.id, wording })
    }
    options.progress?.(articles)
  }
  if (!options.grammar) return { diagnostics, articles, words, missing: [] }
  const grammar = await readGrammar(texts, proofContext)
  return { diagnostics: [...diagnostics, ...grammar.diagnostics], articles, words, missing: grammar.missing }
}

/** Texts per run of a grammar checker: enough to make its start-up negligible. */
const AT_ONCE = 5000
/**
 * Sentences per wording that the grammar checkers read in an edition: they are slow (thirty a second), and a few are
 * enough.
 */
const PER_WORDING = 20

async function readGrammar(
  texts: ReadonlyMap<string, ReadonlyMap<string, WordingSource>>,
  { editions, contexts }: ProofContext,
): Promise<{ diagnostics: ProofDiagnostic[]; missing: string[] }> {
  const diagnostics: ProofDiagnostic[] = []
  const missing = new Set<string>()
  const read = new Set<string>()
  for (const { edition } of editions) {
    const rulebook = contexts.get(edition.id)?.rulebook
    if (!rulebook?.grammar) {
      missing.add(`no grammar checker for ${edition.id}`)
      continue
    }
    const { tool, dialects } = rulebook.grammar
    const checker: GrammarChecker | string = await openGrammarChecker(tool, dialects[edition.tag])
    if (typeof checker === 'string') {
      missing.add(checker)
      continue
    }
    // Editions that share a dialect share most sentences: each is checked once.
    const mark = `${tool} ${dialects[edition.tag] ?? ''}\n`
    const fresh = sampled(texts.get(edition.id) ?? []).filter(([text]) => !read.has(mark + text))
    for (const [text] of fresh) read.add(mark + text)
    for (let from = 0; from < fresh.length; from += AT_ONCE) {
      const batch = fresh.slice(from, from + AT_ONCE)
      const remarks = await checker(batch.map(([text]) => text.replaceAll(FOREIGN, '…')))
      for (const [index, found] of remarks.entries()) {
        const [context, source] = batch[index] ?? []
        if (context === undefined || !source) continue
        for (const remark of found)
          if (!ignored(remark, rulebook))
            diagnostics.push({
              check: `grammar/${remark.rule}`,
              found: `${remark.found} (${remark.message})`,
              context,
              ...source,
            })
      }
    }
  }
  return { diagnostics, missing: [...missing] }
}

/** The first sentences of each wording; those that differ only in figures count as one. */
function sampled(texts: Iterable<readonly [string, WordingSource]>): (readonly [string, WordingSource])[] {
  const shapes = new Set<string>()
  const taken = new Map<string, number>()
  return [...texts].filter(([text, { wording }]) => {
    const shape = `${wording} ${text.replace(/\d+/g, '0')}`
    const count = taken.get(wording) ?? 0
    if (shapes.has(shape) || count >= PER_WORDING) return false
    shapes.add(shape)
    taken.set(wording, count + 1)
    return true
  })
}
