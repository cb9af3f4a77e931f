import { respell } from './edition-spelling.ts'
import type { Locale } from './locale.ts'
import { typedFigures } from './typed-figures.ts'

/** Words that an editor typed for every edition of a language, in the spelling and the figures of this one. */
export const inOwnStyle = (locale: Locale, text: string): string => typedFigures(locale, respell(locale.edition, text))
