import { type Article, descriptionOf } from '../../article/article.ts'
import type { Incident } from '../../incident/incident.ts'
import { isoLocal } from '../../language/moment.ts'
import { articlePath, ninjsPath } from '../article-paths.ts'
import { mayLink } from '../markdown-escape.ts'
import { absolute, type TextFile } from '../output-file.ts'
import { licenceName, sectionPath } from '../page-layout.ts'
import { shownPictures } from '../pictures/shown-pictures.ts'
import { plain } from '../plain-text.ts'
import { paragraphHtml } from '../sentence-html.ts'
import { shareImageOf } from '../share-image.ts'
import type { SiteContext, SiteEdition } from '../site-context.ts'
import { subjectsOf } from '../subject.ts'

/** IPTC vocabularies: how the text was made, and its trust indicators. */
const DATA_DRIVEN = 'http://cv.iptc.org/newscodes/digitalsourcetype/dataDrivenMedia'
const TRUST = 'http://cv.iptc.org/newscodes/trustindicator/'
const GENRE = 'http://cv.iptc.org/newscodes/genre/Current'

/** Media Topics: computing and telecommunications, the nearest that IPTC has to an outage. */
const TOPIC = { uri: 'http://cv.iptc.org/newscodes/mediatopic/20000763', literal: 'medtop:20000763' }

/** An article as IPTC ninjs 3.1, for news systems. Holds no texts or addresses that the page lacks. */
export function ninjsFile(
  article: Article,
  incident: Incident,
  inAllEditions: readonly Article[],
  siteContext: SiteContext,
  siteEdition: SiteEdition,
): TextFile {
  return {
    path: `site/${ninjsPath(article)}`,
    text: `${JSON.stringify(ninjsOf(article, incident, inAllEditions, siteContext, siteEdition), null, 1)}\n`,
  }
}

function ninjsOf(
  article: Article,
  incident: Incident,
  inAllEditions: readonly Article[],
  siteContext: SiteContext,
  siteEdition: SiteEdition,
): object {
  const { site } = siteContext
  const instant = (at: number) => isoLocal(siteEdition.locale, at)
  const address = absolute(site, articlePath(article))
  const method = absolute(site, sectionPath('method', siteEdition))
  const body = article.paragraphs.map(paragraphHtml).join('\n')
  const subjects = subjectsOf(incident, siteEdition)
  const licence = licenceName(siteContext, siteEdition)
  const others = inAllEditions.filter(({ edition }) => edition !== article.edition)
  return {
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
    },
    uri: address,
    type: 'text',
    representationType: 'full',
    version: String(1 + incident.updates.length + incident.corrections.length),
    firstCreated: instant(article.published),
    versionCreated: instant(Math.max(article.updated, article.published)),
    pubStatus: 'usable',
    language: article.lang,
    copyrightHolder: site.name,
    ...(licence !== '' && { usageTerms: plain(licence) }),
    by: plain(article.author),
    slugline: article.slug,
    title: plain(article.headline.text),
    headlines: [
      { role: 'main', contentType: 'text/plain', value: plain(article.headline.text) },
      { role: 'alert', contentType: 'text/plain', value: plain(article.alert.text) },
    ],
    descriptions: [{ role: 'summary', contentType: 'text/plain', value: plain(descriptionOf(article)) }],
    bodies: [
      { role: 'brief', contentType: 'text/plain', value: plain(article.brief.map(({ text }) => text).join(' ')) },
      {
        role: 'article',
        contentType: 'text/html',
        wordCount: wordsIn(article),
        value: body,
      },
    ],
    organisations: subjects
      .filter(({ kind }) => kind === 'company')
      .map(({ name, slug }) => ({ name: plain(name), rel: 'about', literal: slug })),
    places: subjects
      .filter(({ kind }) => kind === 'country' || kind === 'place')
      .map(({ name, kind, slug }) => ({
        name: plain(name),
        rel: 'about',
        literal: kind === 'country' ? slug.toUpperCase() : slug,
      })),
    subjects: [
      { name: 'computing and information technology', rel: 'about', ...TOPIC },
      ...article.services.map(name => ({ name: plain(name), rel: 'service' })),
    ],
    genres: [{ uri: GENRE, literal: 'genre:Current' }],
    infoSources: article.sources
      .filter(({ url }) => mayLink(url))
      .map(({ url, label }) => ({ name: plain(label), role: 'source', uri: url })),
    trustIndicators: [
      { role: `${TRUST}publishingPrinciples`, title: plain(siteEdition.say('method.title')), href: method },
      {
        role: `${TRUST}correctionsPolicy`,
        title: plain(siteEdition.say('method.corrections-title')),
        href: `${method}#corrections`,
      },
    ],
    digitalSourceType: { name: 'Data-driven media', uri: DATA_DRIVEN },
    altIds: [{ role: 'incident', value: article.id }],
    ...renditionsOf(article, incident, siteContext, siteEdition),
    associations: others.map(other => ({
      name: plain(other.headline.text),
      uri: absolute(site, articlePath(other)),
      rel: 'translation',
      language: other.lang,
    })),
  }
}

/** What shows the article: its first picture, or its card. */
function renditionsOf(article: Article, incident: Incident, siteContext: SiteContext, { locale }: SiteEdition): object {
  const pictures = shownPictures(incident, locale.edition.language)
  const image = shareImageOf({ ...article, headline: article.headline.text, pictures }, siteContext)
  if (!image) return {}
  const { path, type, width, height } = image
  const name = pictures.length > 0 ? 'picture' : 'card'
  return { renditions: [{ name, href: absolute(siteContext.site, path), contentType: type, width, height }] }
}

function wordsIn({ paragraphs }: Article): number {
  let count = 0
  const add = (text: string) => {
    count += text.match(WORD)?.length ?? 0
  }
  for (const { sentences, typed } of paragraphs) {
    for (const { text } of sentences) add(text)
    if (typed) add(typed)
  }
  return count
}

/** From its first letter or digit on: dashes and marks between spaces are no words. */
const WORD = /[\p{L}\p{N}]\S*/gu
