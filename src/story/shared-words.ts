import type { LocalText } from '../fields/values.ts'
import type { Quote } from '../incident/incident.ts'

/** How many of the long words of a text another has, in the language in which it is most: from 0 to 1. */
export function shareIn(whole: LocalText, part: LocalText): number {
  const shares = Object.keys(part).map(language => shareOfWords(whole[language] ?? '', part[language] ?? ''))
  return Math.max(0, ...shares)
}

function shareOfWords(whole: string, part: string): number {
  const [there, here] = [stemsOf(whole), stemsOf(part)]
  if (here.size === 0 || there.size === 0) return 0
  return [...here].filter(stem => there.has(stem)).length / here.size
}

/** How many long words a text has, in the language in which it has fewest. */
export const longWordsOf = (text: LocalText): number => Math.min(...Object.values(text).map(own => stemsOf(own).size))

/** Words of four letters and more, without what may be an ending: « refroidissement » and « refroidi » begin alike. */
const stemsOf = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map(word => word.slice(0, STEM)))

const STEM = 4

/** A quotation by language: the original, and its translations. */
export function wordsByLanguage({ lang, text, translations }: Quote): LocalText {
  const translated = Object.entries(translations).map(([language, { text: own }]) => [language, own])
  return Object.fromEntries([...translated, ...(text === undefined ? [] : [[lang, text]])])
}
