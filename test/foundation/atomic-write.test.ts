import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeAtomically, writerOf } from '../../src/foundation/atomic-write.ts'

let root = ''
let file = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'depeche-write-'))
  file = join(root, 'text.json')
})
afterEach(() => rmSync(root, { recursive: true }))

const text = () => readFileSync(file, 'utf8')
const modeOf = (path: string) => statSync(path).mode & 0o777

describe('a file', () => {
  test('is made, and replaced', () => {
    expect(writeAtomically(file, 'one')).toBe(true)
    expect(text()).toBe('one')
    expect(writeAtomically(file, new TextEncoder().encode('two'))).toBe(true)
    expect(text()).toBe('two')
    expect(readdirSync(root)).toEqual(['text.json'])
  })

  test('keeps its rights', () => {
    writeAtomically(file, 'one')
    chmodSync(file, 0o640)
    writeAtomically(file, 'two')
    expect(modeOf(file)).toBe(0o640)
  })

  test('that stands there stays, where that is asked for', () => {
    expect(writeAtomically(file, 'one', { replace: false })).toBe(true)
    expect(writeAtomically(file, 'two', { replace: false })).toBe(false)
    expect(text()).toBe('one')
    expect(readdirSync(root)).toEqual(['text.json'])
  })

  test('gets its folder only when that is asked for', () => {
    const deep = join(root, 'a/b/text.json')
    expect(() => writeAtomically(deep, 'one')).toThrow(/ENOENT/)
    expect(readdirSync(root)).toEqual([])
    writeAtomically(deep, 'one', { makeFolder: true })
    expect(readFileSync(deep, 'utf8')).toBe('one')
  })

  test('with the longest of names is written, too', () => {
    const long = join(root, 'n'.repeat(255))
    writeAtomically(long, 'one')
    expect(readFileSync(long, 'utf8')).toBe('one')
  })
})

test('a reader meanwhile sees the old one whole, or the new one', async () => {
  const lengths = [3_000_000, 1_000_000]
  const texts = ['a', 'b'].map((letter, nth) => letter.repeat(lengths[nth] ?? 0))
  writeAtomically(file, texts[0] ?? '')
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const reader = new Worker(
    `const { parentPort, workerData: { file, stop, lengths } } = require('node:worker_threads')
     const { readFileSync } = require('node:fs')
     const torn = []
     let read = 0
     parentPort.postMessage('ready')
     while (Atomics.load(stop, 0) === 0 || read < 20) {
       const text = readFileSync(file, 'latin1')
       const letter = text[0]
       const whole = text.length === lengths[letter === 'a' ? 0 : 1] && text === letter.repeat(text.length)
       if (!whole) torn.push(text.length)
       read++
     }
     parentPort.postMessage({ torn, read })`,
    { eval: true, workerData: { file, stop, lengths } },
  )
  await new Promise(ready => reader.once('message', ready))
  const seen = new Promise(done => reader.once('message', done))
  for (let round = 1; round <= 100; round++) writeAtomically(file, texts[round % 2] ?? '')
  Atomics.store(stop, 0, 1)
  expect(await seen).toMatchObject({ torn: [] })
})

describe('a write that fails', () => {
  test.each([{}, { alone: true }])('passes the error on and leaves nothing behind (%j)', options => {
    mkdirSync(join(file, 'in the way'), { recursive: true })
    expect(() => writeAtomically(file, 'one', options)).toThrow(expect.objectContaining({ syscall: 'rename' }))
    expect(readdirSync(root)).toEqual(['text.json'])
    expect(readdirSync(file)).toEqual(['in the way'])
  })

  test('says so when there is no folder where one should be', () => {
    writeFileSync(join(root, 'plain'), '')
    const options = { makeFolder: true }
    expect(() => writeAtomically(join(root, 'plain/text.json'), 'one', options)).toThrow(/ENOTDIR|EEXIST/)
    expect(readdirSync(root)).toEqual(['plain'])
  })
})

describe('the file aside', () => {
  test('of a killed process is written over where nobody else writes', () => {
    writeFileSync(join(root, '.text.json.new'), 'half of')
    writeAtomically(file, 'one', { alone: true })
    expect(text()).toBe('one')
    expect(readdirSync(root)).toEqual(['text.json'])
  })

  test('says by its name who wrote it', () => {
    expect(writerOf('.4711.0123456789ab.new')).toBe(4711)
    for (const name of ['text.json', '.text.json.new', '.4711.new', '4711.0123456789ab.new']) {
      expect(writerOf(name)).toBeUndefined()
    }
  })
})
