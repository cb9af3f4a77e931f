import type { Reaction, ThirdParty } from '../../incident/incident.ts'
import { comesAfter } from '../../incident/moments.ts'
import { fact, names, once, quote, speaker, tenseOf, term, text, wanted } from '../slots.ts'
import type { Fact } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { isSameSpeaker, runsOn } from '../story-holds.ts'
import { occasionOf } from './said-where.ts'
import { speechFacts, translationNote } from './speech-facts.ts'

/** What users do and write elsewhere. */
export function reactions(storyContext: StoryContext): Fact[] {
  return storyContext.incident.reactions.flatMap((reaction, index) => {
    const at = `/reactions/${index}`
    const on = names(reaction.on ? [reaction.on] : [], `${at}/on`)
    const tone = reaction.tone && once(term(`tone.${reaction.tone}-${tenseOf(storyContext.incident)}`, `${at}/tone`))
    const shares = once(text(reaction.shares, `${at}/shares`))
    const said = [`${at}/quote/text`, `${at}/quote/lang`, `${at}/quote/translations`]
    const shared = { on, services: storyContext.all, company: storyContext.company }
    const facts: Fact[] = []
    if (reaction.moved) {
      facts.push(
        fact(
          ['reactions.moved', 'reactions.moved-elsewhere'],
          { ...shared, tone, shares },
          { context: tenseOf(storyContext.incident), from: [`${at}/moved`] },
        ),
      )
    } else if (tone || shares) {
      facts.push(
        fact(
          ['reactions.tone', 'reactions.tone-anywhere'],
          { ...shared, tone, shares },
          { context: tenseOf(storyContext.incident) },
        ),
      )
    }
    // Where the sentence before has named the place, the quote refers back to it; else it names the place itself.
    const before = storyContext.incident.reactions[index - 1]?.on
    const isNamed = facts.length > 0 || (before !== undefined && before.id === reaction.on?.id)
    // A reaction without a name is a user's.
    const by = reaction.who ?? { kind: 'user' }
    const byFrom = reaction.who ? [`${at}/quote/who`, `${at}/who`] : []
    const from = isNamed ? [`${at}/on`] : []
    if (isWorded(storyContext, reaction, at)) {
      const speech = { ...reaction, by, via: isNamed || !reaction.on ? [] : [reaction.on] }
      facts.push(...speechFacts(storyContext, speech, { pointer: at, byFrom, viaFrom: `${at}/on`, from }))
    } else if (reaction.quote) {
      const slots = {
        ...shared,
        on: isNamed ? undefined : wanted(on),
        there: isNamed ? wanted(on) : undefined,
        who: speaker(by, byFrom),
        note: translationNote(storyContext, reaction.quote),
        quote: quote(reaction.quote, 'whole', said),
      }
      facts.push(fact('reactions.quote', slots, { context: reaction.tone ?? 'plain', from }))
    }
    return facts
  })
}

/** Whether what a user says is told as that of anybody: in our words, within a sentence of ours, by a verb. */
function isWorded({ incident }: StoryContext, { clause, frame, verb }: Reaction, at: string): boolean {
  return Boolean(clause ?? frame ?? verb) || incident.fragments?.includes(at) === true
}

/** Ministers, regulators, rivals and experts, apart from users: announcements, then what they say. */
export function thirdParties(storyContext: StoryContext): Fact[] {
  const { third_parties: parties } = storyContext.incident
  return parties.flatMap((party, index) => {
    const pointer = `/third_parties/${index}`
    const byFrom = `${pointer}/who`
    const { who: by, via, at, says } = party
    const announced = {
      by: speaker(by, byFrom),
      ...occasionOf(storyContext, { by, via, at }, pointer),
      says: once(text(says, `${pointer}/says`)),
      company: storyContext.company,
    }
    const above = parties.slice(0, index)
    const holds = {
      order: comesAfter(at, above.at(-1)?.at),
      'same-speaker': above.some(other => isSameSpeaker(other.who, by)),
    }
    return [
      ...(says ? [fact('statement.announced', announced, { holds: { announced: true } })] : []),
      ...speechFacts(
        storyContext,
        { ...party, by },
        {
          pointer,
          byFrom,
          holds,
          opens: party.quote !== undefined && !runsOn(above.map(saidBy), saidBy(party)),
          isWhole: true,
        },
      ),
    ]
  })
}

/** A third party as somebody who speaks. */
const saidBy = ({ who: by, via, at }: ThirdParty) => ({ by, via, at })
