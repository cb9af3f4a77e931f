import { createInstance, type i18n } from 'i18next'

/** What a wording is filled with. `count` chooses its plural, `context` its variant. */
export interface Slots {
  readonly [slot: string]: string | number | undefined
  readonly count?: number
  readonly context?: string
}

/** The fixed words of one language for one channel: `site.json` of the pages, `cli.json` of the command line. */
export type Words = (key: string, slots?: Slots) => string

/** A word that the locale lacks: only a translator can mend it, so nothing is built without it. */
export class MissingWord extends Error {
  constructor(language: string, key: string) {
    super(`locales/${language}: "${key}" is missing`)
  }
}

/** `{{name}}` of a wording, already parted. Odd members are names of slots. */
type Parted = readonly string[]

/**
 * Opens the words of one language (i18next JSON v4: nested keys, plural suffixes, contexts). i18next resolves each key
 * once; after that filling a wording is a concatenation. A missing key or slot throws `MissingWord`.
 *
 * @param language BCP 47, for the plural rule.
 * @param tree the file's content.
 * @param written how the wording's own text is written in this channel. Slots go in as they are handed in.
 */
export function openWords(language: string, tree: object, written: (text: string) => string = text => text): Words {
  const instance: i18n = createInstance()
  instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { words: tree } },
    defaultNS: 'words',
    initAsync: false,
    showSupportNotice: false,
  } as Parameters<i18n['init']>[0])
  const plural = new Intl.PluralRules(language)
  const known = new Map<string, Parted>()

  return (key, slots = {}) => {
    const name = `${key}\n${slots.context ?? ''}\n${slots.count === undefined ? '' : plural.select(slots.count)}`
    let parted = known.get(name)
    if (parted === undefined) {
      const wording: unknown = instance.t(key, { ...slots, skipInterpolation: true, defaultValue: '' })
      if (typeof wording !== 'string' || wording === '') throw new MissingWord(language, key)
      parted = wording.split(/\{\{\s*([\w.]+)\s*\}\}/).map((part, at) => (at % 2 === 0 ? written(part) : part))
      known.set(name, parted)
    }
    if (parted.length === 1) return parted[0] ?? ''
    let out = ''
    for (let at = 0; at < parted.length; at++) {
      const part = parted[at] ?? ''
      if (at % 2 === 0) {
        out += part
        continue
      }
      const value = slots[part]
      if (value === undefined) throw new MissingWord(language, `${key}: {{${part}}}`)
      out += value
    }
    return out
  }
}
