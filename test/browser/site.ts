import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../src/build/build.ts'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { serve } from './server.ts'

const repository = new URL('../../', import.meta.url).pathname

/** The sample newsroom as it is built and served, under a path as many newsrooms are. */
export interface ServedSite {
  readonly folder: string
  /** Address of the site's root, with a final slash. */
  readonly root: string
  readonly close: () => Promise<void>
}

/**
 * Builds the sample newsroom in a folder of its own and serves it.
 *
 * @param more files to add, by path
 */
export async function servedSite(more: Readonly<Record<string, string>> = {}): Promise<ServedSite> {
  const root = mkdtempSync(join(tmpdir(), 'depeche-e2e-'))
  cpSync(join(repository, 'content'), join(root, 'content'), { recursive: true })
  for (const [path, text] of Object.entries(more)) writeFileSync(join(root, path), text)
  const workspace = withDefaults(openWorkspace(root), openWorkspace(repository))
  const { diagnostics } = await build({
    workspace,
    out: 'dist',
    editions: [],
    now: Date.UTC(2026, 3, 30),
    program: 'e2e',
  })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 1))
  const folder = join(root, 'dist/site')
  const { origin, close } = await serve(folder)
  return {
    folder,
    root: `${origin}/`,
    async close() {
      await close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
