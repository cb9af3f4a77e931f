import { realiseArticle } from '../../src/article/realise-article.ts'
import { yamlOf } from '../../src/foundation/layered-workspace.ts'
import type { Workspace } from '../../src/foundation/workspace.ts'
import type { Incident } from '../../src/incident/incident.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { type OpenEdition, openEditions } from '../../src/newsroom/open-editions.ts'
import { storyOf } from '../../src/story/story-of.ts'
import { openDictionary, spellerOf } from './check-spelling.ts'
import { type ProofReaders, proofread, rulesOf } from './check-text.ts'
import type { Grammarian } from './checker-diagnostic.ts'
import { ignored, openGrammarian } from './grammar-checker.ts'
import { namesOf } from './incident-names.ts'
import type { ProofDiagnostic } from './proof-diagnostic.ts'
import { readRulebook } from './rulebook.ts'
import { FOREIGN } from './text-pieces.ts'

/** Editions opened together with what their articles are read with. */
export interface ProofRoom {
  readonly editions: readonly OpenEdition[]
  readonly contexts: ReadonlyMap<string, ProofReaders>
}

/** Opens editions, their rule books and dictionaries. */
export async function openProofRoom(
  workspace: Workspace,
  { site, context }: Newsroom,
  ids: readonly string[],
): Promise<ProofRoom> {
  const editions = await openEditions(workspace, site, ids)
  const contexts = new Map<string, ProofReaders>()
  for (const { edition } of editions) {
    const file = `locales/${edition.language}/proof.yaml`
    const rulebook = readRulebook(yamlOf(workspace, file), file)
    const dictionary = rulebook.dictionaries[edition.tag] ?? rulebook.dictionaries.default
    if (dictionary === undefined) throw new Error(`${file}: no dictionary for ${edition.tag}`)
    const knows = await openDictionary(dictionary)
    const spell = spellerOf(knows, rulebook, context.directory.names.values(), edition.language)
    contexts.set(edition.id, { rulebook, rules: rulesOf(rulebook), spell })
  }
  return { editions, contexts }
}

/** What was found in all articles, and how much was read. */
export interface ProofReport {
  readonly findings: readonly ProofDiagnostic[]
  readonly articles: number
  readonly words: number
  /** What could not be read with, in words. */
  readonly missing: readonly string[]
}

/** Where a text came from, for what the grammar checkers say later. */
interface WordingSource {
  readonly edition: string
  readonly incident: string
  readonly wording: string
}

/** Tells each incident in every edition and reads it: rules, spelling, parity; then grammar, each text once. */
export async function proof(
  incidents: Iterable<Incident>,
  room: ProofRoom,
  options: { readonly grammar: boolean; readonly progress?: (articles: number) => void },
): Promise<ProofReport> {
  const findings: ProofDiagnostic[] = []
  const texts = new Map<string, Map<string, WordingSource>>()
  let articles = 0
  let words = 0
  for (const incident of incidents) {
    const story = storyOf(incident)
    const versions = room.editions.flatMap(({ edition, realiser }) => {
      const context = room.contexts.get(edition.id)
      if (!context) return []
      try {
        return [
          { article: realiseArticle(story, realiser), locale: realiser.locale, context, rulebook: context.rulebook },
        ]
      } catch (error) {
        // A bug of ours: reported like any other finding, so that the other articles are read too.
        const found = error instanceof Error ? error.message : String(error)
        findings.push({ check: 'crash', found, context: found, edition: edition.id, incident: incident.id })
        return []
      }
    })
    const read = proofread(versions, namesOf(incident))
    findings.push(...read.findings)
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
  if (!options.grammar) return { findings, articles, words, missing: [] }
  const grammar = await readGrammar(texts, room)
  return { findings: [...findings, ...grammar.findings], articles, words, missing: grammar.missing }
}

/** Texts per grammar checker run: enough to make its start cheap. */
const AT_ONCE = 5000
/** Sentences of one wording that the grammar checkers read in an edition: they take a second for thirty, and agree after a few. */
const PER_WORDING = 20

async function readGrammar(
  texts: ReadonlyMap<string, ReadonlyMap<string, WordingSource>>,
  { editions, contexts }: ProofRoom,
): Promise<{ findings: ProofDiagnostic[]; missing: string[] }> {
  const findings: ProofDiagnostic[] = []
  const missing = new Set<string>()
  const read = new Set<string>()
  for (const { edition } of editions) {
    const rulebook = contexts.get(edition.id)?.rulebook
    if (!rulebook?.grammar) {
      missing.add(`no grammar checker for ${edition.id}`)
      continue
    }
    const { tool, dialects } = rulebook.grammar
    const checker: Grammarian | string = await openGrammarian(tool, dialects[edition.tag])
    if (typeof checker === 'string') {
      missing.add(checker)
      continue
    }
    // Editions that share a dialect share most sentences: each is read once.
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
            findings.push({
              check: `grammar/${remark.rule}`,
              found: `${remark.found} (${remark.message})`,
              context,
              ...source,
            })
      }
    }
  }
  return { findings, missing: [...missing] }
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
