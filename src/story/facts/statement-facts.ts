import type { Statement } from '../../incident/incident.ts'
import { fact, names, once, quote, speaker, tenseOf, when } from '../slots.ts'
import type { Fact } from '../story.ts'
import type { StoryContext } from '../story-context.ts'

/** Before the company says anything else: reactions first, explanation last. */
const PHASES = ['first', 'progress', 'resolution', 'explanation'] as const

/**
 * What the company says, in the order it said it, or that it says nothing; `statements_early` holds those of them that it
 * made before it gave the cause: after the cause, « nous cherchons encore » would contradict it.
 */
export function statements(storyContext: StoryContext): Record<'statements' | 'statements_early', Fact[]> {
  const { incident } = storyContext
  const ordered = incident.statements.map((statement, index) => ({ statement, index })).sort(inOrder)
  const told = ordered.map(({ statement, index }, order) => {
    const opens = statement.kind === 'said' || ordered[order - 1]?.statement.kind === 'said'
    return { statement, facts: tell(storyContext, statement, index, order > 0, opens) }
  })
  const isEarly = ({ statement }: { statement: Statement }) => isBeforeCause(storyContext, statement)
  return {
    statements: told.flatMap(({ facts }) => facts),
    statements_early: told.filter(isEarly).flatMap(({ facts }) => facts),
  }
}

function isBeforeCause({ incident: { causes } }: StoryContext, { kind, at }: Statement): boolean {
  const given = causes.find(({ status, replaced }) => status === 'official' && !replaced)?.at?.at
  return kind === 'said' && at?.at !== undefined && given !== undefined && at.at < given
}

function tell(storyContext: StoryContext, statement: Statement, index: number, later: boolean, opens: boolean): Fact[] {
  const { incident } = storyContext
  const at = `/statements/${index}`
  const by = speaker(statement.by, `${at}/by`)
  if (statement.kind !== 'said') {
    const context = tenseOf(incident)
    const slots = {
      by,
      at: once(when(statement.at, `${at}/at`)),
      asof: storyContext.slots.asof,
      services: storyContext.all,
      company: storyContext.company,
    }
    return [fact(`statement.${statement.kind.replace(' ', '-')}`, slots, { context, from: `${at}/kind`, opens })]
  }
  const said = [`${at}/original`, `${at}/translations`]
  const common = {
    by,
    via: once(names(statement.via ? [statement.via] : [], `${at}/via`)),
    at: once(when(statement.at, `${at}/at`)),
    quote: quote(statement.quote, 'first', said),
    services: storyContext.all,
    company: storyContext.company,
  }
  // A page has no voice: what it says is read there.
  const posted = statement.by?.kind === 'status page' && !statement.via ? ['statement.posted'] : []
  const keys = [...posted, later ? 'statement.later' : 'statement.said', 'statement.said']
  return [
    fact(keys, common, {
      context: statement.phase ?? 'first',
      from: [`${at}/phase`, ...highlightsTold(statement, at)],
      opens,
    }),
    fact('statement.rest', { by, company: storyContext.company, quote: quote(statement.quote, 'rest', said) }),
  ]
}

/** The words to quote in a headline stand in the quote itself: who reads it whole has read them. */
function highlightsTold({ highlight }: Extract<Statement, { kind: 'said' }>, at: string): string[] {
  return highlight ? [`${at}/highlight`] : []
}

/** What is said comes before that somebody says nothing; then by phase, by moment, as entered. */
function inOrder(a: { statement: Statement; index: number }, b: { statement: Statement; index: number }): number {
  const moment = ({ statement }: typeof a) => statement.at?.at ?? Number.NaN
  const phase = ({ statement }: typeof a) =>
    statement.kind === 'said' ? PHASES.indexOf(statement.phase ?? 'first') : PHASES.length
  return phase(a) - phase(b) || moment(a) - moment(b) || 0 || a.index - b.index
}
