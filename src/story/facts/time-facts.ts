import type { When } from '../../fields/values.ts'
import { fact, once, slug, speaker, tenseOf, wanted, when } from '../slots.ts'
import type { Fact } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { isSilent } from '../story-holds.ts'

/** When it began: the hour, that it is unknown, or what each source says when they differ. */
export function start(storyContext: StoryContext): Fact[] {
  return boundaryFacts(
    storyContext,
    'start',
    storyContext.incident.started,
    storyContext.started && (storyContext.slots.clock ?? storyContext.slots.day),
  )
}

/** When it ended, or what each source says of it. */
export function end(storyContext: StoryContext): Fact[] {
  return boundaryFacts(
    storyContext,
    'end',
    storyContext.incident.ended,
    storyContext.ended && (storyContext.slots.endclock ?? storyContext.slots.endday),
  )
}

function boundaryFacts(
  storyContext: StoryContext,
  move: 'start' | 'end',
  moments: readonly When[],
  agreed: ReturnType<typeof when>,
): Fact[] {
  const context = tenseOf(storyContext.incident)
  const pointer = move === 'start' ? '/started' : '/ended'
  if (moments.length > 1 && !agreed) {
    // The newsroom's own finding comes before other accounts: « pour des utilisateurs, c'était à 9h30 » needs it.
    const order = moments
      .map((value, index) => ({ value, index }))
      .sort((a, b) => Number(Boolean(a.value.source)) - Number(Boolean(b.value.source)) || a.index - b.index)
    const [first] = order
    return order.map(({ value, index }, nth) =>
      fact(
        !value.source ? `${move}.disagree-own` : nth === 0 ? `${move}.disagree-first` : `${move}.disagree-next`,
        {
          clock: once(when(value, `${pointer}/${index}`)),
          source: speaker(value.source, `${pointer}/${index}/source`),
          company: storyContext.company,
          first: when(first?.value, `${pointer}/${first?.index}`),
          day: storyContext.slots.day,
        },
        { context },
      ),
    )
  }
  if (moments[0]?.precision === 'unknown') {
    return [
      fact(
        `${move}.unknown`,
        { company: storyContext.company, services: storyContext.all },
        { context, from: pointer },
      ),
    ]
  }
  if (!agreed) return []
  const source = speaker(moments[0]?.source, `${pointer}/source`)
  return [
    fact(
      // Announced work begins, power fails, difficulties have no beginning anyone notices.
      move === 'start' ? [`start.known-${slug(storyContext.incident.kind)}`, 'start.known'] : 'end.known',
      {
        clock: agreed,
        source,
        services: storyContext.all,
        company: storyContext.company,
        beyond: storyContext.slots.beyond,
        day: agreed === storyContext.slots.day ? undefined : storyContext.slots.day,
      },
      { context, holds: { first: moments[0]?.precision === 'exact' || moments[0]?.precision === 'about' } },
    ),
  ]
}

/** When the company expects the end, or that it gives no estimate. */
export function expected(storyContext: StoryContext): Fact[] {
  const value = storyContext.incident.expected
  if (!value) return []
  if (value.kind === 'none') {
    return [
      fact(
        'expected.none',
        {
          source: speaker(value.source, '/expected/source'),
          // Where somebody else says so, it is not the company that gives no estimate.
          company: value.source ? undefined : wanted(storyContext.company),
        },
        {
          holds: { 'silent-said-by': value.source !== undefined || isSilent(storyContext.incident) },
          from: '/expected',
        },
      ),
    ]
  }
  // The end of an announced window is also the expected end: told once, it is not repeated.
  const { to } = storyContext.slots
  const same = to?.kind === 'when' && to.when.at === value.when.at && to.when.precision === value.when.precision
  return [
    fact('expected.at', {
      clock: same ? to : once(when(value.when, '/expected')),
      source: speaker(value.when.source, '/expected/source'),
      company: storyContext.company,
      services: storyContext.all,
    }),
  ]
}

/** The announced window, where the lead has not told it. */
export function planned(storyContext: StoryContext): Fact[] {
  const window = storyContext.incident.planned
  if (!window) return []
  return [
    fact(
      'planned.window',
      { from: storyContext.slots.from, to: storyContext.slots.to, services: storyContext.all },
      { context: tenseOf(storyContext.incident) },
    ),
  ]
}
