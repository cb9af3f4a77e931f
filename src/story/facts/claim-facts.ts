import type { Named } from '../../fields/directory.ts'
import { isTold } from '../../incident/in-force.ts'
import type { Claim, Incident } from '../../incident/incident.ts'
import { fact, names, once, slug, speaker, tenseAt, text, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'

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
}

function placed(storyContext: StoryContext): PlacedClaim[] {
  const { incident } = storyContext
  return incident.facts.flatMap((claim, index) =>
    isTold(incident, claim) ? [{ claim: claimFact(storyContext, claim, index), move: moveOf(incident, claim) }] : [],
  )
}

function claimFact({ incident, company }: StoryContext, claim: Claim, index: number): Fact {
  const at = `/facts/${index}`
  const { by, disputed_by: opponent, via, sure } = claim
  const slots = {
    text: once(text(claim.text, `${at}/text`)),
    by: speaker(by, `${at}/by`),
    opponent: speaker(opponent, `${at}/disputed_by`),
    via: once(
      names(
        via,
        via.map((_, nth) => `${at}/via/${nth}`),
      ),
    ),
    at: once(when(claim.at, `${at}/at`)),
    ...spanOf(claim, at),
    company,
  }
  const context = tenseAt(incident, `${at}/text`, '')
  return fact(`claim.${by ? '' : 'bare-'}${slug(sure)}`, slots, context === '' ? {} : { context })
}

/** Since when and until when it is so; both are told as one. */
function spanOf({ since, until }: Claim, at: string): Readonly<Record<string, Slot | undefined>> {
  const [start, end] = [once(when(since, `${at}/since`)), once(when(until, `${at}/until`))]
  return start && end ? { from: start, to: end } : { since: start, until: end }
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
  const told = Object.fromEntries(Object.entries(moves).map(([move, facts]) => [move, [...facts, ...beside(move)]]))
  return {
    ...(told as unknown as M),
    facts: all.map(({ claim }) => claim),
    facts_apart: beside('facts_apart').map(inParagraphs),
  }
}

/** So many stand in a paragraph. */
const IN_A_PARAGRAPH = 3

const inParagraphs = (fact: Fact, nth: number): Fact => (nth % IN_A_PARAGRAPH === 0 ? { ...fact, opens: true } : fact)

/** Whether a fact is a claim, which is ranked by itself wherever it stands. */
export const isClaim = ({ keys: [key = ''] }: Fact): boolean => key.startsWith('claim.')
