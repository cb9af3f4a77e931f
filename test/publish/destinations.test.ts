import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { openDiagnosticWords } from '../../src/newsroom/open-diagnostic-words.ts'
import { destinationKinds, openDestination } from '../../src/publish/destinations.ts'

const root = resolve(import.meta.dirname, '../..')
const words = ['en', 'fr'].map(language => openDiagnosticWords(openWorkspace(root), language))

const opened = (settings: unknown, environment: NodeJS.ProcessEnv = {}) =>
  openDestination('my-site', settings, { root: '/newsroom', environment, message: () => '' })

const KEY = `${'a'.repeat(24)}:${'b'.repeat(64)}`
const blog = { kind: 'ghost', address: 'https://blog.example/' }

describe('a destination is opened', () => {
  test.each<[string, object, NodeJS.ProcessEnv, string]>([
    ['in a folder of the newsroom', { kind: 'folder', dialect: 'hugo', folder: 'dist/hugo' }, {}, 'dist/hugo'],
    ['in a work tree', { kind: 'git', dialect: 'astro', tree: '../site', folder: 'web' }, {}, '../site/web'],
    ['with its key, at an address without a final slash', blog, { DEPECHE_MY_SITE_KEY: KEY }, 'https://blog.example'],
    [
      'with a secret that signs',
      { kind: 'webhook', address: 'https://hooks.example/in' },
      { DEPECHE_MY_SITE_SECRET: 'a text of sixteen bytes' },
      'https://hooks.example/in',
    ],
    [
      'with the API key of a Payload',
      { kind: 'payload', address: 'https://cms.example/', fields: { tags: false, author: 'byline' } },
      { DEPECHE_MY_SITE_KEY: 'a-key' },
      'https://cms.example',
    ],
    [
      'with the token of a Strapi',
      { kind: 'strapi', address: 'https://cms.example', locales: { fr: 'fr-BE' } },
      { DEPECHE_MY_SITE_TOKEN: 'a-token' },
      'https://cms.example',
    ],
    [
      'with a user and a password',
      { kind: 'wordpress', address: 'http://localhost:8080' },
      { DEPECHE_MY_SITE_USER: 'ada', DEPECHE_MY_SITE_PASSWORD: 'abcd efgh' },
      'http://localhost:8080',
    ],
  ])('%s', (_, settings, environment, place) => {
    const { publisher, diagnostics } = opened(settings, environment)
    expect(diagnostics).toEqual([])
    expect(publisher).toMatchObject({ name: 'my-site', place })
  })
})

test.each<[string, object]>([
  ['an address with a password', { kind: 'ghost', address: 'https://ada:geheim@blog.example/' }],
  ['an address with a user', { kind: 'wordpress', address: 'https://geheim@blog.example/' }],
  ['a base', { kind: 'folder', dialect: 'hugo', folder: 'x', base: 'https://ada:geheim@x.example/' }],
  ['a remote', { kind: 'git', dialect: 'hugo', tree: 'x', remote: 'https://ada:geheim@git.example/x.git' }],
  ['a remote over ssh', { kind: 'git', dialect: 'hugo', tree: 'x', remote: 'ssh://ada:geheim@git.example/x.git' }],
])('a secret is refused and not printed: %s', (_, settings) => {
  const { publisher, diagnostics } = opened(settings)
  expect(publisher).toBeUndefined()
  expect(diagnostics.map(({ code }) => code)).toEqual(['publish/secret-in-address'])
  for (const language of words) expect(language.message(diagnostics[0] as never)).not.toContain('geheim')
  expect(JSON.stringify(diagnostics)).not.toContain('geheim')
})

test('what git would take for an option is refused; a user of ssh is no secret', () => {
  const tree = { kind: 'git', dialect: 'hugo', tree: 'x' }
  expect(opened({ ...tree, remote: '--upload-pack=x' }).diagnostics[0]?.code).toBe('publish/option-as-setting')
  expect(opened({ ...tree, branch: '-f' }).diagnostics[0]?.code).toBe('publish/option-as-setting')
  expect(opened({ ...tree, remote: 'ssh://git@git.example/x.git' }).diagnostics).toEqual([])
  expect(opened({ ...tree, remote: 'git@git.example:x.git' }).diagnostics).toEqual([])
})

