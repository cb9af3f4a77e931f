import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { outputPlace } from '../../src/build/output-place.ts'
import { Refusal } from '../../src/foundation/refusal.ts'

const above = realpathSync(mkdtempSync(join(tmpdir(), 'depeche-out-')))
afterAll(() => rmSync(above, { recursive: true }))
const root = join(above, 'room')
mkdirSync(join(root, 'content/incidents'), { recursive: true })
mkdirSync(join(root, 'public'))
writeFileSync(join(root, 'file'), '')
symlinkSync(above, join(root, 'up'))
symlinkSync(join(root, 'content'), join(root, 'hidden'))
symlinkSync(join(root, 'public'), join(root, 'shown'))
symlinkSync(join(root, 'nowhere'), join(root, 'dead'))

describe('an output folder', () => {
  test.each([
    ['dist', 'dist', 'dist'],
    ['public/news', 'public/news', 'public%2Fnews'],
    ['./dist/', 'dist', 'dist'],
    [join(root, 'dist'), 'dist', 'dist'],
    ['shown/x', 'public/x', 'public%2Fx'],
    ['..dist', '..dist', '..dist'],
  ])('may be %s: it is %s', (asked, name, state) => {
    expect(outputPlace(root, asked)).toEqual({
      out: join(root, name),
      name,
      stateFolder: join(root, '.depeche', state),
    })
  })

  test.each([
    ['the newsroom itself', '.', 'out-outside'],
    ['above it', '..', 'out-outside'],
    ['elsewhere', tmpdir(), 'out-outside'],
    ['elsewhere by a link', 'up/other', 'out-outside'],
    ['a link that leads nowhere', 'dead', 'out-outside'],
    ['a folder of sources', 'content', 'out-source'],
    ['in one', 'locales/dist', 'out-source'],
    ['in one by a link', 'hidden/dist', 'out-source'],
    ['where builds keep what they know', '.depeche', 'out-source'],
    ['a file', 'file', 'out-file'],
  ])('may not be %s', (_, asked, code) => {
    try {
      outputPlace(root, asked)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal)
      expect((error as Refusal).code).toBe(code)
    }
  })
})
