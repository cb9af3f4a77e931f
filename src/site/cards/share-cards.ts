import { cardPath } from '../article-paths.ts'
import type { ArticleSummary } from '../article-summary.ts'
import type { GeneratedFile } from '../output-file.ts'
import { plain } from '../plain-text.ts'
import { type SiteContext, siteEditionOf } from '../site-context.ts'
import type { CardView } from './card-layout.ts'

/** Version of the drawing: cards drawn with another one are drawn again. */
const DRAWING = 1

/**
 * A share card for each article and edition, when the site wants them. Its key holds everything shown on it: whatever
 * else changes, an existing card is not drawn again.
 */
export function cardFiles(items: readonly ArticleSummary[], siteContext: SiteContext): GeneratedFile[] {
  if (siteContext.site.share_cards !== true) return []
  // The first picture of an article is shared in place of a card.
  return items
    .filter(({ pictures }) => pictures === undefined)
    .map(item => {
      const view = viewOf(item, siteContext)
      return {
        path: `site/${cardPath(item)}`,
        key: JSON.stringify([DRAWING, view]),
        keyIsComplete: true,
        // The drawing libraries are loaded only when there is a card to draw.
        make: async () => (await import('./draw-card.ts')).drawCard(view),
      }
    })
}

function viewOf(item: ArticleSummary, siteContext: SiteContext): CardView {
  const { site } = siteContext
  const { light } = site.colours ?? {}
  return {
    site: plain(site.name),
    host: new URL(site.base).host,
    kicker: plain(item.kicker),
    warm: item.state === 'ongoing' || item.state === 'disputed',
    headline: plain(item.headline),
    services: item.services.slice(0, 4).map(plain).join(' · ') + (item.services.length > 4 ? ' …' : ''),
    language: siteEditionOf(siteContext, item.edition).name,
    paper: light?.paper ?? '#fffdf8',
    ink: light?.ink ?? '#191714',
    quiet: light?.quiet ?? '#5c564d',
    accent: light?.accent ?? '#9b1c12',
  }
}