describe('what is wrong with a destination is said in words that name the setting and what it has to be:', () => {
  const folder = { kind: 'folder', dialect: 'hugo', folder: 'x' }
  test.each<[string, unknown, readonly string[], string]>([
    ['no settings', null, ['unknown-kind'], 'does not say of what kind'],
    ['a kind alone', 'hugo', ['unknown-kind'], 'does not say of what kind'],
    ['a misspelt kind', { kind: 'wordpres' }, ['unknown-kind'], 'Did you mean “kind: wordpress”'],
    [
      'a kind that every object has',
      { kind: 'constructor' },
      ['unknown-kind'],
      'folder, git, wordpress, ghost, payload, strapi, webhook',
    ],
    ['a misspelt setting', { ...folder, imgaes: 'y' }, ['unknown-setting'], 'Did you mean “images”'],
    ['a setting of nobody', { ...folder, colour: 'red' }, ['unknown-setting'], 'kind, folder, dialect, base'],
    ['a setting that is missing', { kind: 'folder', dialect: 'hugo' }, ['missing-setting'], 'lacks the setting folder'],
    ['one that is empty', { ...folder, folder: '' }, ['missing-setting'], 'docs/publish/folder.md'],
    ['one without a value', { ...folder, folder: null }, ['missing-setting'], 'lacks the setting folder'],
    ['two that are missing', { kind: 'folder' }, ['missing-setting', 'missing-setting'], 'lacks the setting dialect'],
    [
      'a value that is none of a few',
      { ...folder, dialect: 'gatsby' },
      ['wrong-setting'],
      'hugo, eleventy, astro, jekyll',
    ],
    ['a number for a text', { ...folder, folder: 4 }, ['wrong-setting'], 'has to be a text'],
    ['a text for true or false', { ...blog, canonical: 'yes' }, ['wrong-setting'], 'has to be true or false'],
    ['a text for a number', { ...blog, concurrency: 'two' }, ['wrong-setting'], 'has to be a whole number'],
    ['a number that is too large', { ...blog, concurrency: 9 }, ['wrong-setting'], 'has to be 8 at most'],
    ['a number that is too small', { ...blog, concurrency: 0 }, ['wrong-setting'], 'has to be at least 1'],
    ['no address', { ...blog, address: 'blog.example' }, ['wrong-setting'], 'has to be an address of the web'],
    [
      'a field of no article',
      { kind: 'strapi', address: 'https://x.example', fields: { colour: 'red' } },
      ['unknown-setting'],
      'Did you mean',
    ],
    ['a secret in the file', { ...blog, key: KEY }, ['secret-in-file'], 'DEPECHE_MY_SITE_'],
    ['a secret that is not set', blog, ['no-secret'], 'DEPECHE_MY_SITE_KEY'],
  ])('%s', (_, settings, codes, says) => {
    const { publisher, diagnostics } = opened(settings)
    expect(publisher).toBeUndefined()
    expect(diagnostics.map(({ code }) => code)).toEqual(codes.map(code => `publish/${code}`))
    const [english, french] = words.map(one =>
      diagnostics.map(found => `${one.message(found)} ${one.hint(found)}`).join('\n'),
    )
    expect(english).toContain(says)
    for (const text of [english, french]) expect(text).not.toMatch(/undefined|\{\{|expected|Invalid|bbbb/)
  })

  test('a secret of the wrong form is sent nowhere', () => {
    const { publisher, diagnostics } = opened(blog, { DEPECHE_MY_SITE_KEY: 'hunter2' })
    expect(publisher).toBeUndefined()
    expect(diagnostics.map(({ code }) => code)).toEqual(['publish/bad-secret'])
    expect(JSON.stringify(diagnostics)).not.toContain('hunter2')
  })
})

describe.each(destinationKinds)('a kind of destination has what CONTRIBUTING asks for: %s', kind => {
  test('its page, and its row in docs/publish/README.md', () => {
    expect(existsSync(join(root, `docs/publish/${kind}.md`)), `docs/publish/${kind}.md is missing`).toBe(true)
    expect(readFileSync(join(root, 'docs/publish/README.md'), 'utf8')).toContain(`| \`${kind}\` |`)
    expect(readFileSync(join(root, `docs/publish/${kind}.md`), 'utf8')).toContain(`kind: ${kind}`)
  })

  test('a test file that calls the contract', () => {
    const tests = ['test/publish', 'test/integration'].flatMap(folder =>
      readdirSync(join(root, folder))
        .filter(name => name === `${kind}.test.ts` || name.startsWith(`${kind}-`))
        .map(name => readFileSync(join(root, folder, name), 'utf8')),
    )
    expect(tests.some(text => text.includes('keepsThePromise('))).toBe(true)
  })
})
