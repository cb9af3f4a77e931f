import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { converse, hasTerminal } from './converse.ts'
import { openTestNewsroom } from './test-newsroom.ts'

const id = '2024-12-11-meta'
const file = `content/incidents/2024/${id}.yaml`
const typed = `state: ongoing
as_of: 2024-12-11T20:00
company: meta
services: [facebook]
started: 2024-12-11T18:30
symptoms: { fr: la page reste blanche, en: the page stays blank } # all over
counts: { source: downdetector, unit: reports, value: 1200, phase: now }
advice: { fr: Patientez., en: Please wait. }
sources: https://example.org/
`

describe.skipIf(!hasTerminal)('depeche update, on a terminal', () => {
  const args = `update ${id} --lang en --state resolved --ended 21:40 --now 2024-12-11T22:00`
  const opened = () => {
    const { root, write } = openTestNewsroom()
    write(file, typed)
    return { root, text: () => readFileSync(join(root, file), 'utf8') }
  }

  test('asks about each leftover, and writes the answers in their place', async () => {
    const { root, text } = opened()
    await converse(root, args, [
      [/symptoms: [\s\S]*keep, past, remove\?/, 'past\r'],
      [/fr, in the past[\s\S]*reste blanche/, 'la page restait blanche\r'],
      [/en, in the past[\s\S]*stays blank/, 'the page stayed blank\r'],
      [/counts: [\s\S]*keep, past, remove\?/, 'p\r'],
      [/Counted when\?/, 'noonish\r'],
      [/cannot be read: noonish[\s\S]*Counted when\?/, '19:50\r'],
      [/advice: [\s\S]*keep, past, remove\?/, 'perhaps\r'],
      [/cannot be read: perhaps[\s\S]*keep, past, remove\?/, 'remove\r'],
    ])
    expect(text()).toContain('symptoms: { fr: la page restait blanche, en: the page stayed blank } # all over\n')
    expect(text()).toContain('phase: now, at: 2024-12-11T19:50 }\n')
    expect(text()).not.toContain('advice')
  })

  test('keeps what is not answered, and writes nothing when it is given up', async () => {
    const { root, text } = opened()
    await converse(root, args, [
      [/symptoms: [\s\S]*keep, past, remove\?/, '\r'],
      [/counts: [\s\S]*keep, past, remove\?/, '\u0004'],
    ])
    expect(text()).toBe(typed)
  })

  test('asks nothing with --no-input', async () => {
    const { root, text } = opened()
    const heard = await converse(root, `${args} --no-input`, [])
    expect(heard).toContain('--leftover advice=keep, past or remove')
    expect(text()).toContain('state: resolved')
  })
})
