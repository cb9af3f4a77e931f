import { agree } from '../../language/agreement.ts'
import { list } from '../../language/list.ts'
import type { Locale } from '../../language/locale.ts'
import { figure, figureCount } from '../../language/number.ts'
import { joinWord } from '../../language/phrase.ts'
import type { Slot } from '../../story/story.ts'
import type { Format } from '../sentence-context.ts'
import { words } from '../sentence-context.ts'
import { inPlaces } from './place-formats.ts'

type FigureSlot = Slot & { kind: 'figure' }

/**
 * « plus de 1 200 signalements », "thousands of reports"; `only: number` leaves the unit to the wording; `word` is put
 * before it and contracts with it: « qu'environ 250 ».
 */
const counted: Format<FigureSlot> = (slot, args, sentenceContext) => {
  const filled = bare(slot, args, sentenceContext)
  const { locale } = sentenceContext
  if (!args.word || !filled) return filled
  const text = filled.spans.map(span => span.text).join('')
  return words(joinWord(locale, args.word, { text, class: locale.grammar.default_class }), slot)
}

const bare: Format<FigureSlot> = (slot, args, { locale, wordings }) => {
  if (args.only === 'number' || !slot.unit) return words(figure(locale, slot.figure), slot)
  if (slot.unit === 'percent') return words(figure(locale, slot.figure, 'percent'), slot)
  const form = (category: string) => {
    const [wording] = wordings(`units.${slot.unit}-${category}`, {})
    const segment = wording?.segments[0]
    return segment?.kind === 'words' ? segment.text : ''
  }
  return words(figure(locale, slot.figure, { one: form('one'), other: form('other'), class: form('class') }), slot)
}

/** The form that agrees with the figure and what it counts: `agree(s: est; p: sont)`. */
const agreed: Format<FigureSlot> = (slot, args, { locale, wordings }) => {
  const [wording] = slot.unit ? wordings(`units.${slot.unit}-class`, {}) : []
  const segment = wording?.segments[0]
  const own = segment?.kind === 'words' ? segment.text : locale.grammar.default_class
  const isOne = slot.unit !== 'percent' && locale.plural(figureCount(slot.figure)) === 'one'
  return words(agree(locale, inNumber(locale, own, isOne ? 's' : 'p'), args), { ...slot, from: [] })
}

/** The class of the same gender in that number. */
function inNumber({ grammar: { classes } }: Locale, cls: string, number: 's' | 'p'): string {
  const gender = (classes[cls] ?? []).filter(name => name !== 's' && name !== 'p')
  const found = Object.entries(classes).find(
    ([name, broader]) => [name, ...broader].includes(number) && gender.every(one => broader.includes(one)),
  )
  return found?.[0] ?? number
}

type Parts = Slot & { kind: 'parts' }

/** « plus de 1,4 million aux États-Unis et plus de 800 000 au Royaume-Uni ». */
const byPlace: Format<Parts> = (slot, _args, { locale }) =>
  words(
    list(
      locale,
      slot.parts.map(part => `${figure(locale, part.figure)} ${inPlaces(locale, [part.place])}`),
    ),
    slot,
  )

export const partsFormats: Readonly<Record<string, Format<Parts>>> = { '': byPlace }

export const figureFormats: Readonly<Record<string, Format<FigureSlot>>> = {
  '': counted,
  figure: counted,
  agree: agreed,
}
