import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace, type Workspace } from '../../src/foundation/workspace.ts'
import { openStudio, type Studio } from '../../src/studio/server.ts'

export const project = resolve(import.meta.dirname, '../..')

/** The script of the page, bundled as `npm run bundle` does. */
export function bundled(): Uint8Array {
  const entry = join(project, 'src/studio/browser/start.ts')
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

export interface StudioNewsroom {
  readonly root: string
  readonly workspace: Workspace
  /** Opens the studio of this newsroom; on the same port when it was open before. */
  readonly open: (script?: Uint8Array, port?: number) => Promise<Studio>
  readonly remove: () => void
}

/**
 * A port below those that the system gives to whoever asks for any: a test may let go of it, and nobody takes it before
 * the test comes back.
 */
const ownPort = () => 20_000 + (process.pid % 10_000)

/** A newsroom of its own, with the sample content. */
export function openStudioNewsroom(): StudioNewsroom {
  const root = mkdtempSync(join(tmpdir(), 'depeche-studio-'))
  cpSync(join(project, 'content'), join(root, 'content'), { recursive: true })
  const workspace = withDefaults(openWorkspace(root), openWorkspace(project))
  const clock = () => Date.parse('2026-06-01T20:00+02:00')
  return {
    root,
    workspace,
    open: (script = new Uint8Array(), port = ownPort()) =>
      openStudio({ workspace, script, language: 'en', port, clock }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
