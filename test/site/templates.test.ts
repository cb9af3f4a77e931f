import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openTemplates } from '../../src/site/templates.ts'
import { repository } from './sample-newsroom.ts'

const folder = `${repository}templates/page/`
const program = Object.fromEntries(
  readdirSync(folder)
    .filter(file => file.endsWith('.hbs'))
    .map(file => [file.slice(0, -4), readFileSync(folder + file, 'utf8')]),
)

/** A page of one line that holds a part, both the test's own. */
const filled = (part: string, page = '{{> part}}') => {
  const say = () => 'word'
  const templates = openTemplates({ ...program, part, page })
  return templates('page', { words: say, title: 'Title', items: ['a'] })
}

test('a page is filled with its parts', () => {
  expect(filled('<b>{{title}}</b>', '<p>{{> part}}{{#each items}}{{this}}{{/each}}</p>')).toBe('<p><b>Title</b>a</p>')
})

describe('what is wrong with a part is said under its own name, in one line', () => {
  test.each([
    ['a field that is not there', '\n{{nope}}', '2: "nope" not defined'],
    ['a helper that nobody wrote', '{{upper title}}', '1: there is no helper "upper"'],
    [
      'a helper below another, never reached',
      '{{#if no}}\n{{t "a" b=(upper title)}}{{/if}}',
      '2: there is no helper "upper"',
    ],
    ['a block that nobody wrote', '{{#loop items}}{{/loop}}', '1: there is no helper "loop"'],
    ['a part that is not there', '{{#if no}}{{> nowhere}}{{/if}}', '1: there is no template "nowhere"'],
    ['a word with nothing in a slot', '{{t "a" b=missing}}', ' {{t "a"}} is given nothing for b'],
    ['a block closed by another', '\n{{#if title}}{{/each}}', "2: if doesn't match each"],
  ])('%s', (_, part, said) => {
    expect(() => filled(part)).toThrow(expect.objectContaining({ message: `templates/page/part.hbs:${said}` }))
  })

  test.each([
    [
      '<li>\n{{#if title}<b>',
      /^templates\/page\/part\.hbs:2: cannot be read after "<li>\{\{#if title". Expecting .*got 'INVALID'$/,
    ],
    ['<li>{{#if title}}\n', /^templates\/page\/part\.hbs:\d: cannot be read after ".*". Expecting .*got 'EOF'$/],
    ['{{else}}', /^templates\/page\/part\.hbs:1: cannot be read from its start\. Expecting .*got 'INVERSE'$/],
  ])('a mistake of form: %j', (part, said) => {
    expect(() => filled(part)).toThrow(said)
  })
})

test('the page is named where the mistake is its own', () => {
  expect(() => filled('{{title}}', '{{> part}}{{nope}}')).toThrow('templates/page/page.hbs:1: "nope" not defined')
})
