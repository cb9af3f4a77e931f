import { agree } from '../../language/agreement.ts'
import { list } from '../../language/list.ts'
import { figure, figureCount } from '../../language/number.ts'
import { meet } from '../../language/phrase.ts'
import type { Tongue } from '../../language/tongue.ts'
import type { Slot } from '../../story/story.ts'
import type { Format } from '../telling.ts'
import { words } from '../telling.ts'
import { inPlaces } from './places.ts'

type Figures = Slot & { kind: 'figure' }

/**
 * « plus de 1 200 signalements », "thousands of reports"; `only: number` leaves the unit to the wording; `word` is put before
 * it and meets it: « qu'environ 250 ».
 */
const counted: Format<Figures> = (slot, args, sentencing) => {
  const filled = bare(slot, args, sentencing)
  const { tongue } = sentencing
  if (!args.word || !filled) return filled
  const text = filled.spans.map(span => span.text).join('')
  return words(meet(tongue, args.word, { text, class: tongue.grammar.default_class }), slot)
}

const bare: Format<Figures> = (slot, args, { tongue, wordings }) => {
  if (args.only === 'number' || !slot.unit) return words(figure(tongue, slot.figure), slot)
  if (slot.unit === 'percent') return words(figure(tongue, slot.figure, 'percent'), slot)
  const form = (category: string) => {
    const [wording] = wordings(`units.${slot.unit}-${category}`, {})
    const segment = wording?.segments[0]
    return segment?.kind === 'words' ? segment.text : ''
  }
  return words(figure(tongue, slot.figure, { one: form('one'), other: form('other'), class: form('class') }), slot)
}

/** The form that agrees with the figure and what it counts: `agree(s: est; p: sont)`. */
const agreed: Format<Figures> = (slot, args, { tongue, wordings }) => {
  const [wording] = slot.unit ? wordings(`units.${slot.unit}-class`, {}) : []
  const segment = wording?.segments[0]
  const own = segment?.kind === 'words' ? segment.text : tongue.grammar.default_class
  const isOne = slot.unit !== 'percent' && tongue.plural(figureCount(slot.figure)) === 'one'
  return words(agree(tongue, inNumber(tongue, own, isOne ? 's' : 'p'), args), { ...slot, from: [] })
}

/** The class of the same gender in that number. */
function inNumber({ grammar: { classes } }: Tongue, cls: string, number: 's' | 'p'): string {
  const gender = (classes[cls] ?? []).filter(name => name !== 's' && name !== 'p')
  const found = Object.entries(classes).find(
    ([name, broader]) => [name, ...broader].includes(number) && gender.every(one => broader.includes(one)),
  )
  return found?.[0] ?? number
}

type Parts = Slot & { kind: 'parts' }

/** « plus de 1,4 million aux États-Unis et plus de 800 000 au Royaume-Uni ». */
const byPlace: Format<Parts> = (slot, _args, { tongue }) =>
  words(
    list(
      tongue,
      slot.parts.map(part => `${figure(tongue, part.figure)} ${inPlaces(tongue, [part.place])}`),
    ),
    slot,
  )

export const partsFormats: Readonly<Record<string, Format<Parts>>> = { '': byPlace }

export const figureFormats: Readonly<Record<string, Format<Figures>>> = { '': counted, figure: counted, agree: agreed }
