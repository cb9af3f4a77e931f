import type { Complaint } from '../complaint.ts'
import type { Draft } from '../put-together.ts'

/** Services that are named twice, both as failing and as working, or not at all as failing. */
export function checkServices(draft: Draft): readonly Complaint[] {
  return [...twice(draft), ...noneFailing(draft)]
}

function* noneFailing({ state, kind, services, raw }: Draft): Generator<Complaint> {
  for (const [index, { service, impact, ended }] of services.entries()) {
    if (impact !== 'unaffected' || !ended) continue
    yield { code: 'state/unaffected-and-ended', facts: { name: service.name }, pointer: `/services/${index}/ended` }
  }
  // A service that could not be read may be the one that fails.
  const typed = (raw as { services?: unknown }).services
  if (services.length === 0 || services.length !== (Array.isArray(typed) ? typed.length : 1)) return
  const failing = services.filter(({ impact }) => impact !== 'unaffected')
  if (failing.length === 0) {
    if (state !== 'retracted' && kind !== 'false alarm')
      yield { code: 'state/nothing-affected', facts: {}, pointer: '/services', part: 'key' }
  } else if (state === 'ongoing' && failing.every(({ ended }) => ended)) {
    yield { code: 'state/all-services-over', facts: { state }, pointer: '/state' }
  }
}

function twice(draft: Draft): readonly Complaint[] {
  const complaints: Complaint[] = []
  const hit = new Set<string>()
  for (const [index, { service, impact }] of draft.services.entries()) {
    if (hit.has(service.id)) {
      complaints.push({ code: 'name/same-twice', facts: { name: service.name }, pointer: `/services/${index}/service` })
    }
    if (impact !== 'unaffected') hit.add(service.id)
  }
  const spared = [
    ...draft.not_affected.map((one, index) => ({ one, field: 'not_affected', pointer: `/not_affected/${index}` })),
    ...draft.still_works.flatMap((working, index) =>
      'service' in working
        ? [{ one: working.service, field: 'still_works', pointer: `/still_works/${index}/service` }]
        : [],
    ),
  ]
  for (const { one, field, pointer } of spared) {
    if (hit.has(one.id)) complaints.push({ code: 'state/affected-and-not', facts: { name: one.name, field }, pointer })
  }
  return complaints
}
