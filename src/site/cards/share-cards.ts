import { cardPath } from '../article-paths.ts'
import type { ArticleSummary } from '../article-summary.ts'
import type { GeneratedFile } from '../output-file.ts'
import { plain } from '../plain-text.ts'
import { siteCardPath } from '../share-image.ts'
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
  const without = items.filter(({ pictures }) => pictures === undefined)
  return without.map(item => cardFile(cardPath(item), viewOf(item, siteContext)))
}

/** The card of each edition, for the pages that are no article. */
export function siteCards(siteContext: SiteContext): GeneratedFile[] {
  const { site, siteEditions } = siteContext
  if (site.share_cards !== true) return []
  return siteEditions.map(siteEdition => {
    const { id, language } = siteEdition.locale.edition
    const headline = plain(site.description[language] ?? site.name)
    const words = { kicker: '', warm: false, headline, services: '', language: siteEdition.name }
    return cardFile(siteCardPath(id), cardView(siteContext, words))
  })
}

function cardFile(path: string, view: CardView): GeneratedFile {
  return {
    path: `site/${path}`,
    key: JSON.stringify([DRAWING, view]),
    keyIsComplete: true,
    // The drawing libraries are loaded only when there is a card to draw.
    make: async () => (await import('./draw-card.ts')).drawCard(view),
  }
}

function viewOf(item: ArticleSummary, siteContext: SiteContext): CardView {
  return cardView(siteContext, {
    kicker: plain(item.kicker),
    warm: item.state === 'ongoing' || item.state === 'disputed',
    headline: plain(item.headline),
    services: item.services.slice(0, 4).map(plain).join(' · ') + (item.services.length > 4 ? ' …' : ''),
    language: siteEditionOf(siteContext, item.edition).name,
  })
}

/** A card's own words in the look of the site. The order is that of the key, which stands at destinations. */
function cardView(
  { site }: SiteContext,
  words: Pick<CardView, 'kicker' | 'warm' | 'headline' | 'services' | 'language'>,
): CardView {
  const { light } = site.colours ?? {}
  return {
    site: plain(site.name),
    host: new URL(site.base).host,
    ...words,
    paper: light?.paper ?? '#fffdf8',
    ink: light?.ink ?? '#191714',
    quiet: light?.quiet ?? '#5c564d',
    accent: light?.accent ?? '#9b1c12',
  }
}
