import type { Translations } from '../foundation/translations.ts'
import type { Locale } from '../language/locale.ts'
import { typesetText } from '../language/typeset.ts'
import type { SiteSettings } from '../settings/site-settings.ts'
import { pageWords, type Say } from './page-messages.ts'
import { escapeHtml } from './sentence-html.ts'
import type { Templates } from './templates.ts'

/** One edition of the site: its locale and the messages of its pages. */
export interface SiteEdition {
  readonly locale: Locale
  /** Messages as text, for Markdown and data. */
  readonly say: Say
  /** The same messages as HTML. */
  readonly html: Say
  /** The edition's name in a list of editions, in its own language. */
  readonly name: string
}

/** What every page of a site is made with: the settings, the editions built, the templates. */
export interface SiteContext {
  readonly site: SiteSettings
  /** In the order of the settings; the first is the default for readers of other languages. */
  readonly siteEditions: readonly SiteEdition[]
  readonly templates: Templates
  /** The style sheet, as it is served. */
  readonly style: string
  /** The one script of the pages, which work without it. */
  readonly script: string
  /** The script of pages whose story is under way. */
  readonly liveScript: string
  /** The bytes of a file of the newsroom, for its pictures. */
  readonly bytesOf: (path: string) => Uint8Array
  /** The script of the search pages. */
  readonly searchScript: string
  /** The newsroom's logo, and the path it is served from. */
  readonly logo?: { readonly path: string; readonly bytes: Uint8Array }
}

/** Opens the site editions of all editions together: two editions of one language are told apart by their region. */
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

/** The site edition of an edition. Throws when it is not built: a bug. */
export function siteEditionOf({ siteEditions }: Pick<SiteContext, 'siteEditions'>, edition: string): SiteEdition {
  const found = siteEditions.find(({ locale }) => locale.edition.id === edition)
  if (!found) throw new Error(`nothing is open for the edition "${edition}"`)
  return found
}
