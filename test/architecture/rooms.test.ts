import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Who may call on whom: the table of ARCHITECTURE.md. What is not written there is not allowed. */
const table = readFileSync(resolve(import.meta.dirname, '../../ARCHITECTURE.md'), 'utf8')
const mayUse: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...table.matchAll(/^\| `(\w+)` \|[^|]*\| ([\w, –]+) \|$/gm)].map(([, room, others = '']) => [
    room,
    others === '–' ? [] : others.split(', '),
  ]),
)

const src = resolve(import.meta.dirname, '../../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))

/** Every import of a file of ours, types too: a circle of types is a circle. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(src, file), 'utf8')
  const found = source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)
  return [...found].map(([, target = '']) => relative(src, resolve(src, dirname(file), target)))
}

/** A file without its notes for people. */
const codeOf = (file: string): string =>
  readFileSync(join(src, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')

/** What would give another answer on another machine, or at another moment. */
const OWN_WILL =
  /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bperformance\.|\bMath\.random\(|\.toLocale\w+\(\)|\.localeCompare\(|\bIntl\.\w+\(\)/

const languages = readdirSync(resolve(src, '../locales')).filter(name => !name.includes('.') && name !== 'editions')
const inWords = new Intl.DisplayNames('en', { type: 'language' })

/** Languages that code names: as a text or the beginning of one, as a key, in a pattern, or in words. */
function namedIn(code: string): string[] {
  return languages.filter(language => {
    const text = new RegExp(`['"\`/^(|]${language}(?:[-_][A-Za-z]{2}|[-_])?['"\`/$)|]`)
    const key = new RegExp(`(?:[{,]\\s*|^\\s+)${language}\\??:`, 'm')
    return text.test(code) || key.test(code) || new RegExp(inWords.of(language) ?? language, 'i').test(code)
  })
}

const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, ''))

describe('the rooms of src/', () => {
  test('stand in ARCHITECTURE.md, and name only each other', () => {
    expect(Object.keys(mayUse).sort()).toEqual([...new Set(files.map(roomOf))].sort())
    const strangers = Object.values(mayUse).flatMap(others => others.filter(other => !Object.hasOwn(mayUse, other)))
    expect(strangers).toEqual([])
  })

  test.each(files)('%s calls only on the rooms it may', file => {
    const room = roomOf(file)
    expect(mayUse, `a new room: say in ARCHITECTURE.md whom ${room} may use`).toHaveProperty(room)
    const strangers = importsOf(file).filter(
      target => roomOf(target) !== room && !mayUse[room]?.includes(roomOf(target)),
    )
    expect(strangers).toEqual([])
  })

  test('no file reaches itself', () => {
    const graph = new Map(files.map(file => [file, importsOf(file)]))
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      if (done.has(file) || path.includes(file)) return
      for (const target of graph.get(file) ?? []) walk(target, [...path, file])
      done.add(file)
    }
    for (const file of files) walk(file, [])
    expect(circles).toEqual([])
  })

  test('every import names a file that is there', () => {
    const known = new Set(files)
    const lost = files.flatMap(file =>
      importsOf(file)
        .filter(target => !known.has(target))
        .map(target => `${file}: ${target}`),
    )
    expect(lost).toEqual([])
  })

  test.each(files)('%s names no language', file => {
    expect(namedIn(codeOf(file))).toEqual([])
  })

  test.each([
    ["language === 'fr'", 'fr'],
    ["tag.startsWith('en-')", 'en'],
    ['const articles = { nl: [] }', 'nl'],
    ['/^fr/.test(tag)', 'fr'],
    ['export const french = 1', 'fr'],
    ['isDutch(text)', 'nl'],
  ])('%s would name a language', (code, language) => {
    expect(namedIn(code)).toEqual([language])
  })

  // Figures and places of the machine's own would make two builds differ; only the moment that is handed in counts.
  const stages = ['yaml', 'language', 'fields', 'incident', 'story', 'article']
  test.each(files.filter(file => stages.includes(roomOf(file))))('%s asks neither the clock nor the machine', file => {
    expect(codeOf(file)).not.toMatch(OWN_WILL)
  })

  test.each([
    'Date.now()',
    'new Date()',
    'process.env.LANG',
    'Math.random()',
    "'a'.toLocaleUpperCase()",
    'new Intl.ListFormat()',
  ])('%s would ask', code => {
    expect(code).toMatch(OWN_WILL)
  })

  // A command is handed its folder, streams, variables and clock, so that a test can call it as a function.
  const entrances = ['cli/main.ts', 'cli/invocation.ts']
  test.each(files.filter(file => !entrances.includes(file)))('%s is called without looking at its process', file => {
    expect(codeOf(file)).not.toMatch(/process\s*\.\s*(argv|cwd|env|exit|on|once|std\w+)\b/)
  })

  test('no room has outgrown the others', () => {
    const lines = new Map<string, number>()
    for (const file of files) {
      const count = readFileSync(join(src, file), 'utf8').split('\n').length - 1
      lines.set(roomOf(file), (lines.get(roomOf(file)) ?? 0) + count)
    }
    const all = [...lines.values()].reduce((sum, some) => sum + some, 0)
    expect([...lines].filter(([, some]) => some > all * 0.15)).toEqual([])
  })

  test('no room is a drawer', () => {
    expect(files.filter(file => /(^|\/)(utils?|helpers?|manager|types|misc|common)(\.ts$|\/)/.test(file))).toEqual([])
  })
})
