import Handlebars from 'handlebars'
import type { Fact, Story } from '../story/story.ts'
import type { Paragraph, Sentence } from './article.ts'
import { type DiscourseContext, realiseFact } from './realise-fact.ts'

/** A compiled document plan: the order of the moves, and their grouping into paragraphs. */
export type DocumentPlan = (data: DocumentPlanData) => string

export interface DocumentPlanData {
  readonly story: Story
  readonly discourse: DiscourseContext
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

/** Sentences that stand together: in a paragraph, or as the items of a list. */
interface Block {
  readonly sentences: Sentence[]
  readonly isList: boolean
}

type Options = Handlebars.HelperOptions & {
  data: { root: DocumentPlanData; announcing: Set<Sentence>; blocks?: Block[] }
}

function paragraph(this: unknown, move: string, options: Options): string {
  const { gathered, discourse } = options.data.root
  const blocks: Block[] = [{ sentences: [], isList: false }]
  const data = Handlebars.createFrame(options.data)
  data.blocks = blocks
  discourse.justNamed = undefined
  discourse.justTold = new Set()
  options.fn(this, { data })
  const isList = options.hash.form === 'list'
  for (const block of blocks) {
    const form = isList || block.isList ? 'list' : 'prose'
    if (block.sentences.length > 0) gathered.push({ move, form, sentences: block.sentences })
  }
  return ''
}

function sayMove(this: unknown, move: string, options: Options): string {
  const { story, discourse } = options.data.root
  const facts = story.moves[move]
  if (!facts) throw new Handlebars.Exception(`no story has the move “${move}”`)
  const max: number = options.hash.max ?? Number.POSITIVE_INFINITY
  let count = 0
  for (const fact of facts) {
    if (count >= max) break
    const sentence = realiseFact(fact, discourse)
    if (!sentence) continue
    const { announcing, blocks } = options.data
    if (fact.announces) announcing.add(sentence)
    if (blocks) blockFor(fact, blocks).push(sentence)
    count += 1
  }
  return ''
}

/** Where a sentence stands: a fact may open a paragraph, and items of a list stand together. */
function blockFor({ opens, item = false }: Fact, blocks: Block[]): Sentence[] {
  const last = blocks.at(-1)
  if (last && (last.sentences.length === 0 ? last.isList === item : !opens && last.isList === item))
    return last.sentences
  const next: Block = { sentences: [], isList: item }
  blocks.push(next)
  return next.sentences
}

function typedHere(this: unknown, place: string, options: Options): string {
  const { typed, gathered } = options.data.root
  const markdown = typed[place]
  if (markdown) gathered.push({ move: 'companion', form: 'typed', sentences: [], typed: markdown })
  return ''
}
