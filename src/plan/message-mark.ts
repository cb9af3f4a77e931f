import { hexDigestOf } from '../foundation/digest.ts'
import type { Fact, Slot } from '../story/story.ts'
import { pointersOf } from './fact-lines.ts'
import { factsOf, type SentencePlan } from './sentence-plan.ts'

/** What a planned sentence tells, as a file can name it, and a digest of its facts: it changes when they do. */
export interface MessageMark {
  /** The most general key of its fact, and the entry of the file that it is about: `counts.any counts/0`. */
  readonly tells: string
  readonly facts: string
}

/** The mark of a planned sentence: the same in every language. */
export function markOf(plan: SentencePlan): MessageMark {
  const { fact } = plan
  const facts = factsOf(plan)
  // A letter first: YAML would read digits, and some letters between them, as a number.
  return { tells: nameOf(fact), facts: `f${hexDigestOf(JSON.stringify(facts.map(contentOf))).slice(0, 7)}` }
}

function nameOf(fact: Fact): string {
  const news = Object.values(fact.slots).flatMap(({ once, from }) => (once ? from : []))
  const [first = ''] = [...fact.from, ...news, ...pointersOf(fact)]
  const entry = /^\/(.+\/\d+)/.exec(first)?.[1]
  const key = fact.keys.at(-1) ?? ''
  // What opens the article is about all of it.
  return entry === undefined || fact.always ? key : `${key} ${entry}`
}

/** All that a fact can say, without the lines it rests on and the moment at which it is said. */
function contentOf({ keys, context, holds, slots }: Fact): unknown {
  const held = Object.entries(slots).filter(([, { preferOnce }]) => !preferOnce)
  return [keys, context, holds, held.map(([name, slot]) => [name, heldBy(slot)])]
}

/** A name is who it is, not how the directory describes it today. */
function heldBy(slot: Slot): unknown {
  const { from: _, source, ...value } = slot
  if (slot.kind === 'names') return [slot.names.map(({ id }) => id), slot.more]
  if (slot.kind === 'speaker') return [slot.speaker.kind, slot.speaker.name?.id, slot.speaker.role]
  return source ? [value, heldBy(source)] : value
}
