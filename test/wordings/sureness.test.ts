import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'

/**
 * The scale of `sure`: each step is told by words of its own (`sure` in a language's grammar.yaml), in every wording, length and
 * tense; docs/specimens/sure-*.md shows it to people.
 */
const locales = resolve(import.meta.dirname, '../../locales')
const languages = ['en', 'fr', 'nl']
const read = (language: string, name: string) => readFileSync(join(locales, language, name), 'utf8')

type Group = Readonly<Record<string, string | readonly string[]>>

/** Groups of wordings that tell a claim, and what stands before the step in their keys. */
const PLACES = [
  ['claim', /^(?:bare-)?/],
  ['headline', /^claim-(?:bare-)?/],
  ['alert', /^claim-(?:bare-)?/],
  ['cause', /^/],
  ['headline', /^cause-/],
  ['alert', /^cause-/],
  ['scope', /^/],
  ['resolution', /^/],
] as const

const STEPS = [
  ...['confirmed', 'stated', 'provisional', 'believed', 'likely', 'possible', 'not-excluded', 'unconfirmed'],
  ...['disputed', 'denied', 'undisclosed'],
]

/** « La panne pourrait être due » is told at the step of what is possible. */
const ALSO: Readonly<Record<string, string>> = { supposed: 'possible' }

/** Every wording of a step, with its key. */
function wordingsOf(language: string): { key: string; step: string; text: string }[] {
  const story = JSON.parse(read(language, 'story.json')) as Readonly<Record<string, Group>>
  return PLACES.flatMap(([group, before]) =>
    Object.entries(story[group] ?? {}).flatMap(([key, texts]) => {
      if (!before.test(key)) return []
      const [named = ''] = key.replace(before, '').split('_')
      const step = ALSO[named] ?? named
      // What nobody says and is so is told as it is.
      if (!STEPS.includes(step) || /bare-confirmed/.test(key)) return []
      return [texts].flat().map(text => ({ key: `${group}.${key}`, step, text }))
    }),
  )
}

/** What a wording says whatever its slots hold. */
const plainly = (text: string): string =>
  text
    .replace(/\{\{\w+, agree\(([^)]*)\)\}\}/g, '$1')
    .replace(/\{\{[^}]*\}\}/g, 'x')
    .replace(/\[[^[\]]*\]/g, '')

describe.each(languages)('how sure a claim is, in %s', language => {
  const { sure } = load(read(language, 'grammar.yaml')) as { sure: Readonly<Record<string, readonly string[]>> }
  const says = (step: string, text: string) =>
    (sure[step] ?? []).some(pattern => new RegExp(pattern, 'iu').test(plainly(text)))
  const all = wordingsOf(language)

  test('every step has words of its own', () => {
    expect(STEPS.filter(step => !sure[step])).toEqual([])
  })

  test('every wording of a step says it: none reads stronger than it is', () => {
    expect(all.filter(({ step, text }) => !says(step, text)).map(({ key, text }) => `${key}: ${text}`)).toEqual([])
  })

  test('no two steps read alike', () => {
    const steps = new Map<string, string>()
    const alike = all.filter(({ step, text }) => {
      const other = steps.get(text)
      steps.set(text, step)
      return other !== undefined && other !== step
    })
    expect(alike).toEqual([])
    const { hedge } = JSON.parse(read(language, 'story.json')) as { hedge: Readonly<Record<string, string>> }
    expect(new Set(Object.values(hedge)).size).toBe(Object.keys(hedge).length)
  })
})

/** « Serait », « pourraient »: what is heard, told as such by the mood. */
const HEARSAY = /(?<!\p{L})\p{L}*(?:r(?:ai[ts]|aient))(?!\p{L})/giu

test('no French wording of a claim doubts twice by its mood', () => {
  const twice = wordingsOf('fr').filter(({ text }) => [...plainly(text).matchAll(HEARSAY)].length > 1)
  expect(twice).toEqual([])
})

test('every language that tells articles has the scale', () => {
  const told = readdirSync(locales).filter(name =>
    readdirSync(locales, { withFileTypes: true }).some(one => one.name === name && one.isDirectory()),
  )
  const withStory = told.filter(name => readdirSync(join(locales, name)).includes('story.json'))
  expect(withStory.sort()).toEqual(languages)
})
