import type { Instant } from '../fields/values.ts'
import type { Fact, Slot, Story } from '../story/story.ts'
import { type DiscourseContext, nothingTold } from './discourse-context.ts'
import type { Realiser } from './realise-article.ts'
import { fragmentOf, realiseWording, sentenceOf } from './realise-fact.ts'
import type { Wording } from './wording.ts'

/** A sentence that stands in no article: what an article would know when it comes to it. */
export interface StandaloneContext {
  readonly slots: Readonly<Record<string, Slot>>
  /** The moment it speaks from. */
  readonly asOf: Instant
  /** What its words may presuppose. */
  readonly holds: readonly string[]
  /** Whether everybody in it has been named before. */
  readonly known: boolean
  /** A headline or an alert: names are not introduced, and hours name no zone. */
  readonly isTitle: boolean
  /** Part of a sentence: it gets no capital of its own. */
  readonly isFragment: boolean
}

/** The text of a wording, as an article of the edition would print it; `undefined` when it cannot be filled. */
export function standaloneText(wording: Wording, context: StandaloneContext, realiser: Realiser): string | undefined {
  const fact: Fact = { keys: [wording.id], slots: context.slots, holds: [], from: [] }
  const discourse = standaloneDiscourse(context, realiser)
  const found = realiseWording(wording, fact, discourse)
  return found && (context.isFragment ? fragmentOf(found, realiser.locale) : sentenceOf(fact, found, discourse).text)
}

function standaloneDiscourse(context: StandaloneContext, { locale, wordings }: Realiser): DiscourseContext {
  const { slots, asOf, holds, known, isTitle } = context
  return {
    locale,
    wordings,
    asOf,
    spoken: { precision: 'exact', at: asOf },
    began: beganIn(slots),
    seed: '',
    shared: {},
    holds: holds as Story['holds'],
    ...nothingTold(),
    explained: new Set(known ? namesOf(slots) : []),
    bearers: new Map(),
    named: new Set(known ? namesOf(slots) : []),
    zone: {
      open: !isTitle && locale.edition.says_zone === 'always',
      named: undefined,
      local: undefined,
      there: !isTitle,
    },
    introducesNames: !isTitle,
    usesShortForms: false,
    locate: pointer => pointer,
  }
}

function namesOf(slots: StandaloneContext['slots']): string[] {
  return Object.values(slots).flatMap(slot => {
    if (slot.kind === 'names') return slot.names.map(({ id }) => id)
    return slot.kind === 'speaker' && slot.speaker.name ? [slot.speaker.name.id] : []
  })
}

/** Slots of a story that tell when the incident began. */
const STARTS = ['started', 'day', 'clock']

function beganIn(slots: StandaloneContext['slots']): number | undefined {
  const instants = STARTS.flatMap(name => {
    const slot = slots[name]
    return slot?.kind === 'when' && slot.when.at !== undefined ? [slot.when.at] : []
  })
  return instants.length > 0 ? Math.min(...instants) : undefined
}
