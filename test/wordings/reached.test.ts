import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { formats } from '../../src/article/fill-wording.ts'

const root = resolve(import.meta.dirname, '../..')
const wordings = readdirSync(join(root, 'locales'))
  .filter(name => /^[a-z]{2}$/.test(name))
  .map(language => readFileSync(join(root, 'locales', language, 'story.json'), 'utf8'))

/** Formats that wordings of a newsroom may use and ours do not: another form of a place that is named otherwise here. */
const FOR_OTHERS = ['clause', 'clock', 'demonym', 'of', 'to']

test('a format that no wording uses is one that is kept for newsrooms, and no other', () => {
  const used = new Set(wordings.flatMap(text => [...text.matchAll(/\{\{\w+, (\w+)/g)].map(([, name]) => name)))
  const names = new Set(Object.values(formats).flatMap(ofKind => Object.keys(ofKind)))
  const unused = [...names].filter(name => name !== '' && !used.has(name))
  expect(unused.sort()).toEqual(FOR_OTHERS)
})

/** Every file below src with its text. */
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => ({ file, text: readFileSync(join(root, 'src', file), 'utf8') }))

test('what the language exports something uses', () => {
  const language = sources.filter(({ file }) => file.startsWith('language'))
  const exported = language.flatMap(({ file, text }) =>
    [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name = '']) => ({ file, name })),
  )
  const unused = exported.filter(
    ({ file, name }) =>
      !sources.some(
        other => other.file !== file && new RegExp(`import [^;]*?\\b${name}\\b`, 's').test(importsOf(other.text)),
      ),
  )
  expect(unused.map(({ name }) => name)).toEqual([])
})

/** The imports of a file, without its re-exports. */
const importsOf = (text: string): string =>
  [...text.matchAll(/^import [\s\S]*?from '[^']+'/gm)].map(([one]) => one).join('\n')
