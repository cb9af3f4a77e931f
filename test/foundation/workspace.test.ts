import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openWorkspace } from '../../src/foundation/workspace.ts'

describe('a workspace on the disk', () => {
  const root = mkdtempSync(join(tmpdir(), 'newsroom-'))
  afterAll(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'room/content/incidents/2024'), { recursive: true })
  writeFileSync(join(root, 'secret.yaml'), 'a: b')
  writeFileSync(join(root, 'room/content/b.yaml'), 'b')
  writeFileSync(join(root, 'room/content/incidents/2024/a.yaml'), 'a')
  symlinkSync(join(root, 'secret.yaml'), join(root, 'room/content/out.yaml'))
  symlinkSync(root, join(root, 'room/content/up'))
  symlinkSync(join(root, 'room/content/b.yaml'), join(root, 'room/content/in.yaml'))
  symlinkSync(join(root, 'nowhere'), join(root, 'room/content/broken.yaml'))
  const ws = openWorkspace(join(root, 'room'))

  test('lists its files, sorted, without what leads out of it', () => {
    expect(ws.list('content')).toEqual(['content/b.yaml', 'content/in.yaml', 'content/incidents/2024/a.yaml'])
    expect(ws.list('nowhere')).toEqual([])
  })

  test.each([
    '../secret.yaml',
    'content/../../secret.yaml',
    'content/out.yaml',
    'content/up/secret.yaml',
    'nothing',
    'content',
    'a\0b',
  ])('has no %j', path => {
    expect(ws.read(path)).toBeUndefined()
    expect(ws.size(path)).toBeUndefined()
  })

  test('has no absolute path outside', () => {
    expect(ws.read(join(root, 'secret.yaml'))).toBeUndefined()
  })

  test('reads what is inside, also through a link that stays inside', () => {
    expect(new TextDecoder().decode(ws.read('content/in.yaml'))).toBe('b')
    expect(ws.size('content/b.yaml')).toBe(1)
  })
})
