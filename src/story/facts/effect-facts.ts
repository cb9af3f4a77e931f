import type { Named } from '../../fields/directory.ts'
import type { KnockOn, Remark } from '../../incident/incident.ts'
import { fact, names, once, speaker, tenseOf, text } from '../slots.ts'
import type { Fact } from '../story.ts'
import { type StoryContext, shorten } from '../story-context.ts'

/** Other organisations and daily life; a long list names the best known, the rest follow in a closing list. */
export function knockOn(storyContext: StoryContext): Fact[] {
  const context = tenseOf(storyContext.incident)
  return mergeBareEntries(storyContext.incident.knock_on).flatMap(({ effect, at, names: named, pointers }) => {
    const who = once(byRank(named, pointers))
    const slots = {
      who,
      text: once(text(effect.text, `${at}/text`)),
      by: speaker(effect.by, `${at}/by`),
      services: storyContext.all,
      company: storyContext.company,
    }
    const from = effect.text ? [...pointers, `${at}/by`] : `${at}/by`
    const [only, ...others] = named
    // Somebody who speaks of their own trouble is not introduced as a source as well: « Eurostar a indiqué être
    // également touché ».
    const own = only !== undefined && others.length === 0 && only.id === effect.by?.name?.id
    const facts = [fact(effect.text ? 'knock.text' : own ? 'knock.own' : 'knock.names', slots, { context, from })]
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

const isBare = ({ text: told, by }: KnockOn): boolean => told === undefined && by === undefined

/** Share prices and money, then what customers get. */
export function economy(storyContext: StoryContext): Fact[] {
  const remarks = remarksOf(storyContext, storyContext.incident.economy, '/economy')
  const { compensation } = storyContext.incident
  if (!compensation) return remarks
  const slots = {
    text: once(text(compensation.text, '/compensation/text')),
    by: speaker(compensation.by, '/compensation/by'),
    company: storyContext.company,
  }
  return [...remarks, fact('remark', slots)]
}

export const background = (storyContext: StoryContext): Fact[] =>
  remarksOf(storyContext, storyContext.incident.background, '/background')

export const residual = (storyContext: StoryContext): Fact[] =>
  remarksOf(storyContext, storyContext.incident.residual, '/residual')

function remarksOf(storyContext: StoryContext, remarks: readonly Remark[], pointer: string): Fact[] {
  return remarks.map((remark, index) =>
    fact(
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
