import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everyAdded } from '../../src/article/realise-fact.ts'
import { allows, compileWording, slotsOf } from '../../src/article/wording.ts'
import { openTranslations, variants } from '../../src/foundation/translations.ts'
import { everyTogether } from '../../src/plan/counts-together.ts'
import { everyTitle } from '../../src/plan/plan.ts'
import { everyExclusion } from '../../src/plan/sentence-plan.ts'
import { everyBlaming } from '../../src/plan/told-twice.ts'
import type { Fact } from '../../src/story/story.ts'
import { storyOf } from '../../src/story/story-of.ts'
import { everyIncident } from '../cases/every-incident.ts'
import { changed, everyCase } from '../wordings/everything.ts'
import { readingOf, realiserOf } from './realise.ts'

const root = resolve(import.meta.dirname, '../..')
// Cases of what `check` refuses tell nothing.
const told = [...everyIncident].flatMap(([name, text]) => readingOf(text, name).incident ?? [])

/** Every fact of every case we have. */
const stories = [...everyCase(), ...changed.map(([, , incident]) => incident), ...told].map(storyOf)
const facts: readonly (readonly [Fact, readonly string[]])[] = stories.flatMap(story =>
  [
    ...Object.values(story.moves),
    ...Object.values(everyTitle(story, realiserOf('fr').news)),
    everyExclusion([...(story.moves.cause ?? []), ...(story.moves.attack ?? [])], realiserOf('fr').sentences),
    everyAdded(Object.values(story.moves).flat()),
    everyBlaming(Object.values(story.moves).flat()),
    everyTogether(story.moves.counts ?? []),
  ]
    .flat()
    .map(fact => [fact, [...Object.keys(fact.slots), ...Object.keys(story.shared)]] as const),
)

describe('conditions', () => {
  const said = (text: string, ...holds: string[]) => {
    const { segments, conditions } = compileWording('test#1', text)
    if (!allows(conditions, new Set(holds))) return undefined
    return segments
      .flatMap(segment => {
        if (segment.kind === 'words') return segment.text
        return segment.kind === 'group' && allows(segment.conditions, new Set(holds))
          ? segment.segments.map(inner => (inner.kind === 'words' ? inner.text : ''))
          : ''
      })
      .join('')
  }

  test.each([
    ['a group is said where its condition holds', 'He said[?order  later].', ['order'], 'He said later.'],
    ['a group is left out where it does not', 'He said[?order  later].', [], 'He said.'],
    ['one space ends the conditions', 'So[?order , later].', ['order'], 'So, later.'],
    ['all must hold', 'He[?order,same-speaker  also] said.', ['order'], 'He said.'],
    ['one may have to fail', 'He[?!order  also] said.', ['order'], 'He said.'],
    ['one that fails is no bar', 'He[?!order  also] said.', [], 'He also said.'],
    ['a wording is taken where its conditions hold', '?order,!total: Later.', ['order'], 'Later.'],
    ['a wording is no way to say it elsewhere', '?order,!total: Later.', ['order', 'total'], undefined],
  ])('%s', (_, text, holds, expected) => {
    expect(said(text, ...holds)).toBe(expected)
  })

  test.each(['?Order: Later.', '?order Later.', '?: Later.', 'So[?order, later].', 'So[?!!order  later].', '[?]'])(
    'that cannot be read are said: %s',
    text => expect(() => compileWording('test#1', text)).toThrow('Wording test#1: a condition that cannot be read'),
  )
})

const languages = readdirSync(join(root, 'locales')).filter(name => !name.includes('.') && name !== 'editions')

describe.each(languages)('story.json of %s', language => {
  const story = JSON.parse(readFileSync(join(root, 'locales', language, 'story.json'), 'utf8'))
  const words = openTranslations(language, { story })

  /** Wordings that facts ask for, by id, and the slots that facts offer to each family of keys. */
  const offered = new Map<string, string>()
  const slotsOfFamily = new Map<string, Set<string>>()
  const familyOf = (id: string) => id.split(/[._]/u, 1)[0] ?? ''
  for (const [{ keys, context, count }, slots] of facts) {
    for (const key of keys) {
      const choice = { ...(context !== undefined && { context }), ...(count !== undefined && { count }) }
      for (const { id, text } of variants(words, key, choice)) {
        offered.set(id, text)
        const known = slotsOfFamily.get(familyOf(id)) ?? new Set()
        for (const slot of slots) known.add(slot)
        slotsOfFamily.set(familyOf(id), known)
      }
    }
  }

  test('every fact has a wording', () => {
    const mute = new Set(
      facts.flatMap(([{ keys, context, count }]) => {
        const choice = { ...(context !== undefined && { context }), ...(count !== undefined && { count }) }
        return keys.some(key => variants(words, key, choice).length > 0) ? [] : [`${keys.join(' ')} ${context ?? ''}`]
      }),
    )
    expect([...mute]).toEqual([])
  })

  test('no wording asks for a slot that facts of its kind never have', () => {
    const wrong = [...offered].flatMap(([id, text]) =>
      slotsOf(compileWording(id, text).segments)
        .filter(({ name }) => !slotsOfFamily.get(familyOf(id))?.has(name))
        .map(({ name }) => `${id}: ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('no wording stands where no fact will look for it', () => {
    const dead = Object.entries(story)
      .filter(([family]) => slotsOfFamily.has(family))
      .flatMap(([family, texts]) => Object.keys(texts as object).map(key => `${family}.${key}`))
      .filter(key => !offered.has(`${key}#1`))
    expect(dead).toEqual([])
  })

  test('no wording says the same as another of its key', () => {
    const byKey = new Map<string, string[]>()
    for (const [id, text] of offered) {
      const key = id.replace(/#\d+$/, '')
      byKey.set(key, [...(byKey.get(key) ?? []), text])
    }
    const twice = [...byKey].flatMap(([key, texts]) => (new Set(texts).size < texts.length ? [key] : []))
    expect(twice).toEqual([])
  })
})
