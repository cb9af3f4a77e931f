import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { converse, hasTerminal } from './converse.ts'
import { openTestNewsroom } from './test-newsroom.ts'

describe.skipIf(!hasTerminal)('depeche new by questions, on a terminal', () => {
  const args = 'new --lang en --now 2026-06-01T20:00+02:00'

  test('asks what matters, offers what was meant, and asks again for what cannot be read', async () => {
    const { root } = openTestNewsroom()
    const heard = await converse(root, args, [
      [/What is down\?/, 'instagarm, whatsapp\r'],
      [/"instagarm": instagram\?/, 'y\r'],
      [/In which state\?/, 'broken\r'],
      [/cannot be read: broken[\s\S]*In which state\?/, '\r'],
      [/Since when\?/, 'noon\r'],
      [/cannot be read: noon[\s\S]*Since when\?/, '18:30\r'],
      [/A page to check it on\?/, 'https://example.org/\r'],
    ])
    const file = 'content/incidents/2026/2026-06-01-meta.yaml'
    expect(heard).toContain(file)
    const text = readFileSync(join(root, file), 'utf8')
    expect(text).toContain('services:\n  - instagram\n  - whatsapp\n')
    expect(text).toContain('started: 2026-06-01T18:30\n')
    expect(text).toContain('https://example.org/')
  })

  test('completes a name with Tab, and writes nothing when it is given up', async () => {
    const { root } = openTestNewsroom()
    const heard = await converse(root, args, [
      [/What is down\?/, 'instag'],
      // What comes in one piece is taken as pasted: the key comes by itself.
      [/instag/, '\t'],
      [/ram/, '\r'],
      [/In which state\?/, '\u0004'],
    ])
    expect(heard).toContain('instagram')
    expect(heard).toContain('nothing is written')
    expect(heard).not.toMatch(/Error|at .*js:/)
  })
})
