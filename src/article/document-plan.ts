import Handlebars from 'handlebars'
import { canBeTogether, type SentencePlan, sentencesOf } from '../plan/sentence-plan.ts'
import type { SentenceRules } from '../plan/sentence-rules.ts'
import type { Fact, Story } from '../story/story.ts'
import type { Paragraph, Sentence } from './article.ts'
import type { DiscourseContext } from './discourse-context.ts'
import { beginParagraph } from './realise-fact.ts'
import { realiseSentences, withSomethingToTell } from './realise-sentence.ts'

/** A compiled document plan: the order of the moves, and their grouping into paragraphs. */
export type DocumentPlan = (data: DocumentPlanData) => string

export interface DocumentPlanData {
  readonly story: Story
  readonly discourse: DiscourseContext
  /** What becomes one sentence. */
  readonly rules: SentenceRules
  /** Paragraphs gathered so far. */
  readonly gathered: Paragraph[]
  /** Hand-written paragraphs by place. */
  readonly typed: Readonly<Record<string, string>>
}

/**
 * Compiles a document plan (`templates/article/*.hbs`). It knows three helpers, none of which prints: `{{#paragraph
 * "lead"}}` opens a paragraph (`form="list"` makes its sentences items; a fact that opens a paragraph of its own
 * begins the next), `{{say "counts"}}` realises the facts of a move in it (`max=1` at most one), `{{typed "end"}}` is
 * where an editor's own paragraphs stand. The compiled plan throws a `BadDocumentPlan` when it cannot be read or asks
 * for what is not there.
 */
export function compileDocumentPlan(name: string, source: string): DocumentPlan {
  const engine = Handlebars.create()
  engine.registerHelper(HELPERS)
  const knownHelpers = Object.fromEntries(documentPlanHelpers.map(helper => [helper, true]))
  const options = { strict: true, knownHelpers, knownHelpersOnly: true }
  let template: Handlebars.TemplateDelegate<DocumentPlanData> | undefined
  return data => {
    template ??= engine.compile<DocumentPlanData>(parsed(engine, name, source), options)
    const announcing = new Set<Sentence>()
    try {
      const text = template(data, { data: { announcing } })
      dropIdleAnnouncement(data.gathered, announcing)
      joinLoneStart(data.gathered)
      return text
    } catch (error) {
      if (error instanceof Handlebars.Exception) throw new BadDocumentPlan(name, error.message)
      throw error
    }
  }
}

const HELPERS = { paragraph, say: sayMove, typed: typedHere }

/** Names of the helpers a document plan may call. */
export const documentPlanHelpers: readonly string[] = Object.keys(HELPERS)

/** A document plan that cannot be read or followed; the message names the file. */
export class BadDocumentPlan extends Error {
  constructor(name: string, reason: string) {
    super(`templates/article/${name}.hbs: ${reason.split('\n')[0] ?? ''}`)
    this.name = 'BadOutline'
  }
}

function parsed(engine: typeof Handlebars, name: string, source: string): hbs.AST.Program {
  try {
    return engine.parse(source)
  } catch (error) {
    throw new BadDocumentPlan(name, error instanceof Error ? error.message : String(error))
  }
}

/** Removes a closing sentence that announces details which then did not follow. */
function dropIdleAnnouncement(gathered: Paragraph[], announcing: ReadonlySet<Sentence>): void {
  const at = gathered.findLastIndex(({ sentences }) => sentences.length > 0)
  const last = gathered[at]
  const idle = last?.sentences.at(-1)
  if (last === undefined || idle === undefined || !announcing.has(idle)) return
  const kept = { ...last, sentences: last.sentences.slice(0, -1) }
  gathered.splice(at, 1, ...(kept.sentences.length > 0 ? [kept] : []))
}

/** Since when it lasts is no paragraph of its own: one sentence that nothing follows stands at the end of a short lead. */
function joinLoneStart(gathered: Paragraph[]): void {
  const at = gathered.findIndex(
    ({ move, form, sentences }) => move === 'start' && form === 'prose' && sentences.length === 1,
  )
  const [lead, start] = [gathered[at - 1], gathered[at]]
  const [own] = start?.sentences ?? []
  if (!own || !START.test(own.wording) || lead?.move !== 'lead' || lead.form !== 'prose') return
  const most = own.text.split(/\s+/u).length <= SHORT ? SHORT_LEAD : 1
  if (lead.sentences.length > most) return
  gathered.splice(at - 1, 2, { ...lead, sentences: [...lead.sentences, own] })
}

