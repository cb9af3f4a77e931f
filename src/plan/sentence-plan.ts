import type { LocalText } from '../fields/values.ts'
import type { Fact, Slot } from '../story/story.ts'
import type { Relation, SentenceRules } from './sentence-rules.ts'

/** What one sentence tells: one fact, or two or three that have to do with each other. */
export interface SentencePlan {
  readonly fact: Fact
  readonly joined?: Join
}

/** A fact joined to the one before it, and what is joined to it in turn. */
export interface Join {
  readonly fact: Fact
  readonly relation: Relation
  /** Who answers for both, told once at the end: the slot of that name, which the first fact is told without. */
  readonly source?: string
  readonly then?: Join
}

/** The facts of a planned sentence, in the order in which it tells them. */
export function factsOf({ fact, joined }: SentencePlan): Fact[] {
  const facts = [fact]
  for (let next = joined; next; next = next.then) facts.push(next.fact)
  return facts
}

/**
 * The sentences of a paragraph: facts that say the same of several things are one, denials of one speaker are one, and what
 * belongs together by the rules is one sentence. Pure, and without a word: no language has a say in it.
 */
export function sentencesOf(facts: readonly Fact[], rules: SentenceRules): readonly SentencePlan[] {
  const [first] = facts
  if (!first) return []
  const known = planned.get(first)
  if (known?.rules === rules && isSameList(known.facts, facts)) return known.plans
  const plans = plannedSentences(facts, rules)
  planned.set(first, { facts: [...facts], rules, plans })
  return plans
}

/** Whether any of these facts can become one sentence with another of them, whichever of them are left out. */
export function canBeTogether(facts: readonly Fact[], rules: SentenceRules): boolean {
  const [first] = facts
  if (!first) return false
  const known = togethers.get(first)
  if (known?.rules === rules && isSameList(known.facts, facts)) return known.isOpen
  const isOpen =
    merged(facts, rules).length < facts.length ||
    facts.filter(fact => isOf(fact, rules.exclude.keys)).length > 1 ||
    facts.some((fact, at) => facts.some((next, nth) => nth > at && joinOf(fact, next, rules) !== undefined))
  togethers.set(first, { facts: [...facts], rules, isOpen })
  return isOpen
}

const togethers = new WeakMap<
  Fact,
  { readonly facts: readonly Fact[]; readonly rules: SentenceRules; readonly isOpen: boolean }
>()

/** Every edition of a story asks for the same paragraphs: by their first fact. */
const planned = new WeakMap<
  Fact,
  { readonly facts: readonly Fact[]; readonly rules: SentenceRules; readonly plans: readonly SentencePlan[] }
>()

const isSameList = (one: readonly Fact[], other: readonly Fact[]): boolean =>
  one.length === other.length && one.every((fact, at) => fact === other[at])

function plannedSentences(facts: readonly Fact[], rules: SentenceRules): SentencePlan[] {
  const whole = excluded(merged(facts, rules), rules)
  const plans: SentencePlan[] = []
  const telling = whole.filter(fact => !isEmpty(fact))
  for (let at = 0; at < telling.length; at += 1) {
    const [fact, next, third] = telling.slice(at, at + 3)
    if (!fact) continue
    const joined = next && joinOf(fact, next, rules)
    const then = joined && third && joinOf(next, third, rules)
    const isChain = then !== undefined && then.relation === joined?.relation && then.source === joined.source
    plans.push(joined ? { fact, joined: isChain ? { ...joined, then } : joined } : { fact })
    if (joined) at += isChain ? 2 : 1
  }
  return plans
}

/** Whether a fact names somebody and says nothing of them: a service without symptoms of its own. */
function isEmpty({ keys, slots, from, always, announces }: Fact): boolean {
  if (always || announces || from.length > 0 || !/^(?:symptoms|unaffected)\./.test(keys[0] ?? '')) return false
  return !Object.values(slots).some(({ once }) => once)
}

/** How a fact is joined to the one before it, by the first rule that holds of both. */
function joinOf(fact: Fact, next: Fact, { join }: SentenceRules): Join | undefined {
  if (next.opens || fact.announces) return undefined
  for (const rule of join) {
    const found = isOf(fact, rule.first) && isOf(next, rule.second) ? joinBy(rule, fact, next) : undefined
    if (found) return found
  }
  return undefined
}

