import { articleSlugOf } from '../fields/address-field.ts'
import type { State } from '../incident/incident.ts'
import { incidentsFolder } from '../incident/list-incidents.ts'
import { fieldText, type Value } from './write-yaml.ts'

/** What an editor knows of an incident in its first minute. Moments are as they will be written in the file. */
export interface FirstFacts {
  readonly state: State
  readonly kind?: string
  readonly as_of: string
  readonly company?: string
  readonly services: readonly Value[]
  readonly started?: string
  readonly ended?: string
  readonly planned?: { readonly from: string; readonly to?: string }
  readonly scope?: Value
  readonly cause?: string
  readonly sources: readonly string[]
}

/** Looks up a comment for the file in the editor's language: `edit.json`, under `file`. */
export type Notes = (key: string) => string

/** Fields that most incidents need later: written as comments, ready to be uncommented. */
const WAITING = ['scope', 'counts', 'statements', 'cause', 'advice'] as const

/**
 * A new incident file: what is known, each line with a comment that explains it, and the fields needed next, as
 * comments. Where the newsroom has a schema of its own, the first line enables completion and checks in an editor.
 */
export function newIncident(facts: FirstFacts, note: Notes, hasSchema: boolean): string {
  const { state, kind, as_of, company, services, started, ended, planned, sources } = facts
  const parts: string[] = [
    ...(hasSchema ? ['# yaml-language-server: $schema=../../../schema/incident.schema.json\n'] : []),
    [`# ${note('state')}\n`, fieldText('state', state), kind ? fieldText('kind', kind) : ''].join(''),
    [`# ${note('as_of')}\n`, fieldText('as_of', as_of)].join(''),
    [company ? fieldText('company', company) : '', `# ${note('services')}\n`, fieldText('services', services)].join(''),
  ]
  const times = [
    started ? `# ${note('started')}\n${fieldText('started', started)}` : '',
    ended ? fieldText('ended', ended) : '',
    planned ? fieldText('planned', planned.to ? { from: planned.from, to: planned.to } : { from: planned.from }) : '',
  ].join('')
  if (times) parts.push(times)
  if (facts.scope !== undefined) parts.push(fieldText('scope', facts.scope))
  if (facts.cause !== undefined) parts.push(fieldText('cause', facts.cause))
  parts.push(waiting(facts, note))
  if (sources.length > 0) parts.push(`# ${note('sources')}\n${fieldText('sources', sources)}`)
  return parts.join('\n')
}

function waiting(facts: FirstFacts, note: Notes): string {
  const given = new Set<string>(Object.keys(facts).filter(key => facts[key as keyof FirstFacts] !== undefined))
  const examples = WAITING.filter(field => !given.has(field)).map(field =>
    note(`example.${field}`)
      .split('\n')
      .map(line => `#${line}`)
      .join('\n'),
  )
  return `# ${note('next')}\n${examples.join('\n')}\n`
}

/**
 * A free path for a new incident: `content/incidents/2026/2026-01-02-instagram.yaml`, or with a number when that is
 * taken.
 * @param day `2026-01-02`, the day it began in the newsroom's time zone
 */
export function freePath(day: string, name: string, taken: (id: string) => boolean): { id: string; file: string } {
  const stem = `${day}-${articleSlugOf(name)}`
  let id = stem
  for (let number = 2; taken(id); number++) id = `${stem}-${number}`
  return { id, file: `${incidentsFolder}/${day.slice(0, 4)}/${id}.yaml` }
}
