import type { Cast } from '../cast.ts'
import { fact, slug, speaker, wanted } from '../slots.ts'
import type { Fact } from '../story.ts'

/** Slots that a lead, a headline and an alert choose from. */
function opening(cast: Cast) {
  const { incident, slots } = cast
  return {
    services: incident.state === 'resolved' ? cast.all : cast.subject,
    top: cast.top,
    all: cast.all,
    company: cast.namesake ? undefined : cast.company,
    namesake: cast.namesake,
    owner: cast.owner,
    operator: cast.operator,
    culprit: cast.culprit,
    impact: cast.impact,
    trouble: cast.trouble,
    brand: cast.brand,
    // Numbers that fail are named where they can be: « le 112 ».
    numbers: wanted(cast.brand),
    reach: slots.reach,
    day: slots.day,
    clock: slots.clock,
    elapsed: slots.elapsed,
    duration: slots.duration,
    endclock: slots.endclock,
    endday: slots.endday,
    places: slots.places,
    lesser: slots.lesser,
    asof: slots.asof,
    from: slots.from,
    to: slots.to,
    reason: slots.reason,
    corrected: slots.corrected,
    right: slots.right,
    said: slots.said,
    written: slots.written,
    claimed: slots.claimed,
    attacked: slots.attacked,
    attack_by: speaker(incident.attack?.by, '/attack/by'),
  }
}

/** Who, what, since when: the first sentence; in a story that is over, also how long it lasted. */
export function lead(cast: Cast): Fact[] {
  const { state, kind } = cast.incident
  const keys = [`lead.${slug(kind)}`, 'lead.outage']
  const open = opening(cast)
  // The company says that it is over: whoever says so is named wherever a wording has room.
  const slots = state === 'disputed' ? { ...open, company: wanted(open.company) } : open
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

/** The titles, each first with every service named, then with the best known; `bare_headline` when nothing else can be said. */
type Titles = Record<'headline' | 'bare_headline' | 'standfirst' | 'alert', Fact[]>

/** Headline, standfirst and alert choose from the same slots as the lead, and the words to quote. */
export function titles(cast: Cast): Titles {
  const { incident } = cast
  const { state, kind } = incident
  const spoken = incident.statements.findIndex(statement => statement.kind === 'said' && statement.highlight)
  const statement = incident.statements[spoken]
  const said = statement?.kind === 'said' ? statement : undefined
  const slots = {
    ...opening(cast),
    highlight: said && highlightOf(said, `/statements/${spoken}`),
    speaker: speaker(said?.by, []),
  }
  const choices = cast.few ? [slots, { ...slots, services: cast.few, brand: cast.brand && cast.few }] : [slots]
  const titled = (move: string, ...first: string[]) =>
    choices.map(choice =>
      fact([...first, `${move}.${slug(kind)}`, `${move}.outage`], choice, { context: state, always: true }),
    )
  return {
    headline: titled('headline', 'headline.apology'),
    bare_headline: [fact('headline.bare', slots, { context: state, always: true })],
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
