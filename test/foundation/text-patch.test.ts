import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { patchOf } from '../../src/foundation/text-patch.ts'
import { fc } from '../machine/property.ts'

const folder = mkdtempSync(join(tmpdir(), 'depeche-patch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('shows three lines around a change, and where it stands', () => {
  const lines = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', ''].join('\n')
  expect(patchOf('a.yaml', lines, lines.replace('five', '5'))).toBe(
    '--- a/a.yaml\n+++ b/a.yaml\n@@ -2,7 +2,7 @@\n two\n three\n four\n-five\n+5\n six\n seven\n eight\n',
  )
})

test('is empty where nothing changes', () => {
  expect(patchOf('a.yaml', 'one\n', 'one\n')).toBe('')
})

test('git applies it, whatever changes', () => {
  const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n'), { maxLength: 12 }).map(lines => lines.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after && before !== '' && after !== '')
      writeFileSync(join(folder, 'a.yaml'), before)
      execFileSync('git', ['apply', '--unidiff-zero', '--whitespace=nowarn', '-'], {
        cwd: folder,
        input: patchOf('a.yaml', before, after),
      })
      expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(after)
    }),
    { numRuns: 15 },
  )
})
