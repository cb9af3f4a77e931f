import { createInstance, type i18n } from 'i18next'

/** What is missing from a language's words: a key, or a slot that a wording names and nobody fills. */
export interface Missing {
  readonly language: string
  readonly key: string
  readonly slot?: string
}

export type Slots = Readonly<Record<string, unknown>> & { readonly count?: number; readonly context?: string }

/** One way to say something: `id` names it for traces (`lead.outage_ongoing#1`), `text` is raw, with its slots. */
export interface Variant {
  readonly id: string
  readonly text: string
}

/** The words of one language, by namespace (`story`, `site`, `problems`, `cli`). */
export interface Words {
  readonly language: string
  /**
   * A wording with its slots filled, by i18next's rules of plural and context. `problems:time/late` names another
   * namespace than the first.
   */
  readonly t: (key: string, slots?: Slots) => string
  readonly i18n: i18n
  readonly variants: Map<string, readonly Variant[]>
  readonly plural: Intl.PluralRules
}

/**
 * Opens the words of one language. Nothing missing is ever printed: without `collect` a missing key or slot throws; with
 * it, each is handed to `collect` and an empty text stands in its place.
 *
 * @param language BCP 47, for the plural rules
 * @param resources the parsed JSON files, by namespace
 */
export function openWords(
  language: string,
  resources: Readonly<Record<string, object>>,
  collect: (missing: Missing) => void = complain,
): Words {
  const i18n = createInstance()
  const [first = 'story'] = Object.keys(resources)
  i18n.init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(resources),
    defaultNS: first,
    resources: { [language]: resources },
    initAsync: false,
    showSupportNotice: false,
    returnNull: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    parseMissingKeyHandler: (key, fallback) => {
      if (fallback === NOTHING) return fallback
      collect({ language, key })
      return ''
    },
    returnedObjectHandler: (key: string) => {
      collect({ language, key })
      return ''
    },
    missingInterpolationHandler: (text, found) => {
      collect({ language, key: text, slot: found[1]?.trim() ?? '' })
      return ''
    },
  } as Parameters<i18n['init']>[0])
  const t = (key: string, slots: Slots = {}): string => {
    const text: unknown = i18n.t(key, { ...slots })
    if (typeof text === 'string') return text
    collect({ language, key })
    return ''
  }
  return { language, t, i18n, variants: new Map(), plural: new Intl.PluralRules(language) }
}

/** The words of one language as a single function: `t('cli:built', { count: 3 })`. */
export function translator(
  language: string,
  resources: Readonly<Record<string, object>>,
  collect?: (missing: Missing) => void,
): (key: string, slots?: Slots) => string {
  return openWords(language, resources, collect).t
}

/**
 * The alternatives of a wording, raw, by i18next's own rules of plural and context; none when the key does not exist.
 * Their ids bear the key that was found, with its suffixes, and count from 1. Kept, since only the plural category of
 * `count` matters.
 */
export function variants(
  words: Words,
  key: string,
  { context, count }: { readonly context?: string; readonly count?: number } = {},
): readonly Variant[] {
  const category = count === undefined ? '' : `${count === 0 ? '0' : ''}${words.plural.select(count)}`
  const memo = `${key}\n${context ?? ''}\n${category}`
  let found = words.variants.get(memo)
  if (!found) {
    found = resolve(words, key, { context, count })
    words.variants.set(memo, found)
  }
  return found
}

function resolve({ i18n }: Words, key: string, choice: { context?: string | undefined; count?: number | undefined }) {
  const options = {
    ...(choice.context !== undefined && { context: choice.context }),
    ...(choice.count !== undefined && { count: choice.count }),
    returnObjects: true,
    returnDetails: true,
    skipInterpolation: true,
    defaultValue: NOTHING,
  } as const
  const { res, exactUsedKey } = (i18n.t as (key: string, options: object) => unknown)(key, options) as {
    res: unknown
    exactUsedKey?: string
  }
  const texts = typeof res === 'string' ? (res === NOTHING ? [] : [res]) : Array.isArray(res) ? res : []
  const id = exactUsedKey ?? key
  return texts
    .map((item: unknown, index) => ({ id: `${id}#${index + 1}`, text: textOf(item) }))
    .filter((variant): variant is Variant => typeof variant.text === 'string')
}

/** With details asked for, i18next gives those of each item of a list, too. */
function textOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'res' in item ? item.res : item
}

/** No wording is this. */
const NOTHING = '\u0000'

function complain({ language, key, slot }: Missing): never {
  throw new Error(
    slot === undefined
      ? `locales/${language}: "${key}" is missing`
      : `locales/${language}: nothing fills {{${slot}}} in "${key}"`,
  )
}
