import type { Named } from '../../fields/directory.ts'
import type { Pointer } from '../../foundation/pointer.ts'
import type { Correction, Incident, Precedent } from '../../incident/incident.ts'
import { isOfReports } from '../../incident/left-out-values.ts'
import { fact, length, names, once, speaker, tenseOf, text, wanted, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { inOrder } from '../story-holds.ts'

/** Earlier outages an editor recalls. */
export function precedents(storyContext: StoryContext): Fact[] {
  const { incident } = storyContext
  return incident.precedents.map((precedent, index) => {
    const at = `/precedents/${index}`
    const others = otherOwner(incident, precedent)
    const slots = {
      at: once(when(precedent.at, `${at}/at`)),
      lasted: once(lengthThen(precedent.lasted, `${at}/lasted`)),
      text: once(text(precedent.text, `${at}/text`)),
      services: once(
        names(
          precedent.services,
          precedent.services.map((_, order) => `${at}/services/${order}`),
        ),
      ),
      firm: wanted(others && names([others], `${at}/company`)),
      company: storyContext.company,
      all: storyContext.all,
    }
    return fact([...precedentKeys(precedent, others), index === 0 ? 'precedent.first' : 'precedent.next'], slots, {
      from: precedent.company || precedent.ofNobody ? [`${at}/company`] : [],
      holds: { 'same-company': isSameCompanys(incident, precedent) },
    })
  })
}

/** What happened to nobody of the story is told by itself, and so is what the text tells with its owner. */
function precedentKeys({ ofNobody, text: told }: Precedent, others: Named | undefined): string[] {
  if (ofNobody) return ['precedent.event']
  if (!others) return []
  const isNamed = told !== undefined && Object.values(told).every(clause => clause.includes(others.name))
  return isNamed ? ['precedent.event', 'precedent.other'] : ['precedent.other']
}

/** How long it lasted then, as it was entered. */
const lengthThen = (given: Precedent['lasted'], at: Pointer): Slot | undefined =>
  given && length(given.of, `${at}/of`, given.precision)

/** Whose the earlier case was, where not the company's. */
function otherOwner({ company }: Incident, { company: whose }: Precedent): Named | undefined {
  return whose?.id === company?.id ? undefined : whose
}

/** Whether what failed then is what fails now; whose an earlier case without services was nobody says. */
function isSameCompanys({ company, services }: Incident, precedent: Precedent): boolean {
  const now = new Map(services.map(({ service }) => [service.id, service]))
  const isSame = ({ id, company: owner }: Named) => now.has(id) && now.get(id)?.company === owner
  if (precedent.ofNobody) return false
  if (precedent.company) return precedent.company.id === company?.id
  return precedent.services.length > 0 && precedent.services.every(name => isSame(name) || isOf(name, company))
}

const isOf = ({ id, company: owner }: Named, company: Named | undefined): boolean =>
  company !== undefined && (id === company.id || owner === company.id)

/** What was wrong, what is right, since when. */
export function corrections(storyContext: StoryContext): Record<'corrections' | 'corrections_minor', Fact[]> {
  const { corrections: all, state } = storyContext.incident
  const facts = correctionFacts(storyContext)
  const ours = all.flatMap((correction, index) => (isOurs(correction) ? [index] : []))
  // Serious corrections stand above the article; in a retracted story all of them are told.
  const isMinor = (index: number) => all[index]?.severity === 'minor' && state !== 'retracted'
  return {
    corrections: ours.flatMap(index => (isMinor(index) ? [] : (facts[index] ?? []))),
    corrections_minor: ours.flatMap(index => (isMinor(index) ? (facts[index] ?? []) : [])),
  }
}

/** Moves that a retracted story keeps: what was wrong and is right, what was said about it, what people sent in. */
const KEPT: ReadonlySet<string> = new Set([
  ...['headline', 'bare_headline', 'alert', 'lead', 'corrections', 'corrections_minor', 'taken_back'],
  ...['statements', 'statements_early', 'third', 'facts', 'reports', 'counts', 'background', 'providers'],
])

/** The moves without what a retracted story withdraws: nothing of that is told again as a fact. */
export function withoutWithdrawn<M extends Readonly<Record<string, readonly Fact[]>>>(
  { state }: Incident,
  moves: M,
): M {
  if (state !== 'retracted') return moves
  return Object.fromEntries(Object.entries(moves).map(([move, facts]) => [move, KEPT.has(move) ? facts : []])) as {
    [move in keyof M]: M[move]
  }
}

/** When reports began and ended, in a story that withdraws what they were taken for. */
export function reports({ incident: { state, started, ended } }: StoryContext): Fact[] {
  if (state !== 'retracted') return []
  const [from, to] = [started.findIndex(isOfReports), ended.findIndex(isOfReports)]
  if (from < 0 && to < 0) return []
  const slots = {
    started: once(when(started[from], `/started/${from}`)),
    ended: once(when(ended[to], `/ended/${to}`)),
    by: speaker(started[from]?.source ?? ended[to]?.source, [`/started/${from}/source`, `/ended/${to}/source`]),
  }
  return [fact('reports', slots)]
}

/** Whether a correction is ours: others correct themselves too. */
const isOurs = ({ by }: Correction): boolean => by === undefined

/** What others had said wrongly, and have taken back. */
export function takenBack({ incident: { corrections: all }, company }: StoryContext): Fact[] {
  return all.flatMap((correction, index) => {
    if (isOurs(correction)) return []
    const at = `/corrections/${index}`
    return [
      fact(
        'taken_back',
        {
          by: speaker(correction.by, `${at}/by`),
          at: once(when(correction.at, `${at}/at`)),
          said: once(text(correction.said, `${at}/said`)),
          right: once(text(correction.right, `${at}/right`)),
          company,
        },
        { from: `${at}/severity` },
      ),
    ]
  })
}

function correctionFacts(storyContext: StoryContext): Fact[] {
  return storyContext.incident.corrections.map((correction, index) => {
    const at = `/corrections/${index}`
    const isLast = index === storyContext.incident.corrections.findLastIndex(isOurs)
    const { corrected, said, right } = storyContext.slots
    return fact(
      'correction',
      {
        // The lead of a retracted story tells the last of them.
        at: isLast ? corrected : once(when(correction.at, `${at}/at`)),
        said: isLast ? said : once(text(correction.said, `${at}/said`)),
        right: isLast ? right : once(text(correction.right, `${at}/right`)),
      },
      { context: correction.severity, from: `${at}/severity` },
    )
  })
}

/** What has happened since, newest last: one by itself is a sentence in its place in time, several a list with its heading. */
export function updates(storyContext: StoryContext): Record<'updates' | 'updates_opening' | 'updates_alone', Fact[]> {
  const typed = storyContext.incident.updates.map((update, index) => ({ update, index }))
  const isAlone = typed.length === 1
  const order = inOrder(typed, ({ update }) => update.at)
  const all = order.map(({ update, index }, nth) =>
    fact(
      isAlone ? ['update.alone', 'update.item'] : 'update.item',
      {
        at: once(when(update.at, `/updates/${index}/at`)),
        // Of one night or day with the line above, an hour stands alone.
        before: when(order[nth - 1]?.update.at, []),
        text: once(text(update.text, `/updates/${index}/text`)),
        by: speaker(update.by, `/updates/${index}/by`),
        company: storyContext.company,
      },
      { context: tenseOf(storyContext.incident), from: [`/updates/${index}/state`, `/updates/${index}/by`] },
    ),
  )
  if (isAlone) return { updates: [], updates_opening: [], updates_alone: all }
  const opening = all.length === 0 ? [] : [fact('update.opening', {}, { from: '/updates', announces: true })]
  return { updates: all, updates_opening: opening, updates_alone: [] }
}
