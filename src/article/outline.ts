import Handlebars from 'handlebars'
import type { Story } from '../story/story.ts'
import type { Paragraph, Sentence } from './article.ts'
import { say, type Telling } from './say.ts'

/** An outline, compiled: which moves come in which order, and which stand in one paragraph. */
export type Outline = (data: OutlineData) => string

export interface OutlineData {
  readonly story: Story
  readonly telling: Telling
  /** What the outline has gathered so far. */
  readonly gathered: Paragraph[]
  /** Hand-written paragraphs by place. */
  readonly typed: Readonly<Record<string, string>>
}

/**
 * Compiles an outline (`templates/article/*.hbs`). It knows three helpers, none of which prints: `{{#paragraph "lead"}}`
 * opens a paragraph (`form="list"` makes its sentences items; a fact that opens one of its own begins the next), `{{say "counts"}}` tells the facts of a move in it
 * (`max=1` at most one), `{{typed "end"}}` is where an editor's own paragraphs stand.
 */
export function compileOutline(source: string): Outline {
  const engine = Handlebars.create()
  engine.registerHelper('paragraph', paragraph)
  engine.registerHelper('say', sayMove)
  engine.registerHelper('typed', typedHere)
  const template = engine.compile<OutlineData>(source, {
    strict: true,
    knownHelpers: { paragraph: true, say: true, typed: true },
    knownHelpersOnly: true,
  })
  return data => template(data)
}

type Options = Handlebars.HelperOptions & { data: { root: OutlineData; blocks?: Sentence[][] } }

function paragraph(this: unknown, move: string, options: Options): string {
  const { gathered, telling } = options.data.root
  const blocks: Sentence[][] = [[]]
  const data = Handlebars.createFrame(options.data)
  data.blocks = blocks
  telling.fresh = undefined
  options.fn(this, { data })
  const form = options.hash.form === 'list' ? 'list' : 'prose'
  for (const sentences of blocks) if (sentences.length > 0) gathered.push({ move, form, sentences })
  return ''
}

function sayMove(this: unknown, move: string, options: Options): string {
  const { story, telling } = options.data.root
  const facts = story.moves[move]
  if (!facts) throw new Error(`An outline asks for the move “${move}”, which no story has.`)
  const max: number = options.hash.max ?? Number.POSITIVE_INFINITY
  let said = 0
  for (const fact of facts) {
    if (said >= max) break
    const sentence = say(fact, telling)
    if (!sentence) continue
    const { blocks } = options.data
    if (fact.opens && blocks?.at(-1)?.length) blocks.push([])
    blocks?.at(-1)?.push(sentence)
    said += 1
  }
  return ''
}

function typedHere(this: unknown, place: string, options: Options): string {
  const { typed, gathered } = options.data.root
  const markdown = typed[place]
  if (markdown) gathered.push({ move: 'companion', form: 'typed', sentences: [], typed: markdown })
  return ''
}
