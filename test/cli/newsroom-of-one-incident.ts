import { incidentText, newsroom } from '../site/sample-newsroom.ts'

/** Where the incident of the newsroom below lies, and its id. */
export const ONE = 'content/incidents/2026/2026-03-02-orion.yaml'
export const ID = '2026-03-02-orion'

/** A newsroom with one incident. */
export const oneIncident = (text = incidentText()) => newsroom({ [ONE]: text })

/** One line, ending like one, that speaks to an editor. */
export const oneLine = (text: string) => new RegExp(`^depeche: [^\\n]*${text}[^\\n]*\\n$`)
