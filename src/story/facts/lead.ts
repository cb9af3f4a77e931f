import type { Cast } from '../cast.ts'
import { fact, moment, slug, text, when } from '../slots.ts'
import type { Fact } from '../story.ts'

/** Slots that a lead, a headline and an alert choose from. */
function opening(cast: Cast) {
  const { incident, slots } = cast
  const correction = incident.corrections.length - 1
  const last = incident.corrections[correction]
  const reason = incident.causes.findIndex(({ status }) => status === 'official')
  return {
    services: cast.incident.state === 'resolved' ? cast.all : cast.subject,
    top: cast.top,
    all: cast.all,
    company: cast.company,
    owner: cast.owner,
    operator: cast.operator,
    impact: cast.impact,
    trouble: cast.trouble,
    brand: cast.brand,
    reach: cast.slots.reach,
    day: slots.day,
    clock: slots.clock,
    elapsed: slots.elapsed,
    duration: slots.duration,
    endclock: slots.endclock,
    endday: slots.endday,
    places: slots.places,
    lesser: slots.lesser,
    asof: slots.asof,
    from: when(incident.planned?.from, '/planned/from'),
    to: when(incident.planned?.to, '/planned/to'),
    reason: reason < 0 ? undefined : text(incident.causes[reason]?.text, `/causes/${reason}/text`),
    corrected: moment(last?.at, `/corrections/${correction}/at`),
    right: text(last?.right, `/corrections/${correction}/right`),
    said: text(last?.said, `/corrections/${correction}/said`),
  }
}

/** Who, what, since when: the first sentence; in a story that is over, also how long it lasted. */
export function lead(cast: Cast): Fact[] {
  const { state, kind } = cast.incident
  const keys = [`lead.${slug(kind)}`, 'lead.outage']
  const slots = opening(cast)
  const facts = [
    fact(keys, slots, {
      context: state,
      from: ['/state', '/kind', '/company', ...(cast.groups[0]?.from ?? [])],
      always: true,
    }),
  ]
  if (state === 'resolved') facts.push(fact([`lasted.${slug(kind)}`, 'lasted.outage'], slots, { context: state }))
  return facts
}

/** Headline, standfirst and alert choose from the same slots as the lead, and the words to quote. */
export function titles(cast: Cast): Record<'headline' | 'standfirst' | 'alert', Fact[]> {
  const { incident } = cast
  const { state, kind } = incident
  const spoken = incident.statements.findIndex(statement => statement.kind === 'said' && statement.highlight)
  const statement = incident.statements[spoken]
  const slots = {
    ...opening(cast),
    highlight: statement?.kind === 'said' ? highlightOf(statement, `/statements/${spoken}`) : undefined,
  }
  const titled = (move: string, ...first: string[]) => [
    fact([...first, `${move}.${slug(kind)}`, `${move}.outage`, `${move}.bare`], slots, {
      context: state,
      always: true,
    }),
  ]
  return {
    headline: titled('headline', 'headline.apology', 'headline.apology-bare'),
    standfirst: titled('standfirst'),
    alert: titled('alert'),
  }
}

function highlightOf(statement: Extract<Cast['incident']['statements'][number], { kind: 'said' }>, from: string) {
  if (!statement.highlight) return undefined
  return {
    kind: 'highlight',
    words: statement.highlight,
    quote: statement.quote,
    from: [`${from}/highlight`],
    once: true,
  } as const
}
