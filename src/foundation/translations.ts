import { createInstance, type i18n } from 'i18next'

export type TranslationSlots = Readonly<Record<string, unknown>> & {
  readonly count?: number
  readonly context?: string
}

/** One alternative of a wording: `id` names it in traces (`lead.outage_ongoing#1`), `text` is raw, with its slots. */
export interface Variant {
  readonly id: string
  readonly text: string
}

/** The messages of one language, by namespace (`story`, `site`, `problems`, `cli`). */
export interface Translations {
  readonly language: string
  /**
   * A message with its slots filled, by i18next's rules of plural and context. `problems:time/late` names another
   * namespace than the first.
   */
  readonly t: (key: string, slots?: TranslationSlots) => string
  readonly i18n: i18n
  readonly variants: Map<string, readonly Variant[]>
  readonly plural: Intl.PluralRules
}

/**
 * Opens the messages of one language. A missing key or slot throws: nothing incomplete is ever printed.
 *
 * @param language BCP 47, for the plural rules
 * @param resources the parsed JSON files, by namespace
 */
export function openTranslations(language: string, resources: Readonly<Record<string, object>>): Translations {
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
      throw missing(language, key)
    },
    returnedObjectHandler: (key: string) => {
      throw missing(language, key)
    },
    missingInterpolationHandler: (text, found) => {
      throw new Error(`locales/${language}: nothing fills {{${found[1]?.trim() ?? ''}}} in "${text}"`)
    },
  } as Parameters<i18n['init']>[0])
  const t = (key: string, slots: TranslationSlots = {}): string => {
    const text: unknown = i18n.t(key, { ...slots })
    if (typeof text === 'string') return text
    throw missing(language, key)
  }
  return { language, t, i18n, variants: new Map(), plural: new Intl.PluralRules(language) }
}

/** The messages of one language as a single function: `t('cli:built', { count: 3 })`. */
export function translator(
  language: string,
  resources: Readonly<Record<string, object>>,
): (key: string, slots?: TranslationSlots) => string {
  return openTranslations(language, resources).t
}

/**
 * The alternatives of a wording, raw, by i18next's own rules of plural and context; none when the key does not exist.
 * Their ids use the key that was found, with its suffixes, and count from 1. Cached, since only the plural category of
 * `count` matters.
 */
export function variants(
  words: Translations,
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

function resolve(
  { i18n }: Translations,
  key: string,
  choice: { context?: string | undefined; count?: number | undefined },
) {
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

/** With `returnDetails`, i18next wraps each item of a list, too. */
function textOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'res' in item ? item.res : item
}

/** A default that no message equals. */
const NOTHING = '\u0000'

function missing(language: string, key: string): Error {
  return new Error(`locales/${language}: "${key}" is missing`)
}
