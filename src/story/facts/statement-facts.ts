import type { Statement } from '../../incident/incident.ts'
import { comesAfter } from '../../incident/moments.ts'
import type { Known } from '../presupposed.ts'
import { fact, names, once, slug, speaker, tenseOf, when } from '../slots.ts'
import type { Fact } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { isSameSpeaker, runsOn } from '../story-holds.ts'
import { speechFacts } from './speech-facts.ts'

/** Order of the phases before any statement: reactions first, explanation last. */
const PHASES = ['announcement', 'first', 'progress', 'resolution', 'explanation'] as const

/**
 * What the company says, in the order in which it said it, or that it says nothing; `statements_early` holds those
 * made before the cause was given: after the cause, « nous cherchons encore » would contradict it.
 */
export function statements(storyContext: StoryContext): Record<'statements' | 'statements_early', Fact[]> {
  const { incident } = storyContext
  const ordered = byHour(incident.statements.map((statement, index) => ({ statement, index })).sort(inOrder))
  const groups = ordered.map(({ statement, index }, order) => {
    const above = ordered.slice(0, order).map(one => one.statement)
    return { statement, facts: statementFacts(storyContext, statement, index, above) }
  })
  const isEarly = ({ statement }: { statement: Statement }) => isBeforeCause(storyContext, statement)
  return {
    statements: groups.flatMap(({ facts }) => facts),
    statements_early: groups.filter(isEarly).flatMap(({ facts }) => facts),
  }
}

function isBeforeCause({ incident: { causes, state } }: StoryContext, statement: Statement): boolean {
  const cause = causes.find(({ status, replaced }) => status === 'official' && !replaced)
  if (statement.kind !== 'said' || !cause) return false
  const { at, phase } = statement
  if (at?.at !== undefined && cause.at?.at !== undefined) return at.at < cause.at.at
  // First words stand before a cause that was found later, and after the end it has been.
  return state === 'resolved' && (phase === 'first' || phase === 'progress')
}

function statementFacts(
  storyContext: StoryContext,
  statement: Statement,
  index: number,
  above: readonly Statement[],
): Fact[] {
  const { incident } = storyContext
  const at = `/statements/${index}`
  const by = speaker(statement.by, `${at}/by`)
  const last = above.at(-1)
  const isRunning = statement.kind === 'said' && runsOn(saidAbove(above), statement)
  const opens = !isRunning && (statement.kind === 'said' || last?.kind === 'said')
  const holds = heldOf(statement, above)
  if (statement.kind !== 'said') {
    const context = tenseOf(incident)
    const slots = {
      by,
      at: once(when(statement.at, `${at}/at`)),
      via: once(
        names(
          statement.via ?? [],
          (statement.via ?? []).map((_, nth) => `${at}/via/${nth}`),
        ),
      ),
      asof: storyContext.slots.asof,
      services: storyContext.all,
      company: storyContext.company,
    }
    return [fact(`statement.${slug(statement.kind)}`, slots, { context, holds, from: `${at}/kind`, opens })]
  }
  const facts = speechFacts(storyContext, statement, {
    pointer: at,
    byFrom: `${at}/by`,
    holds,
    isLater: above.length > 0,
    opens,
    from: highlightsTold(statement, at),
  })
  const { about } = statement
  return about === undefined
    ? facts
    : facts.map(one => ({ ...one, about: `words:${about}`, from: [...one.from, `${at}/about`] }))
}

/** What has been said since somebody last kept silent. */
const saidAbove = (above: readonly Statement[]): readonly Statement[] =>
  above.slice(above.findLastIndex(({ kind }) => kind !== 'said') + 1)

function heldOf({ kind, at, by }: Statement, above: readonly Statement[]): Known {
  return {
    order: comesAfter(at, above.at(-1)?.at),
    'same-speaker': above.some(other => isSameSpeaker(other.by, by)),
    asked: kind === 'no answer' || kind === 'declined',
    'not-asked': kind === 'none asked',
  }
}

/** The words quoted in a headline are part of the quote itself: the full quote covers them. */
function highlightsTold({ highlight }: Extract<Statement, { kind: 'said' }>, at: string): string[] {
  return highlight ? [`${at}/highlight`] : []
}

/** A statement and its place in the file. */
interface Entry {
  readonly statement: Statement
  readonly index: number
}

/** Of those said, the ones whose hour is known stand in its order, in the places that they have among themselves. */
function byHour(entries: readonly Entry[]): Entry[] {
  const timed = entries.filter(isTimed)
  const sorted = [...timed].sort((a, b) => hourOf(a) - hourOf(b) || timed.indexOf(a) - timed.indexOf(b))
  return entries.map(entry => (isTimed(entry) ? (sorted.shift() ?? entry) : entry))
}

const hourOf = ({ statement }: Entry): number => statement.at?.at ?? 0

const isTimed = ({ statement: { kind, at } }: Entry): boolean =>
  kind === 'said' && at?.at !== undefined && at.precision !== 'day' && at.precision !== 'part'

/** Statements before silences; then by phase, by moment, as entered. */
function inOrder(a: Entry, b: Entry): number {
  const moment = ({ statement }: typeof a) => statement.at?.at ?? Number.NaN
  const phase = ({ statement }: typeof a) =>
    statement.kind === 'said' ? PHASES.indexOf(statement.phase ?? 'first') : PHASES.length
  return phase(a) - phase(b) || moment(a) - moment(b) || 0 || a.index - b.index
}
