import type { Complaint } from '../complaint.ts'
import type { Draft } from '../put-together.ts'

/** Services that are named twice, or both as failing and as working. */
export function checkServices(draft: Draft): readonly Complaint[] {
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
