import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { specimenPages } from './specimen-pages.ts'

/** `npm run specimens`: writes docs/specimens/. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const workspace = openWorkspace(root)
const { newsroom, diagnostics } = openNewsroom(workspace)
if (!newsroom) throw new Error(diagnostics.map(({ code }) => code).join(', '))
for (const [path, text] of await specimenPages(workspace, newsroom)) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
