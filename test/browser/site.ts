import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../src/build/build.ts'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { type ServedAnswer, serve } from './server.ts'

const repository = new URL('../../', import.meta.url).pathname

/** The sample newsroom as it is built and served, under a path as many newsrooms are. */
export interface ServedSite {
  readonly folder: string
  /** Address of the site's root, with a final slash. */
  readonly root: string
  /** What was asked for so far. */
  readonly answers: readonly ServedAnswer[]
  /** Writes files of the newsroom and builds again, at a moment. */
  readonly rebuild: (more: Readonly<Record<string, string>>, now: number) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Builds the sample newsroom in a folder of its own and serves it.
 *
 * @param more files to add, by path
 * @param present the moment of the build
 */
export async function servedSite(
  more: Readonly<Record<string, string>> = {},
  present = Date.UTC(2026, 3, 30),
): Promise<ServedSite> {
  const root = mkdtempSync(join(tmpdir(), 'depeche-e2e-'))
  cpSync(join(repository, 'content'), join(root, 'content'), { recursive: true })
  const rebuild = async (files: Readonly<Record<string, string>>, now: number) => {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text)
    const workspace = withDefaults(openWorkspace(root), openWorkspace(repository))
    const { diagnostics } = await build({ workspace, out: 'dist', editions: [], now, program: 'e2e' })
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 1))
  }
  await rebuild(more, present)
  const folder = join(root, 'dist/site')
  const { origin, answers, close } = await serve(folder)
  return {
    folder,
    root: `${origin}/`,
    answers,
    rebuild,
    async close() {
      await close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
