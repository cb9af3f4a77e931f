import { join, resolve } from 'node:path'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { openIncidentService } from '../../src/newsroom/incident-service.ts'
import type { PostCandidate } from '../../src/publish/post.ts'
import { postCandidatesOf } from '../../src/publish/post-candidates.ts'
import { escapeHtml, paragraphHtml } from '../../src/site/sentence-html.ts'
import { readerText } from './reader-text.ts'

export const awkwardNewsroom = join(import.meta.dirname, 'awkward-newsroom')

/** Twelve articles in two languages, full of what engines take for their own. */
export async function awkwardOffers(): Promise<PostCandidate[]> {
  const program = openWorkspace(resolve(import.meta.dirname, '../..'))
  const { service } = openIncidentService(withDefaults(openWorkspace(awkwardNewsroom), program))
  if (!service) throw new Error('the awkward newsroom cannot be read')
  const { offers, diagnostics } = await postCandidatesOf(service)
  const wrong = diagnostics.filter(({ severity }) => severity === 'error')
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong, undefined, 1))
  return [...offers]
}

/** The text of an article as our own site's page holds it. */
export function ourHtml({ article, sources }: PostCandidate): string {
  const list = article.sources.map(({ url, label }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></li>`)
  return [
    ...article.paragraphs.map(paragraphHtml),
    `<h2>${escapeHtml(sources)}</h2>`,
    `<ul>${list.join('')}</ul>`,
  ].join('\n')
}

export const ourTitle = ({ article }: PostCandidate): string => readerText(escapeHtml(article.headline.text))
