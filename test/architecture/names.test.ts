import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sourceParts, wordsIn } from './source-parts.ts'

const root = resolve(import.meta.dirname, '../..')

const sourcesIn = (folder: string): string[] =>
  readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => `${folder}/${path}`)

const read = (file: string): string => readFileSync(resolve(root, file), 'utf8')
const src = sourcesIn('src')

/** Those that stand in several places, with the places. */
function twice(found: Iterable<readonly [name: string, place: string]>): string[] {
  const places = new Map<string, string[]>()
  for (const [name, place] of found) places.set(name, [...(places.get(name) ?? []), place])
  return [...places].filter(([, all]) => all.length > 1).map(([name, all]) => `${name}: ${all.join(', ')}`)
}

/** Types that a source declares; what it only passes on is none of its own. */
function typesIn(code: string): string[] {
  const declared = /^\s*(?:export )?(?:declare )?(?:abstract )?(?:interface (\w+)|class (\w+)|type (\w+)(?:<.*>)? =)/gm
  return [...code.matchAll(declared)].map(([, one, other, third]) => one ?? other ?? third ?? '')
}

describe('one name, one thing', () => {
  test('no two types bear one name', () => {
    expect(
      twice(src.flatMap(file => typesIn(sourceParts(read(file)).code).map(name => [name, file] as const))),
    ).toEqual([])
  })

  test('no two files bear one name, beside commands named after what they call', () => {
    const named = src.filter(file => !file.startsWith('src/cli/commands/'))
    expect(twice(named.map(file => [basename(file), file] as const))).toEqual([])
  })

  test.each([
    ['interface A {}', ['A']],
    ['export type B<T extends string = "x"> =\n  | T', ['B']],
    ['export class C extends Error {}', ['C']],
    ["import {\n  type D,\n} from './d.ts'", []],
    ["export type { E } from './e.ts'", []],
  ])('%j declares %j', (code, names) => expect(typesIn(code)).toEqual(names))
})

describe('a test is found by the name of its source', () => {
  const tests = sourcesIn('test').filter(file => file.endsWith('.test.ts'))
  const places = new Map<string, string[]>()
  for (const file of [...src, ...sourcesIn('tools')]) {
    const [top = '', room = '', ...rest] = file.split('/')
    // Real servers have a room of their own.
    const rooms =
      top === 'tools' ? [`tools/${room}`] : rest.length === 0 ? ['.'] : [room, 'integration', `${room}/commands`]
    const name = basename(file, '.ts')
    places.set(name, [...(places.get(name) ?? []), ...rooms])
  }

  test.each(tests.filter(file => places.has(basename(file, '.test.ts'))))('%s', file => {
    const folder = relative('test', dirname(file)) || '.'
    expect(places.get(basename(file, '.test.ts'))).toContain(folder)
  })
})

/** Pictures that things were called by before they had the names of their field, with the word to write instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  house: 'newsroom, program',
  desk: 'newsroom, build, context',
  rota: 'scheduler',
  doors: 'commands',
  shelf: 'cache',
  shell: 'fingerprint, layout',
  wire: 'http client, news agency',
  judge: 'check, diagnose',
  teller: 'edition, locale',
  lent: 'defaults',
  lender: 'layered workspace',
  ledger: 'manifest',
  keeping: 'remembering, leaving',
  tongue: 'locale',
}

/** Where such a word is the right one. */
const RIGHT: readonly { readonly word: string; readonly files: RegExp; readonly because: string }[] = [
  {
    word: 'shell',
    files:
      /^(?:src\/cli\/(?:program-commands|newsroom-package|commands\/completion)|test\/cli\/commands\/completion\.test|test\/integration\/production-install\.test)\.ts$/,
    because: 'a shell that runs commands: bash, zsh, fish, and an option of Node',
  },
  {
    word: 'desk',
    files: /^src\/incident\/(?:incident-schema|fields\/quote-fields)\.ts$/,
    because: 'the value that editors type: `by: desk`',
  },
  { word: '*', files: /^test\/architecture\/(?:names\.test|source-parts)\.ts$/, because: 'they speak of the words' },
]

const isRight = (file: string, word: string): boolean =>
  RIGHT.some(one => (one.word === word || one.word === '*') && one.files.test(file))

/** The word of the list that a word is, alone or as several of it. */
const pictureOf = (word: string): string | undefined =>
  [word, word.replace(/s$/, '')].find(one => Object.hasOwn(INSTEAD, one))

/** The lines of a text that use such words. */
function picturesIn(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, at) =>
    wordsIn(line).flatMap(word => {
      const picture = pictureOf(word)
      return picture === undefined || isRight(file, picture)
        ? []
        : [`${file}:${at + 1} ${word}: better ${INSTEAD[picture]}`]
    }),
  )
}

describe('the words of the field', () => {
  const files = [...src, ...sourcesIn('tools'), ...sourcesIn('test')]

  test.each(files)('%s calls things by their names', file => {
    const { comments, code } = sourceParts(read(file))
    expect([...picturesIn(file, comments), ...picturesIn(file, code), ...picturesIn(file, basename(file))]).toEqual([])
  })

  test.each(RIGHT)('$word is still used where it may be: $because', ({ word, files: allowed }) => {
    const used = files
      .filter(file => allowed.test(file))
      .flatMap(file => Object.values(sourceParts(read(file))).flatMap(wordsIn))
    expect(word === '*' || used.some(one => pictureOf(one) === word)).toBe(true)
  })

  test.each([
    ["const openDesk = 'ledger'", ['desk']],
    ['const half = (whole / 2) / desk // of the house', ['desk', 'house']],
    ['const a = `a wire $'.concat('{of(`a house $', '{desk}`, { b: 1 })} and $', '{{ rota }}`'), ['desk', 'rota']],
    ["list(/desk\\/[/']/g, house)", ['house']],
    ["const it = 'it\\'s a desk' /* the rota's\n * two doors */", ['doors', 'rota']],
    ['XMLDesk, LENT_FILES, shelves, deskside', ['desk', 'lent']],
  ])('%s', (source, pictures) => {
    const { comments, code } = sourceParts(source)
    expect(
      wordsIn(`${comments} ${code}`)
        .flatMap(word => pictureOf(word) ?? [])
        .sort(),
    ).toEqual(pictures)
  })
})
