import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../../src/cli/commands/check.ts'
import { migrate } from '../../../src/cli/commands/migrate.ts'
import { openTestNewsroom } from '../test-newsroom.ts'

const file = 'content/incidents/2024/2024-12-11-meta.yaml'

/** A newsroom with a claimed attack as 0.1 wrote it. */
function old(language = 'en') {
  const newsroom = openTestNewsroom(language)
  const path = join(newsroom.root, file)
  const before = `${readFileSync(path, 'utf8')}attack: { status: claimed, by: { name: Nuit noire } } # on the wall\n`
  newsroom.write(file, before)
  return { ...newsroom, before, now: () => readFileSync(path, 'utf8') }
}

describe('migrate', () => {
  test('rewrites every incident, shows how, and says with file and line what is open', () => {
    const { settings, terminal, heard, before, now } = old()
    expect(migrate([], {}, settings, terminal)).toBe(0)
    expect(now()).toBe(before.replace('claimed', 'alleged'))
    expect(heard.out).toContain(`+++ b/${file}\n`)
    const line = before.split('\n').length - 1
    expect(heard.err).toContain(`${file}:${line}:19\n`)
    expect(heard.err).toContain('Rewritten: 1 file of')
  })

  test('writes nothing in a dry run', () => {
    const { settings, terminal, heard, before, now } = old('fr')
    expect(migrate([file], { dryRun: true }, settings, terminal)).toBe(0)
    expect(now()).toBe(before)
    expect(heard.out).toContain('+attack: { status: alleged')
    expect(heard.err).toContain('À récrire : 1 fichier sur 1 ; rien n’est écrit.')
  })

  test('has nothing left to rewrite', () => {
    const { settings, terminal, heard, now } = old()
    migrate([file], {}, settings, terminal)
    const once = now()
    heard.out = ''
    expect(migrate([file], {}, settings, terminal)).toBe(0)
    expect(now()).toBe(once)
    expect(heard.out).toBe('')
  })

  test('says which file it cannot read, and does the others', () => {
    const { settings, terminal, heard, write, now } = old()
    const broken = 'content/incidents/2024/2024-12-12-broken.yaml'
    write(broken, 'a: [\n')
    expect(migrate([broken, file], {}, settings, terminal)).toBe(1)
    expect(heard.err).toContain(`${broken} cannot be read`)
    expect(now()).toContain('alleged')
  })
})

test('check names migrate where it refuses a shape of 0.1', async () => {
  const { settings, terminal, heard } = old()
  expect(await check([file], {}, settings, terminal)).toBe(1)
  expect(heard.err).toContain('depeche migrate')
})
