import type { Locale as DateFnsLocale } from 'date-fns'
import { openRealiser, type Realiser } from '../article/realise-article.ts'
import { jsonOf, overridesOf, templatesIn, yamlOf } from '../foundation/layered-workspace.ts'
import { merge } from '../foundation/merge-data.ts'
import { openTranslations, type Translations, variants } from '../foundation/translations.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { loadDateFnsLocale } from '../language/date-fns-locale.ts'
import { compileLocale, type Edition, GrammarError, type Locale } from '../language/locale.ts'
import { readNewsValues } from '../plan/news-values.ts'
import { readSentenceRules } from '../plan/sentence-rules.ts'
import type { SiteSettings } from '../settings/site-settings.ts'
import { editionOf, grammarPlaced } from './edition-files.ts'
import { placeWords } from './place-words.ts'
import { refuseWordings } from './wording-file-diagnostics.ts'

/** One edition, ready to realise stories. */
export interface OpenEdition {
  readonly edition: Edition
  readonly realiser: Realiser
}

/**
 * Opens editions: grammar, wordings and document plans, each compiled once. Throws a `Refusal` for a file that is
 * missing or cannot be parsed, a `GrammarError` for an invalid one, `BadWordings` where the newsroom's own wordings
 * have errors: an article made with them would lack sentences, and nobody would notice.
 */
export async function openEditions(
  workspace: Workspace,
  site: SiteSettings,
  ids: readonly string[],
): Promise<OpenEdition[]> {
  const documentPlans = templatesIn(workspace, 'templates/article')
  const news = readNewsValues(yamlOf(workspace, 'templates/article/news-values.yaml'))
  const sentences = readSentenceRules(yamlOf(workspace, 'templates/article/sentences.yaml'))
  const opened = await Promise.all(
    ids.map(async id => {
      const edition = editionOf(workspace, id)
      const locale = localeOf(workspace, edition, await loadDateFnsLocale(edition.date_fns))
      return { edition, locale: { ...locale, properWords: placeWords(workspace, edition.language) } }
    }),
  )
  // The program's own are held by its tests.
  if (overridesOf(workspace) !== workspace) refuseWordings(workspace)
  return opened.map(({ edition, locale }) => {
    const words = openTranslations(edition.language, { story: storyWords(workspace, edition.language, edition.id) })
    return {
      edition,
      realiser: openRealiser({
        locale,
        variants: (key, choice) => variants(words, key, choice),
        documentPlans,
        news,
        sentences,
        byline: site.byline[edition.language] ?? site.name,
      }),
    }
  })
}

/** A mistake in a grammar is reported with its line. */
function localeOf(workspace: Workspace, edition: Edition, dateFns: DateFnsLocale): Locale {
  try {
    return compileLocale(yamlOf(workspace, `locales/${edition.language}/grammar.yaml`), edition, dateFns)
  } catch (error) {
    throw error instanceof GrammarError ? new GrammarError(grammarPlaced(workspace, error.diagnostics)) : error
  }
}

/** The wordings of a language, with those of the edition (`<id>.story.json`, where it has some) merged over them. */
function storyWords(workspace: Workspace, language: string, id: string): object {
  const common = jsonOf(workspace, `locales/${language}/story.json`)
  const own = `locales/editions/${id}.story.json`
  return workspace.read(own) === undefined ? common : (merge(common, jsonOf(workspace, own)) as object)
}

/** The messages of the pages in one language. */
export function siteWords(workspace: Workspace, language: string): Translations {
  return openTranslations(language, { site: jsonOf(workspace, `locales/${language}/site.json`) })
}
