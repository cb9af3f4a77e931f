import type { Article } from '../article/article.ts'
import { proofread } from '../article/proofread-article.ts'
import { MAX_TITLE_LENGTH, realiseArticle } from '../article/realise-article.ts'
import type { Instant } from '../fields/values.ts'
import { type Diagnostic, isError } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { readText } from '../foundation/read-text.ts'
import type { Workspace } from '../foundation/workspace.ts'
import type { Incident } from '../incident/incident.ts'
import { type Plan, planOf, rankingOf } from '../plan/plan.ts'
import type { RankedMessage } from '../plan/ranking.ts'
import { type ArticleSummary, summaryOf } from '../site/article-summary.ts'
import { articleText } from '../site/article-text.ts'
import { type SiteContext, type SiteEdition, siteEditionOf } from '../site/site-context.ts'
import { storyOf } from '../story/story-of.ts'
import { type Addresses, openAddresses } from './address-clash.ts'
import { angleDiagnostics } from './angle-diagnostics.ts'
import { markdownFile } from './markdown-file.ts'
import type { Newsroom } from './newsroom.ts'
import type { OpenEdition } from './open-editions.ts'
import { openSiteContext } from './open-site-context.ts'
import { siteEditionsOf } from './site-editions.ts'

/** How an incident's articles are looked at once they are told. */
export interface DiagnoseOptions {
  /** Proofread for everything worth saying, or only for what keeps them from being published: a build tells thousands. */
  readonly proofread?: 'all' | 'errors'
  /** The addresses given so far: the articles take theirs. */
  readonly addresses?: Addresses
  /** Text of the incident's file, for the lines; by default as it lies in the newsroom. */
  readonly text?: string | undefined
}

/** One incident, told in every edition, and what is wrong with the articles. */
export interface RealisedIncident {
  readonly incident: Incident
  readonly articles: readonly Article[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Some editions of a newsroom, opened together: incidents become articles in them. */
export interface EditionService {
  readonly editions: readonly OpenEdition[]
  /** Tells an incident in every edition, and diagnoses the articles as far as it is asked. */
  readonly realise: (incident: Incident, options?: DiagnoseOptions) => RealisedIncident
  /** Every fact with its rank and why, the most newsworthy first: the same in every edition of one home. */
  readonly ranking: (incident: Incident) => readonly RankedMessage[]
  /** Opens the addresses of the site, all of them free but its own pages'. */
  readonly addresses: () => Addresses
  /** What lists show of an article at one moment. */
  readonly summary: (article: Article, incident: Incident, now?: Instant) => ArticleSummary
  /** An article as the Markdown that a build writes. */
  readonly markdown: (article: Article) => string
  /** The same as readers see it, with no markup. */
  readonly text: (article: Article) => string
  /** The editions as their pages speak; no template is opened. */
  readonly siteEditions: () => readonly SiteEdition[]
  /** What the pages are made with. Throws what `openSiteContext` throws. */
  readonly siteContext: () => SiteContext
}

/** The service of editions that are open. */
export function editionServiceOf({ workspace, site }: Newsroom, editions: readonly OpenEdition[]): EditionService {
  const siteEditions = opened(() => siteEditionsOf(workspace, editions))
  const [first] = editions
  const plan = (incident: Incident) => first && planOf(storyOf(incident), first.realiser.news, first.edition.home)
  return {
    editions,
    realise(incident, options = {}) {
      const story = storyOf(incident)
      const articles = editions.map(({ realiser }) => realiseArticle(story, realiser))
      return {
        incident,
        articles,
        diagnostics: [
          ...diagnosed(incident, articles, options, workspace, () => plan(incident)),
          ...(options.addresses && site.require_review ? unreviewed(incident) : []),
        ],
      }
    },
    ranking: incident => {
      const planned = plan(incident)
      return planned ? rankingOf(planned) : []
    },
    addresses: () => openAddresses(workspace, { site, siteEditions: siteEditions() }),
    summary: (article, incident, now) =>
      summaryOf(article, incident, siteEditionOf({ siteEditions: siteEditions() }, article.edition), {
        site,
        ...(now !== undefined && { now }),
      }),
    markdown: article => markdownFile(article, { site, siteEditions: siteEditions() }).text,
    text: article =>
      articleText(article, siteEditionOf({ siteEditions: siteEditions() }, article.edition).say('article.sources')),
    siteEditions,
    siteContext: opened(() => openSiteContext(workspace, site, editions, siteEditions())),
  }
}

/** Opens something when it is first asked for, and once. */
function opened<T>(open: () => T): () => T {
  let kept: { readonly value: T } | undefined
  return () => {
    kept ??= { value: open() }
    return kept.value
  }
}

/** What is wrong with the articles of an incident: what proofreading finds, and an address that another has. */
function diagnosed(
  incident: Incident,
  articles: readonly Article[],
  { proofread: depth, addresses, text }: DiagnoseOptions,
  workspace: Workspace,
  plan: () => Plan | undefined,
): readonly Diagnostic[] {
  const source = () => text ?? readText(workspace, incident.file).text
  const angle = () => {
    const planned = incident.publication.angle === undefined ? undefined : plan()
    return planned ? angleDiagnostics(incident, planned, source()) : []
  }
  const read = () => [...proofread({ incident }, articles, source()), ...angle()]
  const found = depth === 'all' ? read() : depth === 'errors' && mayBeWrong(articles) ? errorsOf(read()) : []
  // A draft has no address yet.
  const taken = incident.publication.draft ? [] : addresses?.take(incident, articles)
  return [...found, ...(taken ?? [])]
}

/** Where every article has to be reviewed: one that is to go out, and that nobody says to have read. */
function unreviewed({ publication: { draft, reviewed }, file }: Incident): Diagnostic[] {
  return draft || reviewed ? [] : [diagnostic('publication/not-reviewed', {}, { file, line: 1, column: 1, length: 1 })]
}

/** Whether proofreading can find an error at all. */
const mayBeWrong = (articles: readonly Article[]): boolean =>
  articles.some(({ headline }) => headline.text.length > MAX_TITLE_LENGTH)

const errorsOf = (diagnostics: readonly Diagnostic[]): Diagnostic[] => diagnostics.filter(isError)
