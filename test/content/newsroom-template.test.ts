import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { init } from '../../src/cli/commands/init.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { validateSite } from '../../src/validate/validate-site.ts'
import { invocationIn } from '../cli/heard-invocation.ts'
import { NOW, newsroom, repository } from '../site/sample-newsroom.ts'

const terminal = { say: (key: string) => key, note: () => undefined } as unknown as Terminal

test('a new newsroom builds at once, without a problem, into a site that breaks no rule', async () => {
  const place = newsroom()
  place.remove('content')
  const program = openWorkspace(repository)
  init(place.root, { workspace: program, program, invocation: invocationIn(place.root).invocation }, terminal)
  expect(place.read('.gitignore')).toContain('dist/')
  const report = await place.build()
  expect(report).toMatchObject({ diagnostics: [], articles: 2 })
  const files = openWorkspace(join(place.root, 'dist/site'))
  const bytes = (path: string) => readFileSync(join(place.root, 'dist/site', path))
  const built = {
    base: 'https://news.example/',
    files: files.list(''),
    bytes,
    text: (path: string) => bytes(path).toString(),
  }
  expect(validateSite(built, NOW)).toEqual([])
})

test('no newsroom is made where something stands', () => {
  const place = newsroom()
  const program = openWorkspace(repository)
  expect(() =>
    init(place.root, { workspace: program, program, invocation: invocationIn(place.root).invocation }, terminal),
  ).toThrow('not-empty')
})
