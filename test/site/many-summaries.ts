import { summaryOf } from '../../src/site/article-summary.ts'
import { type SiteContext, siteEditionOf } from '../../src/site/site-context.ts'
import { article, incident, sentence } from './fixture.ts'

/** Seventy articles of one edition, a day apart, of which one outage goes on. */
export const manySummaries = (siteContext: SiteContext) =>
  Array.from({ length: 70 }, (_, nth) =>
    summaryOf(
      article({
        id: `id-${nth}`,
        slug: `id-${nth}`,
        headline: sentence(`Panne ${nth}`),
        state: nth === 3 ? 'ongoing' : 'resolved',
        published: Date.UTC(2026, 0, 1 + nth),
        updated: Date.UTC(2026, 0, 1 + nth),
      }),
      incident(),
      siteEditionOf(siteContext, 'fr'),
    ),
  )
