import type { Directory, Named } from '../../fields/directory.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { IncidentDraft } from '../assemble-incident.ts'

/** Services named twice, both as failing and as working, none failing, or with a foreign owner. */
export function checkServices(draft: IncidentDraft, { directory }: FieldContext): readonly UnplacedDiagnostic[] {
  return [...twice(draft), ...noneFailing(draft), ...strangers(draft, directory)]
}

/** Services whose owner in the directory is neither the company of the incident nor its parent or subsidiary. */
function* strangers(
  { company, providers, services }: IncidentDraft,
  { names }: Directory,
): Generator<UnplacedDiagnostic> {
  if (company?.kind !== 'company' || !names.has(company.id)) return
  const near = new Set([company.id, company.company, ...providers.map(provider => provider.company.id)])
  for (const [index, { service }] of services.entries()) {
    // An owner typed beside it is meant.
    const owner = service.company === undefined || service.owner ? undefined : names.get(service.company)
    if (!owner || near.has(owner.id) || (owner.company !== undefined && near.has(owner.company))) continue
    const facts = { name: service.name, owner: owner.name, company: company.name }
    yield { code: 'name/other-owner', facts, pointer: `/services/${index}/service` }
  }
}

function* noneFailing({ state, kind, services, raw }: IncidentDraft): Generator<UnplacedDiagnostic> {
  for (const [index, { service, impact, ended }] of services.entries()) {
    if (impact !== 'unaffected' || !ended) continue
    yield { code: 'state/unaffected-and-ended', facts: { name: service.name }, pointer: `/services/${index}/ended` }
  }
  // A service that could not be read may be the one that fails.
  const typed = (raw as { services?: unknown }).services
  if (services.length === 0 || services.length !== (Array.isArray(typed) ? typed.length : 1)) return
  const failing = services.filter(({ impact }) => impact !== 'unaffected')
  if (failing.length === 0) {
    if (state !== 'retracted' && state !== 'unconfirmed' && kind !== 'false alarm')
      yield { code: 'state/nothing-affected', facts: {}, pointer: '/services', part: 'key' }
  } else if (state === 'ongoing' && failing.every(({ ended }) => ended)) {
    yield { code: 'state/all-services-over', facts: { state }, pointer: '/state' }
  }
}

function twice(draft: IncidentDraft): readonly UnplacedDiagnostic[] {
  const unplaced: UnplacedDiagnostic[] = []
  const hit = new Set<string>()
  for (const [index, { service, impact }] of draft.services.entries()) {
    if (hit.has(keyOf(service))) {
      unplaced.push({
        code: 'name/same-twice',
        facts: { name: service.name, context: '' },
        pointer: `/services/${index}/service`,
      })
    }
    if (impact !== 'unaffected') hit.add(keyOf(service))
  }
  const spared = [
    ...draft.not_affected.map(({ service: one }, index) => ({
      one,
      field: 'not_affected',
      pointer: `/not_affected/${index}/service`,
    })),
    ...draft.still_works.flatMap((working, index) =>
      'service' in working
        ? [{ one: working.service, field: 'still_works', pointer: `/still_works/${index}/service` }]
        : [],
    ),
  ]
  for (const { one, field, pointer } of spared) {
    if (hit.has(keyOf(one)))
      unplaced.push({ code: 'state/affected-and-not', facts: { name: one.name, field }, pointer })
  }
  return unplaced
}

/** The internet access of one company is not that of another. */
const keyOf = ({ id, owner }: Named): string => `${id} ${owner?.id ?? ''}`
