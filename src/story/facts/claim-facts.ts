import type { Named } from '../../fields/directory.ts'
import type { LocalText } from '../../fields/values.ts'
import type { Pointer } from '../../foundation/pointer.ts'
import { type Claim, type Incident, type SureClaim, sureOf } from '../../incident/incident.ts'
import { isTold } from '../../incident/left-out-values.ts'
import { isSuspicion } from '../../incident/suspicion.ts'
import { fact, names, once, slug, speaker, tenseAt, text, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { type Occasion, occasionOf } from './said-where.ts'

/** Moves that hold what no other field has a place for: those of a group beside it, the others by themselves. */
const BESIDE: Readonly<Record<string, string>> = {
  scope: 'others',
  symptoms: 'symptoms',
  counts: 'counts',
  statements: 'statements',
  cause: 'attack',
  attack: 'attack',
  data: 'data',
  expected: 'expected',
  resolution: 'resolution',
  knock_on: 'knock',
  economy: 'economy',
  background: 'background',
}

/** What no other field has a place for, with the move that it stands in. */
interface PlacedClaim {
  readonly claim: Fact
  readonly move: string
  readonly about?: string | undefined
}

function placed(storyContext: StoryContext): PlacedClaim[] {
  const { incident } = storyContext
  return incident.facts.flatMap((claim, index) => {
    if (!isTold(incident, claim)) return []
    const subject = isGoingOn(incident, index) ? incident.facts[index - 1] : claim
    const move = moveOf(incident, subject ?? claim)
    const about = typeof subject?.about === 'string' ? subject.about : subject?.about?.id
    const told = claimFact(storyContext, claim, index)
    return [{ claim: about === undefined ? told : { ...told, about }, move, about }]
  })
}

/** Whether a paper reports it right after something else, and nothing is said of what it is about. */
function isGoingOn({ facts }: Incident, index: number): boolean {
  const [before, own] = [facts[index - 1], facts[index]]
  const name = own?.by?.name
  return own?.about === undefined && name?.kind === 'agency' && name.id === before?.by?.name?.id
}

function claimFact(storyContext: StoryContext, claim: Claim, index: number): Fact {
  const at = `/facts/${index}`
  const { otherwise } = claim
  const told = sureFact(storyContext, claim, {
    pointer: at,
    textAt: `${at}/text`,
    more: {
      ...spanOf(claim, at, storyContext.incident),
      title: text(claim.title, `${at}/title`),
      otherwise: once(text(otherwise?.text, `${at}/otherwise/text`)),
      otherwise_by: speaker(otherwise?.by, `${at}/otherwise/by`),
    },
  })
  // Two accounts are told together.
  return otherwise ? { ...told, keys: ['claim.differ', ...told.keys] } : told
}

/** Where a claim stands in the file, and its text; what else is told with it; the tense of what is told beside it. */
interface ClaimPlace {
  readonly pointer: Pointer
  readonly textAt: Pointer
  readonly more?: Readonly<Record<string, Slot | undefined>>
}

/** A clause with how sure it is, who makes it, and who says that it is not so. */
export function sureFact(
  storyContext: StoryContext,
  claim: SureClaim & { readonly text: LocalText },
  { pointer: at, textAt, more = {} }: ClaimPlace,
): Fact {
  const { incident, company } = storyContext
  const slots = {
    text: once(text(claim.text, textAt)),
    by: speaker(claim.by, `${at}/by`),
    opponent: speaker(claim.disputed_by, `${at}/disputed_by`),
    ...occasionIn(storyContext, claim, at),
    ...more,
    company,
  }
  // Of a suspicion nothing is said to have been so while it lasted.
  const context = isSuspicion(incident) ? '' : tenseAt(incident, textAt, '')
  const key = `claim.${claim.by ? '' : 'bare-'}${slug(sureOf(claim))}`
  // A newspaper reports, it does not declare.
  const isPress = (claim.by?.name?.kind ?? claim.by?.kind) === 'agency' && !claim.by?.and
  const keys = isPress && key === 'claim.stated' && context === '' ? ['claim.reported', key] : [key]
  return fact(keys, slots, context === '' ? {} : { context })
}

/** Where and when it was said: told once of all that somebody says there and then. */
function occasionIn(storyContext: StoryContext, { by, via = [], at: moment }: SureClaim, at: string): Occasion {
  if (by) return occasionOf(storyContext, { by, via, at: moment }, at)
  const lines = via.map((_, nth) => `${at}/via/${nth}`)
  return { via: once(names(via, lines)), at: once(when(moment, `${at}/at`)) }
}

/** Since when and until when it is so; both are told as one. */
function spanOf({ since, until }: Claim, at: string, { as_of }: Incident): Readonly<Record<string, Slot | undefined>> {
  const [start, end] = [once(when(since, `${at}/since`)), once(when(until, `${at}/until`))]
  if (start && end) return { from: start, to: end }
  // What is yet to begin is told by when it will.
  const isToCome = since?.at !== undefined && since.at > as_of
  return isToCome ? { onward: start } : { since: start, until: end }
}

/** Beside what a claim is about; of a name where that is told. */
function moveOf({ company, services }: Incident, { about, value }: Claim): string {
  if (value === 'recall' && about === undefined) return 'background'
  if (about === undefined) return 'facts_apart'
  if (typeof about === 'string') return BESIDE[about] ?? 'facts_apart'
  return moveOfName(
    about,
    company,
    services.map(({ service }) => service),
  )
}

function moveOfName({ id, kind }: Named, company: Named | undefined, services: readonly Named[]): string {
  if (kind === 'place') return 'others'
  if (services.some(service => service.id === id)) return 'symptoms'
  return id === company?.id ? 'statements' : 'knock'
}

/** The moves with the claims that stand beside them; `facts` holds all of them, to be ranked, and told where no move was. */
export function withClaims<M extends Readonly<Record<string, readonly Fact[]>>>(
  storyContext: StoryContext,
  moves: M,
): M & Record<'facts' | 'facts_apart', readonly Fact[]> {
  const all = placed(storyContext)
  const beside = (move: string) => all.flatMap(one => (one.move === move ? [one.claim] : []))
  const told = Object.fromEntries(
    Object.entries(moves).map(([move, facts]) => [
      move,
      withBeside(
        facts,
        all.filter(one => one.move === move),
      ),
    ]),
  )
  return {
    ...(told as unknown as M),
    facts: all.map(({ claim }) => claim),
    facts_apart: beside('facts_apart').map(inParagraphs),
  }
}

/** What more is known of the cause stands before what it was not; the rest after what it stands beside. */
function withBeside(facts: readonly Fact[], claims: readonly PlacedClaim[]): Fact[] {
  const isOfCause = ({ about }: PlacedClaim) => about === 'cause'
  const at = facts.findIndex(({ keys }) => /^attack\.(?:denied|unknown)/.test(keys[0] ?? ''))
  const before = at < 0 ? [] : claims.filter(isOfCause)
  const after = claims.filter(one => !before.includes(one))
  const [first, last] = at < 0 ? [facts, []] : [facts.slice(0, at), facts.slice(at)]
  return [...first, ...before.map(({ claim }) => claim), ...last, ...after.map(({ claim }) => claim)]
}

/** So many stand in a paragraph. */
const IN_A_PARAGRAPH = 3

const inParagraphs = (fact: Fact, nth: number): Fact => (nth % IN_A_PARAGRAPH === 0 ? { ...fact, opens: true } : fact)

/** Whether a fact is one that no other field has a place for: ranked by itself wherever it stands. */
export const isClaim = ({ slots: { text: own } }: Fact): boolean => own?.from[0]?.startsWith('/facts/') === true
