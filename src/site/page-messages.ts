import { allows, headOf } from '../article/wording.ts'
import { type Translations, variants } from '../foundation/translations.ts'

/** Slots of a message. `count` selects its plural, `context` its variant. */
export interface WordSlots {
  readonly [slot: string]: string | number | undefined
  readonly count?: number
  readonly context?: string
}

/** Looks up one of the messages of the pages; `holds` is what they may presuppose, as in `?cumulative: In all`. */
export type Say = (key: string, slots?: WordSlots, holds?: readonly string[]) => string

/** A message or a slot that the locale lacks: only a translator can fix it, so nothing is built without it. */
export class MissingWord extends Error {
  constructor({ language, i18n }: Translations, key: string) {
    // Messages are cached by the name of their file.
    super(`locales/${language}/${String(i18n.options.defaultNS)}.json: "${key}" is missing`)
    this.name = 'MissingWord'
  }
}

/**
 * The messages of the pages for one channel. i18next resolves each key once (a page uses twenty of them, and there are
 * thousands of pages); after that filling a message is a concatenation. Throws `MissingWord`.
 *
 * @param words the language's messages, its first namespace the pages'
 * @param set typography, on the whole message: a space before a slot counts as much as one before a word
 * @param written escapes the message's own text for this channel. Slots are inserted as given.
 */
export function pageWords(
  words: Translations,
  set: (text: string) => string,
  written: (text: string) => string = text => text,
): Say {
  const known = new Map<string, readonly string[]>()
  const bare = new Map<string, string>()
  const say: Say = (key, slots = {}, holds = []) => {
    const { count, context } = slots
    const memo = `${key}\n${context ?? ''}\n${holds.join()}\n${count === undefined ? '' : words.plural.select(count)}`
    let parts = known.get(memo)
    if (parts === undefined) {
      parts = splitAtSlots(set(wordingOf(words, key, slots, holds))).map((text, at) =>
        at % 2 === 0 ? written(text) : text,
      )
      known.set(memo, parts)
    }
    if (parts.length === 1) return parts[0] ?? ''
    return parts.map((text, at) => (at % 2 === 0 ? text : fill(words, key, text, slots))).join('')
  }
  return (key, slots, holds) => {
    if (slots !== undefined) return say(key, slots, holds)
    const text = bare.get(key) ?? say(key)
    bare.set(key, text)
    return text
  }
}

/** The first wording that presupposes nothing but what is so. */
function wordingOf(words: Translations, key: string, { count, context }: WordSlots, holds: readonly string[]): string {
  const choice = { ...(count !== undefined && { count }), ...(context !== undefined && { context }) }
  const held = new Set(holds)
  const text = variants(words, key, choice)
    .map(({ id, text }) => ({ text, head: headOf(id, text) }))
    .filter(({ head }) => allows(head.conditions, held))
    .map(({ text, head }) => text.slice(head.end))[0]
  if (text === undefined || text === '') throw new MissingWord(words, key)
  return text
}

/** A message as text and names of slots by turns: `['Published ', 'date', '']`. */
function splitAtSlots(wording: string): string[] {
  return wording.split(/\{\{\s*([\w.]+)\s*\}\}/)
}

function fill(words: Translations, key: string, slot: string, slots: WordSlots): string | number {
  const value = slots[slot]
  if (value === undefined) throw new MissingWord(words, `${key}: {{${slot}}}`)
  return value
}
