import { describe, expect, test } from 'vitest'
import { choose, openingOf, repeatsWord, type WordingCandidate } from '../../src/article/choose-wording.ts'
import { compileWording, type Segment, type Wording } from '../../src/article/wording.ts'
import type { Slot } from '../../src/story/story.ts'

test.each([
  ['La panne est due à une panne.', true],
  ['Une panne parmi les pannes', true],
  ['Les services de l’opérateur et les services publics', true],
  ['Le réseau électrique alimente les réseaux électriques.', true],
  ['Éléments et éléments', false],
  ['Les éléments, tous éléments', true],
  ['Orange and Orange Bank are down.', false],
  ['Users of the app and of the site', false],
  ['', false],
])('a long word comes back in « %s »: %s', (text, expected) => {
  expect(repeatsWord(text)).toBe(expected)
})

/** News that the slots of these tests hold: the words that a wording puts in their place are of no matter. */
const slotOf = (traits: Partial<Slot>): Slot => ({ kind: 'verbatim', text: 'x', from: ['/state'], ...traits }) as Slot

const slots = {
  hour: slotOf({ once: true }),
  place: slotOf({ once: true }),
  source: slotOf({ wanted: true }),
  asof: slotOf({ preferOnce: true }),
  name: slotOf({}),
}
type SlotName = keyof typeof slots

const wordings = (...texts: string[]): Wording[] => texts.map((text, nth) => compileWording(`lead#${nth + 1}`, text))

/** Slots that a wording holds here, and the text that it makes of itself: its words, `x` for a slot. */
function filledOf(wording: Wording, told: ReadonlySet<Slot>): WordingCandidate | undefined {
  const found: Slot[] = []
  let text = ''
  const fill = (segments: readonly Segment[]): boolean => {
    for (const segment of segments) {
      const before = [text, found.length] as const
      if (segment.kind === 'words') text += segment.text
      else if (segment.kind === 'slot') {
        const slot = slots[segment.name as SlotName]
        if (!slot || (slot.once && told.has(slot))) return false
        found.push(slot)
        text += 'x'
      } else if (!fill(segment.segments)) [text, found.length] = before
    }
    return true
  }
  if (!fill(wording.segments)) return undefined
  const held = (trait: 'once' | 'wanted' | 'preferOnce') => found.filter(slot => slot[trait])
  const filled = {
    spans: [],
    from: [],
    news: held('once'),
    wanted: held('wanted'),
    preferOnce: held('preferOnce'),
    timed: [],
    speakers: [],
    head: 0,
  }
  return { filled, sentence: { text, wording: wording.id } }
}

interface Choosing {
  readonly told?: readonly SlotName[]
  readonly used?: {
    readonly wordings?: readonly string[]
    readonly slots?: readonly SlotName[]
    readonly openings?: readonly string[]
  }
  readonly holds?: readonly string[]
  readonly needsNews?: boolean
  readonly seed?: string
}

/** The number of the wording that is chosen, and of those that had to be filled for it; 0 for none. */
function chosenOf(
  texts: readonly string[],
  { told = [], used = {}, holds = [], needsNews = false, seed = 'an-id' }: Choosing = {},
) {
  const toldSlots = new Set(told.map(name => slots[name]))
  const filled: string[] = []
  const context = {
    seed,
    slots,
    holds: new Set(holds),
    told: toldSlots,
    needsNews,
    used: {
      wordings: new Set(used.wordings),
      slots: new Set((used.slots ?? []).map(name => slots[name])),
      openings: used.openings ?? [],
      echo: new Set<string>(),
    },
  }
  const chosen = choose(wordings(...texts), context, wording => {
    filled.push(wording.id)
    return filledOf(wording, toldSlots)
  })
  return { chosen: Number(chosen?.sentence.wording.split('#')[1] ?? 0), filled: filled.length }
}