const SHORT_LEAD = 2
/** Words of a sentence that says no more than the hour. */
const SHORT = 12
const START = /^(?:start|update)\./

/** Sentences that stand together: in a paragraph, or as the items of a list. */
interface Block {
  readonly sentences: Sentence[]
  readonly isList: boolean
  readonly isFirst: boolean
}

type Options = Handlebars.HelperOptions & {
  data: { root: DocumentPlanData; announcing: Set<Sentence>; facts?: Fact[] }
}

/** Gathers the facts of a paragraph, plans its sentences, and realises them. */
function paragraph(this: unknown, move: string, options: Options): string {
  const { root, announcing } = options.data
  const facts: Fact[] = []
  const data = Handlebars.createFrame(options.data)
  data.facts = facts
  options.fn(this, { data })
  const isList = options.hash.form === 'list'
  const plans = isList ? facts.map(fact => ({ fact })) : sentencesOf(toPlan(move, facts, root), root.rules)
  const before = isList ? undefined : thinBefore(move, plans, root)
  if (before) root.gathered.pop()
  else beginParagraph(root.discourse)
  for (const block of realiseBlocks(plans, root, announcing, before?.sentences)) {
    const form = isList || block.isList ? 'list' : 'prose'
    if (block.sentences.length > 0)
      root.gathered.push({ move: block.isFirst ? (before?.move ?? move) : move, form, sentences: block.sentences })
  }
  return ''
}

/** What a paragraph may join over facts that are told already: its lead, where several say how far it reaches. */
function toPlan(
  move: string,
  facts: readonly Fact[],
  { discourse, gathered, rules }: DocumentPlanData,
): readonly Fact[] {
  if (move !== 'lead' || facts.length < 2) return facts
  // What nothing is joined to, and no paragraph stands before, is left out when it is realised.
  if (gathered.at(-1)?.form !== 'prose' && !canBeTogether(facts, rules)) return facts
  return withSomethingToTell(facts, discourse)
}

/** The paragraph before, where this one goes on with it: one of them would be a single sentence, and the rules put them together. */
function thinBefore(
  move: string,
  plans: readonly SentencePlan[],
  { gathered, discourse, rules: { paragraphs } }: DocumentPlanData,
): Paragraph | undefined {
  const last = gathered.at(-1)
  const own = plans.filter(({ fact }) => isToTell(fact, discourse)).length
  if (last?.form !== 'prose' || own === 0 || plans[0]?.fact.opens) return undefined
  const { length } = last.sentences
  const isThin = length === 1 || own === 1
  const goesOn = paragraphs.together.some(moves => moves.includes(last.move) && moves.includes(move))
  return isThin && goesOn && length + own <= paragraphs.most ? last : undefined
}

const isToTell = ({ always, slots, from }: Fact, { told }: DiscourseContext): boolean => {
  const news = Object.values(slots).filter(({ once }) => once)
  return always === true || news.some(slot => !told.has(slot)) || (news.length === 0 && from.length > 0)
}

/** The sentences, in as many paragraphs and lists as their facts ask for. */
function realiseBlocks(
  plans: readonly SentencePlan[],
  { discourse, rules }: DocumentPlanData,
  announcing: Set<Sentence>,
  before: readonly Sentence[] = [],
): Block[] {
  const blocks: Block[] = [{ sentences: [...before], isList: false, isFirst: true }]
  for (const plan of plans) {
    const sentences = realiseSentences(plan, discourse, rules)
    for (const sentence of sentences) if (plan.fact.announces) announcing.add(sentence)
    if (sentences.length > 0) blockFor(plan.fact, blocks).push(...sentences)
  }
  return blocks
}

function sayMove(this: unknown, move: string, options: Options): string {
  const { story } = options.data.root
  const facts = story.moves[move]
  if (!facts) throw new Handlebars.Exception(`no story has the move “${move}”`)
  options.data.facts?.push(...facts.slice(0, options.hash.max ?? facts.length))
  return ''
}

/** Where a sentence stands: a fact may open a paragraph, and items of a list stand together. */
function blockFor({ opens, item = false }: Fact, blocks: Block[]): Sentence[] {
  const last = blocks.at(-1)
  if (last && (last.sentences.length === 0 ? last.isList === item : !opens && last.isList === item))
    return last.sentences
  const next: Block = { sentences: [], isList: item, isFirst: false }
  blocks.push(next)
  return next.sentences
}

function typedHere(this: unknown, place: string, options: Options): string {
  const { typed, gathered } = options.data.root
  const markdown = typed[place]
  if (markdown) gathered.push({ move: 'companion', form: 'typed', sentences: [], typed: markdown })
  return ''
}
