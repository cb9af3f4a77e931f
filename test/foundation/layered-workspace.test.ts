import { describe, expect, test } from 'vitest'
import {
  defaultsOf,
  jsonOf,
  overridesOf,
  sourceOf,
  templatesIn,
  textOf,
  withDefaults,
  yamlOf,
} from '../../src/foundation/layered-workspace.ts'
import { Refusal } from '../../src/foundation/refusal.ts'
import { type Workspace, workspaceOf } from '../../src/foundation/workspace.ts'

const at = (root: string, files: Readonly<Record<string, string>>): Workspace => ({ ...workspaceOf(files), root })

const program = at('/program', {
  'content/site.yaml': 'name: Sample',
  'templates/page/item.hbs': 'program',
  'templates/page/root.hbs': 'program',
  'locales/fr/site.json': '{"date":{"updated":"Mis à jour","on":"le"},"tags":["a","b"]}',
  'locales/fr/grammar.yaml': 'classes: [ms]',
})
const own = at('/own', {
  'content/site.yaml': 'name: Gazette',
  'templates/page/item.hbs': 'own',
  'locales/fr/site.json': '{"date":{"on":"du"},"tags":["c"]}',
  'locales/fr/places.yaml': 'BE: {}',
})
const both = withDefaults(own, program)

const textAt = (workspace: Workspace, path: string) => {
  const bytes = workspace.read(path)
  return bytes && new TextDecoder().decode(bytes)
}

describe('the newsroom over the program', () => {
  test.each([
    ['a template of its own replaces the program’s', 'templates/page/item.hbs', 'own'],
    ['a template it does not have is the program’s', 'templates/page/root.hbs', 'program'],
    ['a grammar it does not have is the program’s', 'locales/fr/grammar.yaml', 'classes: [ms]'],
    ['what only the newsroom has is there', 'locales/fr/places.yaml', 'BE: {}'],
    ['content is the newsroom’s alone', 'content/site.yaml', 'name: Gazette'],
    [
      'messages are merged key by key, lists replaced',
      'locales/fr/site.json',
      '{"date":{"updated":"Mis à jour","on":"du"},"tags":["c"]}',
    ],
  ])('%s', (_, path, text) => {
    expect(textAt(both, path)).toBe(text)
    expect(both.size(path)).toBe(new TextEncoder().encode(text).byteLength)
  })

  test('lists what either has, each once and in order, but the program’s content never', () => {
    expect(both.list('templates')).toEqual(['templates/page/item.hbs', 'templates/page/root.hbs'])
    expect(both.list('locales')).toEqual(['locales/fr/grammar.yaml', 'locales/fr/places.yaml', 'locales/fr/site.json'])
    expect(withDefaults(at('/empty', {}), program).list('content')).toEqual([])
    expect(withDefaults(at('/empty', {}), program).read('content/site.yaml')).toBeUndefined()
  })

  test.each(['{', '[]', '"words"', 'null'])('messages that hold no keys are left for their reader: %s', text => {
    const broken = withDefaults(at('/own', { 'locales/fr/site.json': text }), program)
    expect(textAt(broken, 'locales/fr/site.json')).toBe(text)
  })

  test('each is there by itself; a newsroom in the program’s own folder has no second layer', () => {
    expect(overridesOf(both)).toBe(own)
    expect(defaultsOf(both)).toBe(program)
    const same = withDefaults(at('/program', {}), program)
    expect(overridesOf(same)).toBe(same)
    expect(defaultsOf(same)).toBeUndefined()
  })
})

describe('a file that is needed', () => {
  const deep = '['.repeat(300) + ']'.repeat(300)
  test.each<[string, (workspace: Workspace, path: string) => unknown, string | undefined, string]>([
    ['is not there', textOf, undefined, 'missing-file'],
    ['is no JSON', jsonOf, '{', 'broken-file'],
    ['is a list', jsonOf, '[]', 'keyless-file'],
    ['is too deep', jsonOf, `{"a":${deep}}`, 'too-deep'],
    ['is no YAML', yamlOf, 'a: [', 'broken-file'],
    ['is a text', yamlOf, 'words', 'keyless-file'],
  ])('and %s is refused by its name: %#', (_, read, text, code) => {
    const workspace = workspaceOf(text === undefined ? {} : { 'locales/x': text })
    try {
      read(workspace, 'locales/x')
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal)
      const { code: found, facts } = error as Refusal
      expect([found, facts.path]).toEqual([code, 'locales/x'])
    }
  })

  test('is read when it holds keys', () => {
    expect(jsonOf(workspaceOf({ a: '{"b":1}' }), 'a')).toEqual({ b: 1 })
    expect(yamlOf(workspaceOf({ a: 'b: 1' }), 'a')).toEqual({ b: 1 })
  })
})

test('templates of a folder go by their name', () => {
  expect(templatesIn(both, 'templates/page')).toEqual({ item: 'own', root: 'program' })
  const deep = '{{#if a}}'.repeat(300) + '{{/if}}'.repeat(300)
  expect(() => templatesIn(workspaceOf({ 'templates/page/x.hbs': deep }), 'templates/page')).toThrow(Refusal)
})

test('a line is shown of a file that is there, and of none that cannot be read', () => {
  expect(sourceOf(both, 'content/site.yaml')).toBe('name: Gazette')
  expect(sourceOf(both, 'content/nothing.yaml')).toBeUndefined()
  const unreadable = {
    ...own,
    read: () => {
      throw new Error('EACCES')
    },
  }
  expect(sourceOf(unreadable, 'content/site.yaml')).toBeUndefined()
})
