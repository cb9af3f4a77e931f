import { proofread } from '../article/proofread.ts'
import type { Incident } from '../incident/incident.ts'
import { readText } from '../incident/read-text.ts'
import type { Problem } from '../problem/problem.ts'
import { openEditions } from './editions.ts'
import type { Newsroom } from './newsroom.ts'
import { tellIncident } from './tell-incident.ts'

/** Reads the finished articles of an incident as a desk would. `text` is the file's, for the lines. */
export type Proofreader = (incident: Incident, text?: string) => readonly Problem[]

/** Opens the newsroom's editions once; each incident is then told in all of them and read. */
export async function openProofreader({ workspace, site }: Newsroom): Promise<Proofreader> {
  const editions = await openEditions(workspace, site, site.editions)
  return (incident, text = readText(workspace, incident.file).text) =>
    proofread({ incident }, tellIncident(incident, editions), text)
}