function joinBy(rule: SentenceRules['join'][number], fact: Fact, next: Fact): Join | undefined {
  const { by: relation, source, shared, alike } = rule
  // What two say apart is set against each other by neither.
  const [one, other] = alike ? [fact.slots[alike], next.slots[alike]] : []
  if ((one || other) && !isSameValue(one, other)) return undefined
  const isShared = source !== undefined && isSameValue(fact.slots[source], next.slots[source])
  if (shared && !isShared) return undefined
  // A clause for which nobody answers, beside one for which somebody does, would be taken for theirs.
  if (
    OF_BOTH.has(relation) &&
    !isOf(next, RESERVES) &&
    (speakerOf(fact) === undefined) !== (speakerOf(next) === undefined)
  )
    return undefined
  // « … selon l'une, et …, selon l'autre »: two who answer stand in two sentences.
  if (relation === 'both' && speakerOf(next) && !isSameValue(speakerOf(fact), speakerOf(next))) return undefined
  // What stands before both would be read as said of both: the place and the hour of the first; when and where it was stated.
  const differs = (name: string) => fact.slots[name] !== undefined && !isSameValue(fact.slots[name], next.slots[name])
  if (shared && fact.keys[0] !== 'origin' && FRONTED.some(differs)) return undefined
  const isStated = isOf(next, STATED)
  if (isStated && (fact.about !== next.about || (isOf(next, BARE) && next.about === undefined))) return undefined
  // What was typed while it lasted has a frame of its own: « Pendant la panne : … ».
  if (isStated && (fact.context === 'then' || next.context === 'then')) return undefined
  if (isStated && OCCASION.some(name => fact.slots[name] || next.slots[name])) return undefined
  return { fact: next, relation, ...(isShared && { source }) }
}

/** Relations whose sentence is read as one statement of whoever it names. */
const OF_BOTH: ReadonlySet<Relation> = new Set(['addition', 'both', 'sequence'] as const)
const RESERVES = ['counts.caveat']
const speakerOf = ({ slots: { by, source } }: Fact): Slot | undefined => by ?? source

const FRONTED = ['place', 'at']
const BARE = ['claim.bare-confirmed']
const STATED = ['claim.stated', ...BARE]
/** What belongs to one statement alone. */
const OCCASION = ['at', 'via', 'since', 'onward', 'until', 'from', 'opponent', 'otherwise']

/** Whether a fact is of one of these kinds; `symptoms.*` is any of a family. Its last key is the most general. */
function isOf({ keys }: Fact, patterns: readonly string[]): boolean {
  return patterns.some(pattern =>
    keys.some(key => (pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern)),
  )
}

/** Whether a fact becomes one sentence with another of these: the same said of several, what one speaker denies. */
export function isToldTogether(fact: Fact, facts: readonly Fact[], { merge, exclude }: SentenceRules): boolean {
  const others = facts.filter(other => other !== fact)
  return (
    merge.some(
      ({ keys, list }) =>
        isOf(fact, keys) && others.some(other => isOf(other, keys) && signOf(other, list) === signOf(fact, list)),
    ) ||
    (isOf(fact, exclude.keys) &&
      others.some(other => isOf(other, exclude.keys) && isSameValue(other.slots.by, fact.slots.by)))
  )
}

/** What is told of several in one sentence where a fact is: the sentence, and the facts that it tells. */
export function wholeOf(
  fact: Fact,
  moves: Readonly<Record<string, readonly Fact[]>>,
  rules: SentenceRules,
): OneSentence {
  const rule = rules.merge.find(({ keys }) => isOf(fact, keys))
  const move = rule && Object.values(moves).find(facts => facts.some(({ slots }) => slots === fact.slots))
  const own = move?.find(({ slots }) => slots === fact.slots)
  if (!rule || !move || !own) return { fact, of: [fact] }
  const of = move.filter(one => isOf(one, rule.keys) && signOf(one, rule.list) === signOf(own, rule.list))
  const [whole] = merged(of, rules)
  return whole && of.length > 1 ? { fact: { ...fact, slots: whole.slots, from: whole.from }, of } : { fact, of: [fact] }
}

