import type { Sheet } from '../address.ts'
import { type House, voiceOf } from '../house.ts'
import type { Item } from '../item.ts'
import { cardPath } from '../paths.ts'
import { plain } from '../plain.ts'
import type { CardView } from './layout.ts'

/** Changes when the drawing itself does: what was drawn otherwise is drawn anew. */
const DRAWING = 1

/**
 * A picture for those who share an article, for each article and edition, when the site wants them. Its key says all that is
 * on it: whatever else changes, a card that stands is not drawn again.
 */
export function cardSheets(items: readonly Item[], house: House): Sheet[] {
  if (house.site.share_cards !== true) return []
  return items.map(item => {
    const view = viewOf(item, house)
    return {
      path: `site/${cardPath(item)}`,
      key: JSON.stringify([DRAWING, view]),
      lasting: true,
      // The libraries that draw are loaded only when there is something to draw.
      make: async () => (await import('./draw.ts')).drawCard(view),
    }
  })
}

function viewOf(item: Item, house: House): CardView {
  const { site } = house
  const { light } = site.colours ?? {}
  return {
    site: plain(site.name),
    host: new URL(site.base).host,
    kicker: plain(item.kicker),
    warm: item.state === 'ongoing' || item.state === 'disputed',
    headline: plain(item.headline),
    services: item.services.slice(0, 4).map(plain).join(' · ') + (item.services.length > 4 ? ' …' : ''),
    language: voiceOf(house, item.edition).name,
    paper: light?.paper ?? '#fffdf8',
    ink: light?.ink ?? '#191714',
    quiet: light?.quiet ?? '#5c564d',
    accent: light?.accent ?? '#9b1c12',
  }
}
