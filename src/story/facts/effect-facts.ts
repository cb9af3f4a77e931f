import type { Named } from '../../fields/directory.ts'
import type { LocalText } from '../../fields/values.ts'
import { type Incident, isQualified, type KnockOn, type Remark } from '../../incident/incident.ts'
import { fact, names, once, speaker, type Tense, tenseAt, tenseOf, text, when } from '../slots.ts'
import type { Fact } from '../story.ts'
import { type StoryContext, shorten } from '../story-context.ts'
import { sureFact } from './claim-facts.ts'

/** Other organisations and daily life; a long list names the best known, the rest follow in a closing list. */
export function knockOn(storyContext: StoryContext): Fact[] {
  const { incident } = storyContext
  return mergeBareEntries(incident.knock_on).flatMap(merged => {
    const { effect, at, names: named, pointers } = merged
    if (effect.text && isQualified(effect)) return [doubtedEffect(storyContext, merged, effect.text)]
    const context = tenseOfEffect(effect, incident)
    const who = once(byRank(named, pointers))
    const slots = {
      who,
      text: once(text(effect.text, `${at}/text`)),
      by: speaker(effect.by, `${at}/by`),
      ended: once(when(effect.ended, `${at}/ended`)),
      services: storyContext.all,
      company: storyContext.company,
    }
    const from = effect.text ? [...pointers, `${at}/by`] : `${at}/by`
    const [only, ...others] = named
    // Somebody who speaks of their own trouble is not introduced as a source as well: « Eurostar a indiqué être
    // également touché ».
    const own = only !== undefined && others.length === 0 && only.id === effect.by?.name?.id
    const told = effect.text ? 'text' : own ? 'own' : 'names'
    const key = effect.link === 'unknown' ? `knock.${effect.text ? 'unlinked-text' : 'unlinked'}` : `knock.${told}`
    const facts = [fact(key, slots, { context: tenseAt(incident, `${at}/text`, context), from })]
    const rest = who?.kind === 'names' && who.more !== undefined ? named.filter(name => !who.names.includes(name)) : []
    if (rest.length > 0)
      facts.push(fact('roll.victims', { services: once(names(rest, pointers)) }, { context, count: rest.length }))
    return facts
  })
}

/** Names that a sentence can hold, the best known first; of more it gives these and a list of its own the others. */
const VICTIMS_IN_A_SENTENCE = 7

function byRank(named: readonly Named[], pointers: readonly string[]) {
  const sorted = [...named].sort((one, other) => (one.rank ?? UNRANKED) - (other.rank ?? UNRANKED))
  return sorted.length <= VICTIMS_IN_A_SENTENCE ? names(sorted, pointers) : shorten(sorted, pointers)
}

const UNRANKED = 9

/** Somebody may suffer longer than the rest, or be well before. */
function tenseOfEffect({ ended, state }: KnockOn, incident: Incident): Tense {
  if (state === 'resolved' || ended) return 'past'
  return state === 'ongoing' ? 'now' : tenseOf(incident)
}

/** An effect with everybody it names, merged with the bare entries after it. */
interface MergedEffect {
  readonly effect: KnockOn
  readonly at: string
  readonly names: Named[]
  readonly pointers: string[]
}

/** Merges consecutive entries that hold nothing but a name, for one sentence. */
function mergeBareEntries(effects: readonly KnockOn[]): MergedEffect[] {
  const all: MergedEffect[] = []
  effects.forEach((effect, index) => {
    const at = `/knock_on/${index}`
    const pointers = effect.who.map((_, order) => `${at}/who/${order}`)
    const last = all.at(-1)
    if (last && isBare(last.effect) && isBare(effect)) {
      last.names.push(...effect.who)
      last.pointers.push(...pointers)
    } else all.push({ effect, at, names: [...effect.who], pointers })
  })
  return all
}

/** What befalls somebody, with how sure that is. */
function doubtedEffect(storyContext: StoryContext, { effect, at, pointers }: MergedEffect, told: LocalText): Fact {
  const ended = once(when(effect.ended, `${at}/ended`))
  const place = { pointer: at, textAt: `${at}/text`, more: { until: ended } }
  const claim = sureFact(storyContext, { ...effect, text: told }, place)
  return { ...claim, from: [...claim.from, ...pointers, `${at}/by`] }
}

const isBare = ({ text: told, by, ended, state, link }: KnockOn): boolean =>
  [told, by, ended, state, link].every(value => value === undefined)

/** Share prices and money, then what customers get. */
export function economy(storyContext: StoryContext): Fact[] {
  const remarks = remarksOf(storyContext, storyContext.incident.economy, '/economy')
  const offers = storyContext.incident.compensation.map((offer, index) => ({
    offer,
    slots: {
      text: once(text(offer.text, `/compensation/${index}/text`)),
      by: speaker(offer.by, `/compensation/${index}/by`),
      company: storyContext.company,
    },
  }))
  // The offer that stands comes before those that it replaces.
  return [
    ...remarks,
    ...offers.flatMap(({ offer, slots }) => (offer.replaced ? [] : [fact('remark', slots)])),
    ...offers.flatMap(({ offer, slots }) => (offer.replaced ? [fact('replaced', slots)] : [])),
  ]
}

export const background = (storyContext: StoryContext): Fact[] =>
  remarksOf(storyContext, storyContext.incident.background, '/background')

export const residual = (storyContext: StoryContext): Fact[] =>
  remarksOf(storyContext, storyContext.incident.residual, '/residual')

function remarksOf(storyContext: StoryContext, remarks: readonly Remark[], pointer: string): Fact[] {
  return remarks.map((remark, index) =>
    isQualified(remark)
      ? sureFact(storyContext, remark, { pointer: `${pointer}/${index}`, textAt: `${pointer}/${index}/text` })
      : fact(
          'remark',
          {
            text: once(text(remark.text, `${pointer}/${index}`)),
            by: speaker(remark.by, `${pointer}/${index}/by`),
            company: storyContext.company,
          },
          { from: `${pointer}/${index}/by` },
        ),
  )
}
