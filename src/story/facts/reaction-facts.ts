import { fact, names, once, quote, speaker, tenseOf, term, text, when } from '../slots.ts'
import type { Fact } from '../story.ts'
import type { StoryContext } from '../story-context.ts'

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
    if (reaction.quote) {
      // Where the sentence before has named the place, the quote refers back to it; else it names the place itself.
      const before = storyContext.incident.reactions[index - 1]?.on
      const isNamed = facts.length > 0 || (before !== undefined && before.id === reaction.on?.id)
      const slots = {
        ...shared,
        on: isNamed ? undefined : on,
        there: isNamed ? on : undefined,
        // A reaction without a name is a user's.
        who: speaker(reaction.who ?? { kind: 'user' }, reaction.who ? [`${at}/quote/who`, `${at}/who`] : []),
        quote: quote(reaction.quote, 'whole', said),
      }
      facts.push(
        fact('reactions.quote', slots, {
          context: reaction.tone ?? 'plain',
          holds: { 'spoken-language': true },
          from: isNamed ? [`${at}/on`] : [],
        }),
      )
    }
    return facts
  })
}

/** Ministers, regulators, rivals and experts, apart from users. */
export function thirdParties(storyContext: StoryContext): Fact[] {
  return storyContext.incident.third_parties.flatMap((party, index) => {
    const at = `/third_parties/${index}`
    const slots = {
      who: speaker(party.who, `${at}/who`),
      via: once(names(party.via ? [party.via] : [], `${at}/via`)),
      at: once(when(party.at, `${at}/at`)),
      says: once(text(party.says, `${at}/says`)),
      company: storyContext.company,
    }
    const said = [`${at}/quote/text`, `${at}/quote/lang`, `${at}/quote/translations`]
    const facts: Fact[] = []
    if (party.says) facts.push(fact('third.says', slots, { holds: { announced: true } }))
    if (party.quote)
      facts.push(
        fact(
          'third.quote',
          { ...slots, quote: quote(party.quote, 'whole', said) },
          { holds: { 'spoken-language': true }, opens: true },
        ),
      )
    return facts
  })
}
