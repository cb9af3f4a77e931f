import type { Translations } from '../foundation/translations.ts'
import type { Locale } from '../language/locale.ts'
import { typesetText } from '../language/typeset.ts'
import type { SiteSettings } from '../settings/site-settings.ts'
import { escapeHtml } from './html.ts'
import { pageWords, type Say } from './page-words.ts'
import type { Templates } from './templates.ts'

/** One edition, as its pages speak. */
export interface SiteEdition {
  readonly locale: Locale
  /** Words as text, for Markdown and data. */
  readonly say: Say
  /** The same words as HTML. */
  readonly html: Say
  /** How the edition is called among the others, in its own language. */
  readonly name: string
}

/** What every page of a site is made with: the newsroom's settings, the editions built, the templates. */
export interface SiteContext {
  readonly site: SiteSettings
  /** In the order of the site; the first is what a reader of no known language gets. */
  readonly siteEditions: readonly SiteEdition[]
  readonly templates: Templates
  /** The style sheet, as it is served. */
  readonly style: string
  /** The one script of the pages, which none of them needs. */
  readonly script: string
  /** The newsroom's mark, and where it is served. */
  readonly logo?: { readonly path: string; readonly bytes: Uint8Array }
}

/** Opens the voices of all editions together: two editions of one language are told apart by their region. */
export function openSiteEditions(
  editions: readonly { readonly locale: Locale; readonly words: Translations }[],
): SiteEdition[] {
  return editions.map(({ locale, words }) => {
    const { language, tag } = locale.edition
    const alone = editions.filter(other => other.locale.edition.language === language).length === 1
    const set = (text: string) => typesetText(locale, text)
    const say = pageWords(words, set)
    const region = new Intl.Locale(tag).region
    const name = say('language')
    const there =
      alone || region === undefined ? undefined : new Intl.DisplayNames([tag], { type: 'region' }).of(region)
    return {
      locale,
      say,
      html: pageWords(words, set, escapeHtml),
      name: there === undefined ? name : `${name} (${there})`,
    }
  })
}

/** The voice of an edition. Throws when it is not built: a bug. */
export function siteEditionOf({ siteEditions }: Pick<SiteContext, 'siteEditions'>, edition: string): SiteEdition {
  const found = siteEditions.find(({ locale }) => locale.edition.id === edition)
  if (!found) throw new Error(`no voice for the edition "${edition}"`)
  return found
}
