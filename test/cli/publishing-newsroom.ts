import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'
import { planCommand } from '../../src/cli/commands/plan.ts'
import { publishCommand } from '../../src/cli/commands/publish.ts'
import { statusCommand } from '../../src/cli/commands/status.ts'
import { openTerminal } from '../../src/cli/terminal.ts'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { invocationIn } from './heard-invocation.ts'

const program = resolve(import.meta.dirname, '../..')
export const INCIDENT = 'content/incidents/2024/2024-12-11-meta.yaml'
const now = '2026-03-01T12:00Z'

/** A newsroom with one incident, and what the commands say in it. */
export function openNewsroomFolder() {
  const root = mkdtempSync(join(tmpdir(), 'depeche-newsroom-'))
  mkdirSync(join(root, 'content/incidents/2024'), { recursive: true })
  cpSync(join(program, 'content/directory'), join(root, 'content/directory'), { recursive: true })
  for (const file of ['content/site.yaml', INCIDENT]) cpSync(join(program, file), join(root, file))
  const defaults = openWorkspace(program)
  const asked = async (work: (settings: Settings, terminal: Terminal) => Promise<number>) => {
    const { invocation, heard } = invocationIn(root)
    const workspace = withDefaults(openWorkspace(root), defaults)
    const terminal = openTerminal(workspace, 'en', { ...invocation, plain: true })
    const status = await work({ workspace, program: defaults, invocation }, terminal)
    return { status, ...heard }
  }
  return {
    root,
    plan: (options: object = {}) => asked((settings, terminal) => planCommand({ now, ...options }, settings, terminal)),
    publish: (options: object = {}, file?: string) =>
      asked((settings, terminal) => publishCommand(file, { now, ...options }, settings, terminal)),
    status: (options: object = {}) =>
      asked((settings, terminal) => statusCommand({ now, ...options }, settings, terminal)),
    change: (from: string | RegExp, to: string, file = INCIDENT) => {
      const text = readFileSync(join(root, file), 'utf8')
      expect(text).toMatch(from)
      writeFileSync(join(root, file), text.replace(from, to))
    },
    posts: () =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter(path => /^dist\/publish\/.*\.md$/.test(path))
        .sort(),
  }
}

type Settings = Parameters<typeof planCommand>[1]
type Terminal = Parameters<typeof planCommand>[2]

/** Where the two articles of the newsroom are published. */
export const BOTH = ['en', 'fr'].map(edition => `dist/publish/hugo/content/${edition}/posts/2024-12-11-meta.md`)
