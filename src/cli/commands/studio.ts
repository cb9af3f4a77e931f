import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programRoot } from '../../foundation/program-root.ts'
import { openStudio } from '../../studio/server.ts'
import type { CommandSettings } from '../command-settings.ts'
import { incidentAsked } from '../find-incident.ts'
import { presentOf } from '../present-moment.ts'
import { siteZone } from '../site-zone.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, Usage } from '../usage-error.ts'

export interface StudioOptions {
  readonly port?: string
  readonly now?: string
}

/** `studio [ID]`: the live editor, until Ctrl-C. Prints its address. */
export async function studio(
  id: string | undefined,
  { port = '0', now }: StudioOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Usage('port-number', { port })
  presentOf(now, invocation, () => siteZone(workspace))
  const file = id === undefined ? undefined : incidentAsked(workspace, id)
  const bundle = join(programRoot, 'lib/studio/browser.js')
  if (!existsSync(bundle)) throw new Usage('bundle', { path: 'lib/studio/browser.js' })
  const opened = await openStudio({
    workspace,
    script: readFileSync(bundle),
    language: terminal.words().language,
    port: Number(port),
    clock: () => presentOf(now, invocation, () => siteZone(workspace)),
  }).catch(error => {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new Usage('port', { port })
    throw error
  })
  // Before anybody can read the address, and press Ctrl-C.
  const signal = invocation.interrupted()
  const address = file === undefined ? opened.address : `${opened.address}#${file.id}`
  terminal.print(`${address}\n`)
  terminal.note(`${terminal.say('studio.open', { address })}\n`)
  await new Promise<void>(done => signal.addEventListener('abort', () => done(), { once: true }))
  await opened.close()
  return DONE
}
