import type { Article } from '../../article/article.ts'
import type { Locale } from '../../language/locale.ts'
import { isoOf } from '../../language/moment.ts'

/** ISO 8601 of an article's two dates: the day alone where no hour is known, and no change before its publication. */
export function isoDatesOf(
  { published, updated, knownToTheDay }: Article,
  locale: Locale,
): { readonly published: string; readonly updated: string } {
  const first = isoOf(locale, published, knownToTheDay.published)
  return { published: first, updated: updated > published ? isoOf(locale, updated, knownToTheDay.updated) : first }
}
