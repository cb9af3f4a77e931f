import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { byCodeUnit, openWorkspace, workspaceOf } from '../../src/foundation/workspace.ts'

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
  symlinkSync('loop.yaml', join(root, 'room/content/loop.yaml'))
  symlinkSync(join(root, 'room/content/incidents'), join(root, 'room/content/linked'))
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

  test('says which links it does not follow, and why', () => {
    const strays = [...(ws.strays?.('content') ?? [])].sort((one, other) => byCodeUnit(one.path, other.path))
    expect(strays).toEqual([
      { path: 'content/broken.yaml', why: 'dead' },
      { path: 'content/linked', why: 'folder' },
      { path: 'content/loop.yaml', why: 'loop' },
      { path: 'content/out.yaml', why: 'outside' },
      { path: 'content/up', why: 'outside' },
    ])
  })

  test.each([
    ['a file', 'content/b.yaml', [{ path: 'content/b.yaml', why: 'file' }]],
    ['a dead link', 'content/broken.yaml', [{ path: 'content/broken.yaml', why: 'dead' }]],
    ['nothing', 'nowhere', []],
  ])('of %s in place of a folder it lists nothing', (_, folder, strays) => {
    expect(ws.list(folder)).toEqual([])
    expect(ws.strays?.(folder)).toEqual(strays)
  })

  test('lists the same whether a folder is written with a slash or not, and the whole of it as a full stop', () => {
    expect(ws.list('content/')).toEqual(ws.list('content'))
    expect(ws.list('.')).toEqual(ws.list('content'))
  })
})

test('a workspace of strings lists, reads and measures as one on the disk', () => {
  const ws = workspaceOf({ 'content/b.yaml': 'é', 'content/a.yaml': 'a', 'contents.yaml': 'c' })
  expect(ws.list('content')).toEqual(['content/a.yaml', 'content/b.yaml'])
  expect(ws.list('.')).toEqual(['content/a.yaml', 'content/b.yaml', 'contents.yaml'])
  expect(ws.size('content/b.yaml')).toBe(2)
  expect(ws.read('content')).toBeUndefined()
})

test('order is by code unit, whatever the language of the machine', () => {
  expect(['é', 'a', 'Z', 'z'].sort(byCodeUnit)).toEqual(['Z', 'a', 'z', 'é'])
})