describe('of several wordings', () => {
  test.each<[string, string[], Choosing, number]>([
    ['the one with most news is taken', ['At {{hour}}', 'At {{hour}} in {{place}}', 'In {{place}}'], {}, 2],
    ['who says so counts like news', ['At {{hour}}', '{{source}} at {{hour}}'], {}, 2],
    ['an optional group counts where it can be filled', ['At {{hour}}', 'At {{hour}}[ in {{place}}]'], {}, 2],
    ['news told already counts nothing', ['In {{place}}', 'At {{hour}}[ in {{place}}]'], { told: ['place'] }, 2],
    ['one that needs what was told falls out', ['In {{place}}', 'So it is'], { told: ['place'] }, 2],
    ['one with a slot nobody knows falls out', ['By {{nobody}} at {{hour}}', 'Down'], {}, 2],
    ['one whose condition does not hold falls out', ['?order: At {{hour}} then', 'Down'], {}, 2],
    ['one whose condition holds stays', ['?order: At {{hour}} then', 'Down'], { holds: ['order'] }, 1],
    [
      'a group whose condition does not hold counts nothing',
      ['{{hour}}[?order  {{place}}]', '{{hour}} {{source}}'],
      {},
      2,
    ],
  ])('%s', (_, texts, choosing, number) => expect(chosenOf(texts, choosing).chosen).toBe(number))

  test('none is taken when none can be filled, or when there would be no news in it', () => {
    expect(chosenOf(['By {{nobody}}']).chosen).toBe(0)
    expect(chosenOf([]).chosen).toBe(0)
    expect(chosenOf(['{{name}} is down'], { needsNews: true }).chosen).toBe(0)
    expect(chosenOf(['{{name}} at {{hour}}'], { needsNews: true, told: ['hour'] }).chosen).toBe(0)
    expect(chosenOf(['{{name}} at {{hour}}'], { needsNews: true }).chosen).toBe(1)
  })
})

describe('of wordings with as much news', () => {
  test('what is best said once is said, and then no more', () => {
    const texts = ['Down at {{hour}}', 'Down at {{hour}}, as of {{asof}}']
    expect(chosenOf(texts).chosen).toBe(2)
    expect(chosenOf(texts, { used: { slots: ['asof'] } }).chosen).toBe(1)
  })

  test('one that the text has not used is taken', () => {
    const texts = ['Down at {{hour}}', 'Out since {{hour}}']
    expect(chosenOf(texts, { used: { wordings: ['lead#1'] } }).chosen).toBe(2)
    expect(chosenOf(texts, { used: { wordings: ['lead#2'] } }).chosen).toBe(1)
  })

  test('most news comes before what is not used yet', () => {
    expect(chosenOf(['At {{hour}} in {{place}}', 'At {{hour}}'], { used: { wordings: ['lead#1'] } }).chosen).toBe(1)
  })

  test('one that begins otherwise than the sentences before is taken, and none with a figure', () => {
    const texts = ['The network went down at {{hour}}', 'At {{hour}}, the network went down']
    expect(chosenOf(texts, { used: { openings: ['the network'] } }).chosen).toBe(2)
    expect(chosenOf(texts, { used: { openings: ['at x'] } }).chosen).toBe(1)
    expect(chosenOf(['3 places at {{hour}}', 'Three places at {{hour}}']).chosen).toBe(2)
  })

  test('one in which no word comes back is taken', () => {
    const texts = ['La panne de {{hour}} est une panne', 'La coupure de {{hour}} est une panne']
    for (const seed of ['a', 'b', 'c', 'd']) expect(chosenOf(texts, { seed }).chosen).toBe(2)
  })

  test('among equals the id decides: always the same, and not the same for all', () => {
    const texts = ['Down at {{hour}}', 'Out since {{hour}}', 'Failing from {{hour}}']
    const ids = Array.from({ length: 30 }, (_, nth) => `2026-03-${nth}`)
    const taken = ids.map(seed => chosenOf(texts, { seed }).chosen)
    expect(ids.map(seed => chosenOf(texts, { seed }).chosen)).toEqual(taken)
    expect(new Set(taken)).toEqual(new Set([1, 2, 3]))
  })

  test('one that is appended changes few of the others, and them only to itself', () => {
    const texts = ['Down at {{hour}}', 'Out since {{hour}}']
    const ids = Array.from({ length: 60 }, (_, nth) => `2026-03-${nth}`)
    const changed = ids.filter(seed => {
      const before = chosenOf(texts, { seed }).chosen
      const after = chosenOf([...texts, 'Failing from {{hour}}'], { seed }).chosen
      if (after !== before) expect(after).toBe(3)
      return after !== before
    })
    expect(changed.length).toBeGreaterThan(5)
    expect(changed.length).toBeLessThan(40)
  })
})

test('a wording that cannot be better than the best one is not filled', () => {
  expect(chosenOf(['At {{hour}}', 'At {{hour}} in {{place}}', 'Down'])).toEqual({ chosen: 2, filled: 1 })
})

test.each([
  ['The network, which failed', 'the network'],
  ['L’opérateur a dit', "l'opérateur a"],
  ['Down', 'down'],
])('« %s » opens with « %s »', (text, opening) => expect(openingOf({ text })).toBe(opening))
