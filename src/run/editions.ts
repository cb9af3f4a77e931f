import type { Locale } from 'date-fns'
import { openTeller, type Teller } from '../article/teller.ts'
import type { Site } from '../incident/newsroom.ts'
import type { Workspace } from '../incident/workspace.ts'
import { loadLocale } from '../language/locale.ts'
import { merge } from '../language/merge.ts'
import { compileTongue, type Edition, GrammarError, type Tongue } from '../language/tongue.ts'
import { openWords, variants, type Words } from '../language/words.ts'
import { editionOf, grammarPlaced } from './edition-files.ts'
import { jsonOf, ownOf, templatesIn, yamlOf } from './files.ts'
import { refuseWordings } from './wordings.ts'

/** One edition, ready to tell stories. */
export interface OpenEdition {
  readonly edition: Edition
  readonly teller: Teller
}

/**
 * Opens editions: grammar, wordings and outlines, each compiled once. Throws a `Refusal` for a file that is missing or
 * cannot be parsed, a `GrammarError` for one that says nonsense, `BadWordings` where the newsroom's own have errors: a story
 * told with them would lack sentences, and nobody would see it.
 */
export async function openEditions(workspace: Workspace, site: Site, ids: readonly string[]): Promise<OpenEdition[]> {
  const outlines = templatesIn(workspace, 'templates/article')
  const spoken = await Promise.all(
    ids.map(async id => {
      const edition = editionOf(workspace, id)
      return { edition, tongue: tongueOf(workspace, edition, await loadLocale(edition.date_fns)) }
    }),
  )
  // The program's own are held by its tests.
  if (ownOf(workspace) !== workspace) refuseWordings(workspace)
  return spoken.map(({ edition, tongue }) => {
    const words = openWords(edition.language, { story: storyWords(workspace, edition.language, edition.id) })
    return {
      edition,
      teller: openTeller({
        tongue,
        variants: (key, choice) => variants(words, key, choice),
        outlines,
        byline: site.byline[edition.language] ?? site.name,
      }),
    }
  })
}

/** What is wrong with a grammar is said with its line. */
function tongueOf(workspace: Workspace, edition: Edition, locale: Locale): Tongue {
  try {
    return compileTongue(yamlOf(workspace, `locales/${edition.language}/grammar.yaml`), edition, locale)
  } catch (error) {
    throw error instanceof GrammarError ? new GrammarError(grammarPlaced(workspace, error.problems)) : error
  }
}

/** The wordings of a language, with those of the edition (`<id>.story.json`, where it has some) laid over them. */
function storyWords(workspace: Workspace, language: string, id: string): object {
  const common = jsonOf(workspace, `locales/${language}/story.json`)
  const own = `locales/editions/${id}.story.json`
  return workspace.read(own) === undefined ? common : (merge(common, jsonOf(workspace, own)) as object)
}

/** The words of the pages in one language. */
export function siteWords(workspace: Workspace, language: string): Words {
  return openWords(language, { site: jsonOf(workspace, `locales/${language}/site.json`) })
}
