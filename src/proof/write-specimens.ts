import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openWorkspace } from '../incident/workspace.ts'
import { openNewsroom } from '../run/newsroom.ts'
import { specimenPages } from './specimens.ts'

/** `npm run specimens`: writes docs/specimens/. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const workspace = openWorkspace(root)
const { newsroom, problems } = openNewsroom(workspace)
if (!newsroom) throw new Error(problems.map(({ code }) => code).join(', '))
for (const [path, text] of await specimenPages(workspace, newsroom)) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
