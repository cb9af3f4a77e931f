import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../../../src/cli/commands/check.ts'
import { checking } from '../../../src/cli/commands/check-options.ts'
import { watch } from '../../../src/cli/commands/check-watch.ts'
import { openTestNewsroom } from '../test-newsroom.ts'

const file = 'content/incidents/2026/2026-01-05-meta.yaml'
const wrong = `# what we know
state: ongoign  # still
as_of: 2026-01-05T19:00
services: [instagarm]   
headline:
  fr: Panne mondiale : Meta s'excuse
  en: Meta says sorry
`
const right = `# what we know
state: ongoing  # still
as_of: 2026-01-05T19:00
services: [instagram]
headline:
  fr: "Panne mondiale : Meta s'excuse"
  en: Meta says sorry
`

test('check --fix corrects, shows each change, and keeps notes', async () => {
  const newsroom = openTestNewsroom()
  newsroom.write(file, wrong)
  expect(await check([file], {}, newsroom.settings, newsroom.terminal)).toBe(1)
  newsroom.heard.err = ''
  expect(await checking([file], { fix: true }, newsroom.settings, newsroom.terminal)).toBe(0)
  expect(readFileSync(join(newsroom.root, file), 'utf8')).toBe(right)
  expect(newsroom.heard.err).toContain('-    2 │ state: ongoign')
  expect(newsroom.heard.err).toContain('+    2 │ state: ongoing  # still')
  expect(newsroom.heard.err).toContain('+    6 │   fr: "Panne mondiale : Meta s\'excuse"')
})

test('check --fix of the whole newsroom leaves what is in order to the byte', async () => {
  const newsroom = openTestNewsroom()
  const sample = 'content/incidents/2024/2024-12-11-meta.yaml'
  const before = readFileSync(join(newsroom.root, sample), 'utf8')
  expect(await checking([], { fix: true }, newsroom.settings, newsroom.terminal)).toBe(0)
  expect(readFileSync(join(newsroom.root, sample), 'utf8')).toBe(before)
  expect(newsroom.heard.err).toContain('Nothing to correct.')
})

test('annotations for GitHub stand on one line each, with their signs escaped', async () => {
  const newsroom = openTestNewsroom()
  newsroom.write(file, 'state: "on:going, 100%"\nas_of: 2026-01-05T19:00\nservices: [facebook]\n')
  expect(await check([file], { format: 'github' }, newsroom.settings, newsroom.terminal)).toBe(1)
  const [line, ...clearProgress] = newsroom.heard.out.trimEnd().split('\n')
  expect(clearProgress).toEqual([])
  expect(line).toMatch(
    /^::error file=content\/incidents\/2026\/2026-01-05-meta\.yaml,line=1,col=8,endColumn=24,title=shape\/not-a-known-value::/,
  )
  expect(line).toContain('100%25')
})

test('check --watch looks again after a change, until it is interrupted', async () => {
  const newsroom = openTestNewsroom()
  const ending = new AbortController()
  const seen: number[] = []
  const done = watch(
    newsroom.root,
    async () => {
      const status = await check([], {}, newsroom.settings, newsroom.terminal)
      seen.push(status)
      if (seen.length === 2) ending.abort()
      return status
    },
    newsroom.terminal,
    ending.signal,
  )
  await expect.poll(() => newsroom.heard.err).toContain(newsroom.terminal.say('watch.waiting'))
  newsroom.write(file, wrong)
  expect(await done).toBe(1)
  expect(seen).toEqual([0, 1])
  expect(newsroom.heard.err).toContain(`${file} has changed.`)
})

test('check judges the wordings of a newsroom, and reads no article with one that cannot be read', async () => {
  const newsroom = openTestNewsroom()
  const words = 'locales/en/story.json'
  const long = 'x'.repeat(120)
  newsroom.write(
    file,
    `state: ongoing\nas_of: 2026-01-05T19:00\nservices: [instagram]\nheadline: { fr: ${long}, en: Down }\n`,
  )
  newsroom.write(words, '{ "providers": { "operater": "{{provider}} runs it." } }')
  expect(await check([words], {}, newsroom.settings, newsroom.terminal)).toBe(0)
  expect(newsroom.heard.err).toContain('locales/en/story.json:1:30  wording/unasked')
  expect(newsroom.heard.err).toContain('Did you mean “providers.operator”?')
  expect(newsroom.heard.err).not.toContain('article/')
  newsroom.heard.err = ''
  expect(await check([], {}, newsroom.settings, newsroom.terminal)).toBe(1)
  expect(newsroom.heard.err).toContain('wording/unasked')
  expect(newsroom.heard.err).toContain('article/headline-too-long')
  newsroom.heard.err = ''
  newsroom.write(words, '{ "lead": { "outage_ongoing": ["{{services} are down."] } }')
  expect(await check([], {}, newsroom.settings, newsroom.terminal)).toBe(1)
  expect(newsroom.heard.err).toContain('locales/en/story.json:1:32  wording/unreadable')
  expect(newsroom.heard.err).not.toContain('article/')
})
