import type { Site } from '../incident/newsroom.ts'
import type { Tongue } from '../language/tongue.ts'
import { typesetText } from '../language/typeset.ts'
import type { Words } from '../language/words.ts'
import { escapeHtml } from './html.ts'
import type { Templates } from './templates.ts'
import { pageWords, type Say } from './words.ts'

/** One edition, as its pages speak. */
export interface Voice {
  readonly tongue: Tongue
  /** Words as text, for Markdown and data. */
  readonly say: Say
  /** The same words as HTML. */
  readonly html: Say
  /** How the edition is called among the others, in its own language. */
  readonly name: string
}

/** What every page of a site is made with: the newsroom's settings, the editions built, the templates. */
export interface House {
  readonly site: Site
  /** In the order of the site; the first is what a reader of no known language gets. */
  readonly voices: readonly Voice[]
  readonly templates: Templates
  /** The style sheet, as it is served. */
  readonly style: string
  /** The one script of the pages, which none of them needs. */
  readonly script: string
  /** The newsroom's mark, and where it is served. */
  readonly logo?: { readonly path: string; readonly bytes: Uint8Array }
}

/** Opens the voices of all editions together: two editions of one language are told apart by their region. */
export function openVoices(editions: readonly { readonly tongue: Tongue; readonly words: Words }[]): Voice[] {
  return editions.map(({ tongue, words }) => {
    const { language, tag } = tongue.edition
    const alone = editions.filter(other => other.tongue.edition.language === language).length === 1
    const set = (text: string) => typesetText(tongue, text)
    const say = pageWords(words, set)
    const region = new Intl.Locale(tag).region
    const name = say('language')
    const there =
      alone || region === undefined ? undefined : new Intl.DisplayNames([tag], { type: 'region' }).of(region)
    return {
      tongue,
      say,
      html: pageWords(words, set, escapeHtml),
      name: there === undefined ? name : `${name} (${there})`,
    }
  })
}

/** The voice of an edition. Throws when it is not built: a bug. */
export function voiceOf({ voices }: Pick<House, 'voices'>, edition: string): Voice {
  const found = voices.find(({ tongue }) => tongue.edition.id === edition)
  if (!found) throw new Error(`no voice for the edition "${edition}"`)
  return found
}
