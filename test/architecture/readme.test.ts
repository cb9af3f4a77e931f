import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { depeche } from '../cli/depeche.ts'
import { newsroom, repository } from '../site/sample-newsroom.ts'

// README.md shows an incident, what is told of it, and how a problem looks. What is printed now is in the failure: paste it.

const readme = readFileSync(join(repository, 'README.md'), 'utf8')

/** The fenced block that holds some words. */
function block(words: string): string {
  const blocks = [...readme.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)
  return blocks.find(text => text.includes(words)) ?? ''
}

/** The spaces of French typography are plain in README.md. */
const plain = (text: string) => text.replace(/[\u00A0\u202F\s]+/g, ' ').trim()

describe('the first sample', () => {
  const yaml = block('services:')
  const [, path = '', id = ''] = /^# (content\/\S+\/(\S+)\.yaml)\n/.exec(yaml) ?? []
  const quoted = readme.replace(/^> ?/gm, '').matchAll(/^\*\*(\w+)\*\* ([\s\S]*?)\n\n/gm)

  test.each([...quoted].map(([, edition = '', text = '']) => [edition, text]))(
    'is told in %s as quoted',
    async (edition, text) => {
      const here = newsroom({ [path]: yaml })
      for (const part of ['directory', 'site.yaml']) {
        here.remove(`content/${part}`)
        cpSync(join(repository, 'content', part), join(here.root, 'content', part), { recursive: true })
      }
      const { status, out } = await depeche(here.root, ['show', id, '--edition', edition, '--json'])
      expect(status, out).toBe(0)
      const { paragraphs } = JSON.parse(out) as { paragraphs: readonly { sentences: readonly { text: string }[] }[] }
      const told = paragraphs.map(({ sentences }) => plain(sentences.map(sentence => sentence.text).join(' ')))
      expect(told.join('\n'), `README.md, ${edition}: quote from the text received`).toContain(plain(text))
    },
  )

  test('is quoted in two languages', () => {
    expect(readme.match(/^> \*\*\w+\*\* /gm)).toHaveLength(2)
  })
})

test('the sample problem looks as shown', async () => {
  const frame = block(' time/ends-before-it-starts')
  const path = /^(\S+\.yaml):/.exec(frame)?.[1] ?? ''
  const lines = ['state: resolved', 'as_of: 2026-03-02T11:30+01:00']
  for (const [, number, text = ''] of frame.matchAll(/^ *(\d+) │ (.*)$/gm)) lines[Number(number) - 1] = text
  const here = newsroom({ [path]: [...lines, 'company: orion', 'services: [orion-mail]', ''].join('\n') })
  const { status, err } = await depeche(here.root, ['check'])
  expect(status).toBe(1)
  expect(err, 'README.md: paste the frame received').toContain(frame.trimEnd())
})
