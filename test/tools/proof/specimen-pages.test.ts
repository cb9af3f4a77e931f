import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openWorkspace } from '../../../src/foundation/workspace.ts'
import { openNewsroom } from '../../../src/newsroom/newsroom.ts'
import { specimenPages } from '../../../tools/proof/specimen-pages.ts'

const workspace = openWorkspace(fileURLToPath(new URL('../../../', import.meta.url)))
const { newsroom } = openNewsroom(workspace)
if (!newsroom) throw new Error('the sample newsroom cannot be read')
const pages = await specimenPages(workspace, newsroom)

test.each([...pages.keys()])('%s is what npm run specimens writes', path => {
  expect(new TextDecoder().decode(workspace.read(path)), 'run npm run specimens and read what changed').toBe(
    pages.get(path),
  )
})

test('no page of an edition that is gone', () => {
  expect(workspace.list('docs/specimens')).toEqual([...pages.keys()].sort())
})
