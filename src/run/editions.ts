import { openTeller, type Teller } from '../article/teller.ts'
import type { Site } from '../incident/newsroom.ts'
import type { Workspace } from '../incident/workspace.ts'
import { loadLocale } from '../language/locale.ts'
import { merge } from '../language/merge.ts'
import { compileTongue, type Edition, readEdition } from '../language/tongue.ts'
import { openWords, variants, type Words } from '../language/words.ts'
import { jsonOf, templatesIn, yamlOf } from './files.ts'

/** One edition, ready to tell stories. */
export interface OpenEdition {
  readonly edition: Edition
  readonly teller: Teller
}

/** Ids of every edition there is, published or not. */
export function knownEditions(workspace: Workspace): string[] {
  return workspace.list('locales/editions').flatMap(path => /([^/]+)\.yaml$/.exec(path)?.[1] ?? [])
}

/**
 * Opens editions: grammar, wordings and outlines, each compiled once. Throws a `Refusal` for a file that is missing or
 * cannot be parsed, a `GrammarError` for one that says nonsense.
 */
export async function openEditions(workspace: Workspace, site: Site, ids: readonly string[]): Promise<OpenEdition[]> {
  const outlines = templatesIn(workspace, 'templates/article')
  return Promise.all(
    ids.map(async id => {
      const file = yamlOf(workspace, `locales/editions/${id}.yaml`)
      const edition = readEdition(file)
      const { language } = edition
      const grammar = yamlOf(workspace, `locales/${language}/grammar.yaml`)
      const tongue = compileTongue(grammar, file, await loadLocale(edition.date_fns))
      const words = openWords(language, { story: storyWords(workspace, language, id) })
      const byline = site.byline[language] ?? site.name
      return {
        edition,
        teller: openTeller({
          tongue,
          variants: (key, choice) => variants(words, key, choice),
          outlines,
          byline,
        }),
      }
    }),
  )
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
