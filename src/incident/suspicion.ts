import type { Named } from '../fields/directory.ts'
import type { CountUnit } from '../fields/values.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { IncidentDraft } from './assemble-incident.ts'

/** Whether all there is to tell is that people reported trouble: nobody confirms a fault, or there was none. */
export const isSuspicion = ({ state, kind }: Pick<IncidentDraft, 'state' | 'kind'>): boolean =>
  state === 'unconfirmed' || (state === 'resolved' && kind === 'false alarm')

/** A value that says that something fails, whoever is entered for it. */
export interface Assertion {
  readonly field: string
  readonly pointer: Pointer
  /** What cannot be told because of it, where that is more than the value: the place, with how it stands there. */
  readonly within?: Pointer
}

/** Fields that say that there is a fault, or that it was mended. */
const ASSERTING = [
  ...(['planned', 'expected', 'intervals', 'lasted', 'recovery', 'data_impact', 'resolution'] as const),
  ...(['residual', 'knock_on', 'compensation', 'origin'] as const),
]

/** The same of one service. */
export const ASSERTING_OF_SERVICE = [
  ...(['impact', 'degree', 'usable', 'started', 'ended', 'symptoms', 'error', 'platforms', 'planned'] as const),
  ...(['only_from', 'not_from', 'seen_on', 'scope'] as const),
]

/** The same of where it is. */
const OF_SCOPE = ['degree', 'of', 'who', 'except'] as const
const OF_PLACE = ['impact', 'degree', 'ended', 'services'] as const

/** What a story of a suspicion cannot tell: what takes the fault for granted, with the field that an editor typed. */
export function assertsIn(draft: IncidentDraft): Assertion[] {
  const { services, providers, scope, counts, symptoms, attack, ended, started, causes, casualties, facts } = draft
  const fields = draft as unknown as Readonly<Record<string, unknown>>
  return [
    ...ASSERTING.flatMap(field => asserted(fields[field], field, `/${field}`)),
    ...services.flatMap((service, index) =>
      ASSERTING_OF_SERVICE.flatMap(field =>
        // That it works is what became of a false alarm.
        service[field] === 'unaffected' && draft.state !== 'unconfirmed'
          ? []
          : asserted(service[field], field, `/services/${index}/${field}`),
      ),
    ),
    ...OF_SCOPE.flatMap(field => asserted(scope?.[field], field, `/scope/${field}`)),
    ...(scope?.places ?? []).flatMap((hit, index) =>
      OF_PLACE.flatMap(field => asserted(hit[field], field, `/scope/places/${index}/${field}`)).map(one => ({
        ...one,
        within: `/scope/places/${index}`,
      })),
    ),
    ...providers.flatMap(({ role }, index) =>
      role === 'affected' || role === 'spared' ? [{ field: 'role', pointer: `/providers/${index}` }] : [],
    ),
    ...counts.flatMap(({ unit }, index) => (isSentIn(unit) ? [] : [{ field: 'unit', pointer: `/counts/${index}` }])),
    ...symptoms.flatMap(({ by }, index) => (by ? [] : [{ field: 'symptoms', pointer: `/symptoms/${index}` }])),
    ...casualties.flatMap(({ link }, index) =>
      link ? [{ field: 'link', pointer: `/casualties/${index}/link`, within: `/casualties/${index}` }] : [],
    ),
    ...facts.flatMap(({ by }, index) => (by ? [] : [{ field: 'facts', pointer: `/facts/${index}` }])),
    ...attack.flatMap(({ status }, index) =>
      status === 'confirmed' ? [{ field: 'attack', pointer: `/attack/${index}` }] : [],
    ),
    ...causes.flatMap(({ replaced }, index) => (replaced ? [{ field: 'replaced', pointer: `/causes/${index}` }] : [])),
    ...[...started.entries()].flatMap(([index, { precision }]) =>
      precision === 'unknown' ? [{ field: 'started', pointer: `/started/${index}` }] : [],
    ),
    ...[...ended.entries()].flatMap(([index, { precision, for: whose }]) =>
      whose !== undefined || precision === 'unknown' ? [{ field: 'ended', pointer: `/ended/${index}` }] : [],
    ),
  ]
}

const asserted = (value: unknown, field: string, pointer: Pointer): Assertion[] =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [{ field, pointer }]

/** Whether a figure counts what people sent in, and not what was hit. */
export const isSentIn = (unit: CountUnit | Named): boolean => SENT_IN.has(unit)

const SENT_IN: ReadonlySet<CountUnit | Named> = new Set(['reports', 'complaints', 'posts'])
