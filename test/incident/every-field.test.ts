import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { realiseArticle } from '../../src/article/realise-article.ts'
import { slotsOf } from '../../src/article/wording.ts'
import type { DescribedField } from '../../src/fields/field-tree.ts'
import { routesTo, walkFields } from '../../src/fields/field-walk.ts'
import { fullName } from '../../src/fields/name-field.ts'
import { typedAt } from '../../src/fields/short-form-pointers.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { describedIncident, nowhere } from '../../src/incident/described-incident.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { messagesOf } from '../../src/plan/messages.ts'
import type { Fact } from '../../src/story/story.ts'
import { storyOf } from '../../src/story/story-of.ts'
import { inventedIncidents } from '../../tools/proof/proof-incidents.ts'
import { incidentOf, realiserOf } from '../article/realise.ts'
import { changed, everyCase } from '../wordings/everything.ts'

/**
 * What a described field needs beside its description. Each test names the field and what it lacks; CONTRIBUTING, "Add a
 * field", goes through them in the same order.
 */
const root = resolve(import.meta.dirname, '../..')
const { all, story, publication } = describedIncident()

/** A field of the full form, wherever it stands in a list: `*` stands for its place there. */
type Path = string

/** Every field that says itself whether readers are told it, and those that should. */
function pathsOf(fields: readonly DescribedField[], isMeant: (field: DescribedField) => boolean, at = ''): Path[] {
  const found = fields.flatMap(field => {
    const here = `${at}/${field.name}${field.list ? '/*' : ''}`
    return isMeant(field) ? [here] : pathsOf(field.fields, isMeant, here)
  })
  return [...new Set(found)]
}

const says = ({ traits }: DescribedField): boolean => traits.told !== undefined
const isTold = ({ traits }: DescribedField): boolean => traits.told === true

/** A figure and a quote are one value, whatever they are written as. */
const whole = (path: Path): Path => path.replace(/\/figure\/\*$/, '/figure')

const told = [...new Set(pathsOf(story, isTold).map(whole))]
const described = [...new Set([...pathsOf(story, says), ...pathsOf(publication, says)].map(whole))]

const pathOf = (pointer: string): Path => pointer.replace(/\/\d+(?=\/|$)/g, '/*')

/** The fields that some incidents hold, of those that are told or not. */
function filledIn(incidents: readonly Incident[]): ReadonlySet<Path> {
  const found = new Set<Path>()
  const visit = (value: unknown, { traits }: DescribedField, pointer: string) => {
    if (!traits.only || traits.only(value)) found.add(whole(pathOf(pointer)))
  }
  for (const incident of incidents) {
    walkFields(incident, routesTo(story, says), visit)
    walkFields(incident.publication, routesTo(publication, says), visit)
  }
  return found
}

const incidentsIn = (folder: string, ending: string): Incident[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith(ending))
    .map(path => incidentOf(readFileSync(join(root, folder, path), 'utf8')))

/** Whether one path leads to the other: a sentence may rest on the whole of a value, or on a part of it. */
const meets = (one: Path, other: Path): boolean =>
  `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`)

/** A pointer of a fact by the names of the full form: it may use those that an editor writes (`value` of a figure). */
function fullPath(pointer: string): Path {
  const known = fullPaths.get(pointer) ?? findFullPath(pointer)
  fullPaths.set(pointer, known)
  return known
}

const fullPaths = new Map<string, Path>()

function findFullPath(pointer: string): Path {
  let fields = all
  const tokens = pathOf(pointer).slice(1).split('/')
  const names = tokens.map(token => {
    const field = fields.find(({ name, written }) => token === name || token === written)
    fields = field?.fields ?? fields
    return field?.name ?? token
  })
  return `/${names.join('/')}`
}

/** The slots of a fact that rest on a field; all of them where the fact does so whichever wording is taken. */
function slotsOn({ slots, from }: Fact, path: Path): string[] {
  const names = Object.keys(slots)
  if (from.some(pointer => meets(fullPath(pointer), path))) return names
  return names.filter(name => slots[name]?.from.some(pointer => meets(fullPath(pointer), path)))
}

/** Everything in every state, and what only another value of a field brings up. */
const cases = [
  ...everyCase().filter(({ kind }) => kind === 'outage'),
  ...changed.filter(([, name]) => name === 'a cause nobody knows').map(([, , incident]) => incident),
]

const stories = cases.map(storyOf)
const filledInCases = filledIn(cases)
const everyFact = stories.flatMap(({ moves }) =>
  Object.entries(moves).flatMap(([move, facts]) => facts.map(fact => ({ move, fact }))),
)
const ranked = stories.flatMap(one => messagesOf(one, realiserOf('en').news)).flatMap(({ facts }) => facts)

