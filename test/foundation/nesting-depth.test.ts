import { expect, test } from 'vitest'
import { blocksIn, DEEPEST, depthOf } from '../../src/foundation/nesting-depth.ts'

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])

test.each([
  ['a text', 'x', 0],
  ['nothing', null, 0],
  ['an empty list', [], 1],
  ['the deepest of several', { a: 1, b: { c: [1] }, d: {} }, 3],
  ['as deep as may be', nested(DEEPEST), DEEPEST],
  ['one too deep', nested(DEEPEST + 1), DEEPEST + 1],
  ['far too deep, counted no further', nested(2000), DEEPEST + 1],
])('values nest: %s', (_, value, depth) => expect(depthOf(value)).toBe(depth))

test.each([
  ['none', 'words {{x}}', 0],
  ['one in another', '{{#if a}}{{#each b}}{{/each}}{{/if}}', 2],
  ['one after another', '{{#if a}}{{/if}}{{#if b}}{{/if}}', 1],
  ['each else if one deeper', '{{#if a}}{{else if b}}{{else if c}}{{/if}}', 3],
  ['an else alone, no deeper', '{{#if a}}{{else}}{{/if}}{{#if a}}{{^}}{{/if}}', 1],
  ['after a chain, back again', '{{#if a}}{{else if b}}{{/if}}{{#if c}}{{/if}}', 2],
  ['none in a comment', '{{!-- {{#if a}}{{#if b}} --}}{{! {{#if c}} }}', 0],
])('blocks of a template nest: %s', (_, source, depth) => expect(blocksIn(source)).toBe(depth))
