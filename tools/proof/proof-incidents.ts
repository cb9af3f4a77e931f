import { load } from 'js-yaml'
import { stringify } from 'yaml'
import { textOf } from '../../src/foundation/layered-workspace.ts'
import type { Workspace } from '../../src/foundation/workspace.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { incidentId } from '../../src/incident/list-incidents.ts'
import { readIncident } from '../../src/incident/read-incident.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { incidentsOf } from '../bench/invented-incidents.ts'
import { type SuppliedTexts, suppliesOf } from '../bench/names-and-texts.ts'
import { diceOf } from '../bench/random.ts'
import { fitting, type MoreTexts, meaningful, widen } from './widen-incident.ts'

/** A generated incident: its file's text, and the incident read from it; without `incident` it has errors. */
export interface Invented {
  readonly id: string
  readonly text: string
  readonly incident?: Incident
  /** Codes of its errors. */
  readonly refused: readonly string[]
}

/**
 * Generated incidents of the bench; two of three with the fields the bench leaves out. The same seed gives the same.
 */
export function* inventedIncidents(
  program: Workspace,
  newsroom: Newsroom,
  seed: number,
  count: number,
): Generator<Invented> {
  const texts = load(textOf(program, 'tools/bench/texts.yaml')) as SuppliedTexts
  const more = load(textOf(program, 'tools/proof/proof-texts.yaml')) as MoreTexts
  const { directory } = newsroom.context
  const supplies = suppliesOf(directory, texts)
  const places = [...directory.names.values()]
    .filter(({ kind, id }) => kind === 'place' && !supplies.places.includes(id))
    .map(({ id }) => id)
  let nth = 0
  for (const { path, text } of incidentsOf(seed, count, supplies)) {
    if (!path.endsWith('.yaml')) continue
    const dice = diceOf(seed * 7_000_003 + nth)
    const fields = fitting(load(text) as Record<string, unknown>, dice)
    const whole = stringify(meaningful(nth++ % 3 === 0 ? fields : widen(fields, { dice, supplies, more, places })), {
      aliasDuplicateObjects: false,
    })
    const { incident, diagnostics } = readIncident({ file: path, text: whole }, newsroom.context)
    yield {
      id: incidentId(path),
      text: whole,
      ...(incident && { incident }),
      refused: diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    }
  }
}
