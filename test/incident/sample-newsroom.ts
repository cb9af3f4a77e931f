import { readDirectory } from '../../src/directory/read-directory.ts'
import { workspaceOf } from '../../src/foundation/workspace.ts'
import { type IncidentReading, type ReadingContext, readIncident } from '../../src/incident/read-incident.ts'
import { readSite } from '../../src/settings/read-settings.ts'

/** A small newsroom, made of strings: enough to look things up. */
export const files: Readonly<Record<string, string>> = {
  'content/site.yaml': `name: La Gazette de Nulle-Part
base: https://depeche.example/
zone: Europe/Brussels
editions: [fr, en]
byline: { fr: La rédaction, en: The news desk }
description: { fr: Les pannes, en: The outages }
`,
  'content/directory/companies.yaml': `meta:
  name: Meta
  rank: 1
  fr: { class: ms, noun: groupe }
  en: { class: s, noun: group }
google: { name: Google, rank: 1, fr: { class: ms }, en: { class: s } }
youtube-llc: { name: YouTube LLC, company: google, fr: { class: ms }, en: { class: s } }
nordlys:
  name: Nordlys
  fr: { class: fs }
  en: { class: s }
`,
  'content/directory/services.yaml': `facebook: { name: Facebook, company: meta, rank: 1, fr: { class: ms }, en: { class: s } }
instagram: { name: Instagram, company: meta, rank: 1, fr: { class: ms }, en: { class: s } }
messenger: { name: Messenger, company: meta, rank: 2, fr: { class: ms }, en: { class: s } }
whatsapp: { name: WhatsApp, company: meta, rank: 1, fr: { class: ms }, en: { class: s } }
x: { name: X, rank: 1, fr: { class: ms, elides: false, via: sur le réseau social X }, en: { class: s } }
gmail: { name: Gmail, company: google, rank: 1, fr: { class: ms }, en: { class: s } }
youtube: { name: YouTube, company: youtube-llc, rank: 1, fr: { class: ms }, en: { class: s } }
emergency-112: { name: "112", fr: { name: le numéro d'urgence 112 }, en: { name: the emergency number 112 } }
`,
  'content/directory/counters.yaml': `downdetector: { name: Downdetector, fr: { class: ms }, en: { class: s } }
`,
  'content/directory/channels.yaml': `status-page: { name: status page, common: true, fr: { class: fs }, en: { class: s } }
`,
  'content/directory/people.yaml': `zuckerberg: { name: Mark Zuckerberg, company: meta, fr: {}, en: {} }
`,
  'locales/fr/places.yaml': `BE: { name: Belgique, class: fs, in: en }
FR: { name: France, class: fs, in: en }
FR-BRE: { name: Bretagne, class: fs, in: en }
`,
  'locales/en/places.yaml': `BE: { name: Belgium, class: s, in: in }
FR: { name: France, class: s, in: in }
FR-BRE: { name: Brittany, class: s, in: in }
`,
}

const ws = workspaceOf(files)
const { site, diagnostics: siteDiagnostics } = readSite(ws)
if (!site) throw new Error(`The newsroom of the tests is wrong: ${JSON.stringify(siteDiagnostics)}`)

/** What incidents are read against in tests. */
export const context: ReadingContext = {
  site,
  directory: readDirectory(ws, { languages: ['fr', 'en'] }).directory,
  languages: ['fr', 'en'],
}

/** Reads one incident out of a string, outside `content/`, where any name will do. */
export function read(text: string, file = 'incident.yaml'): IncidentReading {
  return readIncident({ file, text }, context)
}

/** An incident in order, to be spoilt by a test: fields given replace its own. */
export function incidentWith(fields: string): string {
  const own = { state: 'ongoing', as_of: '2024-12-11T19:25', company: 'meta', services: '[facebook, instagram]' }
  const given = new Set([...fields.matchAll(/^([a-z_]+):/gm)].map(([, key]) => key))
  const rest = Object.entries(own).filter(([key]) => !given.has(key))
  return `${rest.map(([key, value]) => `${key}: ${value}\n`).join('')}${fields}\n`
}