const saidByPlans = readdirSync(join(root, 'templates/article')).flatMap(name => {
  const plan = readFileSync(join(root, 'templates/article', name), 'utf8')
  return [...plan.matchAll(/\{\{say "(\w+)"/g)].map(([, move = '']) => move)
})

/** The fields that articles in a language tell. */
function toldIn(language: string): ReadonlySet<Path> {
  const found = new Set<Path>()
  for (const one of stories) {
    const { untold } = realiseArticle(one, realiserOf(language))
    walkFields(one.incident, toldRoutes, (_value, _field, pointer) => {
      const typed = typedAt(one.incident.raw, pointer)
      if (typed !== '' && !untold.includes(typed)) found.add(whole(pathOf(pointer)))
    })
  }
  return found
}

const toldRoutes = routesTo(story, isTold)

/** The languages that tell articles; each has an edition of its name. */
const languages = readdirSync(join(root, 'locales')).filter(name =>
  existsSync(join(root, 'locales', name, 'story.json')),
)

const toldByLanguage = new Map(languages.map(language => [language, toldIn(language)]))

describe('every field', () => {
  /** Parts of the name of a service, which is told. */
  const ofNames = Object.keys(fullName(nowhere)).map(name => `/services/*/${name}`)

  const isValue = ({ fields, part = '' }: DescribedField) =>
    fields.length === 0 || /^(?:moment|speaker|name-.*)$/.test(part)

  test('says whether readers are told it (told, notTold), or leaves it to the fields below it', () => {
    const silent = pathsOf(all, field => says(field) || isValue(field)).filter(
      path => !described.includes(whole(path)) && !ofNames.includes(path),
    )
    expect(silent).toEqual([])
  })
})

/** Told in the box of the advice, beside its steps, which are the message. */
const beside: ReadonlySet<Path> = new Set(['/advice/*/valid_until'])

describe.each(told)('%s, which readers are told', path => {
  const facts = everyFact
    .map(({ move, fact }) => ({ move, fact, slots: slotsOn(fact, path) }))
    .filter(({ slots }) => slots.length > 0)

  test('is filled in test/wordings/everything.yaml', () => {
    expect(filledInCases).toContain(path)
  })

  test('has a fact that rests on it (src/story/facts)', () => {
    expect(facts.map(({ move }) => move)).not.toEqual([])
  })

  test.each(languages)('has a wording in locales/%s/story.json', language => {
    const { wordings } = realiserOf(language)
    const worded = facts.filter(({ fact: { keys, context, count }, slots }) => {
      const choice = { ...(context !== undefined && { context }), ...(count !== undefined && { count }) }
      const said = keys.flatMap(key => wordings(key, choice)).flatMap(({ segments }) => slotsOf(segments))
      return said.some(({ name }) => slots.includes(name))
    })
    const keys = new Set(facts.flatMap(({ fact }) => fact.keys))
    expect(worded.length, `no wording of ${[...keys].join(', ')} has a slot for it`).toBeGreaterThan(0)
  })

  test('has its place in a document plan (templates/article)', () => {
    const moves = new Set(facts.map(({ move }) => move))
    expect(
      saidByPlans.filter(move => moves.has(move)),
      `no plan says ${[...moves].join(' or ')}`,
    ).not.toEqual([])
  })

  test.skipIf(beside.has(path))('is in a message that the plan ranks (src/plan/messages.ts)', () => {
    expect(ranked.filter(fact => slotsOn(fact, path).length > 0).length).toBeGreaterThan(0)
  })

  test.each(languages)('is told in %s', language => {
    expect(toldByLanguage.get(language)?.has(path)).toBe(true)
  })
})

describe('every field that readers see', () => {
  const golden = filledIn([
    ...incidentsIn('test/golden', 'incident.yaml'),
    ...incidentsIn('content/incidents', '.yaml'),
  ])
  const typed = pathsOf(publication, ({ traits }) => traits.lacking === 'made')

  test.each([...told, ...typed])('is in a golden case: %s (test/golden)', path => {
    expect(golden).toContain(path)
  })
})

describe('every field', () => {
  /** What invented incidents cannot have. */
  const never: Readonly<Record<Path, string>> = {
    '/publish_at': 'the article would not be built before that moment',
    '/embargo': 'the article would not be built before that moment',
    '/sentences/*/tells': 'its message and its mark are those of a sentence already made',
    '/sentences/*/facts': 'its message and its mark are those of a sentence already made',
    '/sentences/*/text': 'its message and its mark are those of a sentence already made',
    '/precedents/*/incident': 'another incident of the newsroom would have to be there',
    '/pictures/*/file': 'its file would have to be there',
    '/pictures/*/alt': 'its file would have to be there',
    '/pictures/*/caption': 'its file would have to be there',
    '/pictures/*/credit': 'its file would have to be there',
    '/pictures/*/licence': 'its file would have to be there',
    '/pictures/*/licence/name': 'its file would have to be there',
    '/pictures/*/licence/url': 'its file would have to be there',
    '/pictures/*/source': 'its file would have to be there',
    '/pictures/*/focus': 'its file would have to be there',
    '/pictures/*/focus/x': 'its file would have to be there',
    '/pictures/*/focus/y': 'its file would have to be there',
  }
  const workspace = openWorkspace(root)
  const { newsroom } = openNewsroom(workspace)
  if (!newsroom) throw new Error('no newsroom')
  const invented = [...inventedIncidents(workspace, newsroom, 1, 400)]
  const filled = new Set(filledIn(invented.flatMap(({ incident }) => incident ?? [])))
  // A new field moves what chance makes of the others: one that is rare is sought in further incidents before it is missed.
  const others = inventedIncidents(workspace, newsroom, 2, 3_000)

  function isInvented(path: Path): boolean {
    while (!filled.has(path)) {
      const { done, value } = others.next()
      if (done) return false
      for (const one of filledIn(value.incident ? [value.incident] : [])) filled.add(one)
    }
    return true
  }

  test.each(described)('is invented: %s (`invented` in its description, or by hand in tools/bench)', path => {
    expect(isInvented(path)).toBe(!(path in never))
  })

  test('what is invented can be read', () => {
    expect(invented.flatMap(({ id, refused }) => refused.map(code => `${id}: ${code}`))).toEqual([])
  })
})
