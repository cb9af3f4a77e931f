import type { Directory, Named } from '../../fields/directory.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import type { IncidentDraft } from '../assemble-incident.ts'

/** Services named twice, both as failing and as working, none failing, or with a foreign owner. */
export function checkServices(draft: IncidentDraft, context: FieldContext): readonly UnplacedDiagnostic[] {
  return [
    ...twice(draft),
    ...noneFailing(draft),
    ...strangers(draft, context.directory),
    ...backAndDown(draft),
    ...knockedOn(draft),
    ...errors(draft),
    ...platforms(draft, context),
  ]
}

/** A service that came back whole, and is still told as failing. */
function* backAndDown({ state, services, recovery }: IncidentDraft): Generator<UnplacedDiagnostic> {
  // While all comes back, none is said to fail as before.
  if (state !== 'ongoing') return
  for (const [index, { share, text, services: back }] of recovery.entries()) {
    if (share || text) continue
    for (const [nth, { id, name }] of back.entries()) {
      const isDown = services.some(one => one.service.id === id && !one.ended && !one.usable)
      const pointer = `/recovery/${index}/services/${nth}`
      if (isDown && services.length > 1) yield { code: 'state/back-and-down', facts: { name }, pointer }
    }
  }
}

/** A side effect on what is among the services already. */
function* knockedOn({ services, knock_on }: IncidentDraft): Generator<UnplacedDiagnostic> {
  const listed = new Set(services.map(({ service }) => keyOf(service)))
  for (const [index, { who }] of knock_on.entries())
    for (const [nth, one] of who.entries())
      if (listed.has(keyOf(one)))
        yield { code: 'state/knock-on-listed', facts: { name: one.name }, pointer: `/knock_on/${index}/who/${nth}` }
}

/** The same text on the screen, entered for all and for one. */
function* errors({ symptoms, services }: IncidentDraft): Generator<UnplacedDiagnostic> {
  const general = new Set(symptoms.flatMap(({ error }) => error ?? []))
  for (const [index, { error, service }] of services.entries())
    if (error !== undefined && general.has(error))
      yield { code: 'text/error-twice', facts: { error, name: service.name }, pointer: `/services/${index}/error` }
}

/** A common noun as a platform, in one language for all: brands are the same in every one. */
function* platforms({ services }: IncidentDraft, { languages }: FieldContext): Generator<UnplacedDiagnostic> {
  if (languages.length < 2) return
  for (const [index, { platforms: all }] of services.entries())
    for (const [nth, one] of all.entries())
      if (typeof one === 'string' && /^[\p{Ll} -]+$/u.test(one) && !SAME_EVERYWHERE.has(one))
        yield {
          code: 'text/platform-language',
          facts: { text: one, languages: languages.map(language => `${language}: …`).join(', ') },
          pointer: `/services/${index}/platforms/${nth}`,
        }
}

const SAME_EVERYWHERE: ReadonlySet<string> = new Set(['web'])

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
