import type { Unit } from '../../incident/incident.ts'
import type { Cast } from '../cast.ts'
import { fact, figure, names, once, speaker, tenseOf, text, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'

/** What a unit counts: what is sent in, who is hit, or which share of them. */
const ASPECT: Readonly<Record<Unit, 'any' | 'affected' | 'share'>> = {
  reports: 'any',
  complaints: 'any',
  calls: 'any',
  posts: 'any',
  users: 'affected',
  customers: 'affected',
  sites: 'affected',
  percent: 'share',
}

/** Figures with who counted them; what the counting site is, is explained where it is first named. */
export function counts(cast: Cast): Fact[] {
  const { incident } = cast
  const explained = new Map<string, Slot | undefined>()
  return incident.counts.flatMap((count, index) => {
    const at = `/counts/${index}`
    const id = count.source?.name?.id ?? ''
    const first = !explained.has(id)
    if (first) explained.set(id, once(count.source?.name && names([count.source.name], `${at}/source`)))
    const facts = [
      fact(
        `counts.${count.source ? ASPECT[count.unit] : 'own'}`,
        {
          source: speaker(count.source, `${at}/source`),
          explained: explained.get(id),
          figure: figure(count.figure, count.unit, [`${at}/value`, `${at}/range`, `${at}/precision`, `${at}/unit`]),
          service: names(count.service ? [count.service] : [], `${at}/service`),
          place: names(count.place ? [count.place] : [], `${at}/place`),
          at: when(count.at, `${at}/at`),
          services: cast.all,
        },
        { context: `${count.phase ?? 'total'}-${tenseOf(incident)}`, from: [`${at}/phase`] },
      ),
    ]
    if (count.caveat) facts.push(fact('counts.caveat', { text: once(text(count.caveat, `${at}/caveat`)) }))
    return facts
  })
}