interface OneSentence {
  readonly fact: Fact
  readonly of: readonly Fact[]
}

/** One predicate of several subjects: told at the place of the first. */
function merged(facts: readonly Fact[], { merge }: SentenceRules): Fact[] {
  const groups = new Map<string, number>()
  const result: Fact[] = []
  for (const fact of facts) {
    const rule = merge.find(({ keys }) => isOf(fact, keys))
    const sign = rule?.list.some(name => fact.slots[name]) ? signOf(fact, rule.list) : undefined
    const same = sign === undefined ? undefined : groups.get(sign)
    if (rule && same !== undefined) result[same] = withBoth(result[same] ?? fact, fact, rule.list)
    else {
      if (sign !== undefined) groups.set(sign, result.length)
      result.push(fact)
    }
  }
  return result
}

/** What a fact says besides of whom. */
function signOf({ keys, context, count, holds, slots }: Fact, list: readonly string[]): string {
  const others = Object.entries(slots).filter(([name]) => !list.includes(name))
  return JSON.stringify([keys, context, count, holds, others.map(([name, slot]) => [name, valueHeldBy(slot)])])
}

/** A slot without the lines it rests on. */
export function valueHeldBy({ from: _, ...value }: Slot): unknown {
  return value
}

/** Whether two slots hold the same, whatever lines they rest on. */
export const isSameValue = (one: Slot | undefined, other: Slot | undefined): boolean =>
  one !== undefined && other !== undefined && JSON.stringify(valueHeldBy(one)) === JSON.stringify(valueHeldBy(other))

function withBoth(one: Fact, other: Fact, list: readonly string[]): Fact {
  const slots: Record<string, Slot> = {}
  for (const [name, slot] of Object.entries(one.slots)) {
    const more = other.slots[name]
    // A slot that only one of them has says something of that one alone.
    if (!list.includes(name)) slots[name] = more ? { ...slot, from: [...slot.from, ...more.from] } : slot
    else if (slot.kind === 'names' && more?.kind === 'names')
      slots[name] = { ...slot, names: [...slot.names, ...more.names], from: [...slot.from, ...more.from] }
  }
  return { ...one, slots, from: [...one.from, ...other.from] }
}

/** What one speaker rules out, as one list: told at the place of the first. */
function excluded(facts: readonly Fact[], { exclude }: SentenceRules): Fact[] {
  const denials = facts.filter(fact => isOf(fact, exclude.keys) && itemOf(fact, exclude.also) !== undefined)
  const [first] = denials
  const own = denials.filter(
    ({ slots, context }) => first?.context === context && isSameValue(first?.slots.by, slots.by),
  )
  if (!first || own.length < 2) return [...facts]
  const one = exclusionOf(first, own, exclude)
  return facts.flatMap(fact => (fact === first ? [one] : own.includes(fact) ? [] : [fact]))
}

/** Every sentence that denials of a story may make together, whether or not they do: what wordings must be there for. */
export function everyExclusion(facts: readonly Fact[], { exclude }: SentenceRules): Fact[] {
  return facts
    .filter(fact => isOf(fact, exclude.keys) && itemOf(fact, exclude.also) !== undefined)
    .map(fact => exclusionOf(fact, [fact, fact], exclude))
}

function exclusionOf(first: Fact, own: readonly Fact[], exclude: SentenceRules['exclude']): Fact {
  const items = own.map(fact => itemOf(fact, exclude.also)).filter(item => item !== undefined)
  const from = own.flatMap(fact => [...fact.from, ...Object.values(fact.slots).flatMap(slot => slot.from)])
  const { text: _, ...slots } = first.slots
  const list: Slot = { kind: 'texts', texts: items, from: [], once: true }
  return { ...first, keys: [exclude.as], slots: { ...slots, excluded: list }, from: [...new Set(from)] }
}

/** What a denial denies: what was typed, or what its kind stands for. */
function itemOf({ keys, slots }: Fact, also: Readonly<Record<string, string>>): LocalText | string | undefined {
  const { text } = slots
  if (text?.kind === 'text') return text.text
  return keys.map(key => also[key]).find(term => term !== undefined)
}
