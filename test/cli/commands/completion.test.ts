import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { completion } from '../../../src/cli/commands/completion.ts'
import { pagesOf } from '../../../src/cli/commands/docs.ts'
import { examplesOf } from '../../../src/cli/help-examples.ts'
import { programOf } from '../../../src/cli/program.ts'
import { openTestNewsroom } from '../test-newsroom.ts'

const project = resolve(import.meta.dirname, '../../..')
const opened = (language: string) => {
  const newsroom = openTestNewsroom(language)
  return { ...newsroom, program: programOf(newsroom.settings, newsroom.terminal, async () => undefined) }
}
const { program } = opened('en')
const names = program.commands.map(command => command.name())

describe.each(['fr', 'en'])('in %s', language => {
  const { terminal, program: own } = opened(language)
  test.each(names)('%s has examples, each for this program and with its purpose', name => {
    const examples = examplesOf(name, terminal.say)
    expect(examples.length).toBeGreaterThan(0)
    for (const { typed, purpose } of examples) {
      expect(typed).toMatch(new RegExp(`depeche ${name}\\b`))
      expect(purpose).not.toBe('')
    }
  })

  test.each(names)('every option that the examples of %s type is there', name => {
    const command = own.commands.find(one => one.name() === name)
    const known = [...(command?.options ?? []), ...own.options].flatMap(({ long }) => long ?? [])
    const typed = examplesOf(name, terminal.say).flatMap(example => example.typed.match(/(?<= )--[a-z-]+/g) ?? [])
    expect(known).toEqual(expect.arrayContaining(typed))
  })
})

test.each(['en', 'fr'])('the pages in %s say what the commands say', language => {
  const { terminal, program: own } = opened(language)
  for (const [path, text] of pagesOf(own, terminal)) {
    const file = resolve(project, path)
    expect(existsSync(file) && readFileSync(file, 'utf8'), `run depeche docs (${path})`).toBe(text)
  }
})

describe('completion in bash', () => {
  const { terminal, heard, program: own, root } = opened('en')
  completion('bash', own, terminal)
  const complete = (...words: string[]) =>
    execFileSync(
      'bash',
      [
        '-c',
        `${heard.out}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _depeche; printf '%s\\n' "\${COMPREPLY[@]}"`,
        'bash',
        ...words,
      ],
      {
        cwd: root,
        encoding: 'utf8',
      },
    )
      .trim()
      .split('\n')

  test.each<[string[], string]>([
    [['depeche', 'tran'], 'translations'],
    [['depeche', 'show', '2024-12'], '2024-12-11-meta'],
    [['depeche', 'update', 'x', '--state', 'res'], 'resolved'],
    [['depeche', 'check', '--fi'], '--fix'],
    [['depeche', 'help', 'sho'], 'show'],
    [['depeche', 'new', '--service', 'x', '--pl'], '--place'],
  ])('%j', (words, offered) => {
    expect(complete(...words)).toContain(offered)
  })
})

test.each(['zsh', 'fish'])('a script for %s names every command', shell => {
  const { terminal, heard, program: own } = opened('fr')
  completion(shell, own, terminal)
  for (const name of names) expect(heard.out).toContain(name)
})
