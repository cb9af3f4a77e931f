import { pageFile, pagePath, rooted, type Sheet } from './address.ts'
import { framedPage } from './frame.ts'
import type { House } from './house.ts'
import { voiceOf } from './house.ts'
import type { Item } from './item.ts'
import { articleLink, articlePath } from './paths.ts'

/**
 * Where addresses that articles had before lead to: a page for each, and `_redirects` for hosts that read it. A former
 * address that another article has now is its own.
 */
export function redirectSheets(items: readonly Item[], house: House): Sheet[] {
  const taken = new Set(items.map(articlePath))
  const moved = items.flatMap(item =>
    item.former.flatMap(former => {
      const from = pagePath(item.edition, former)
      if (taken.has(from)) return []
      taken.add(from)
      return [{ item, from }]
    }),
  )
  const lines = moved.map(({ item, from }) => `${rooted(house.site, from)} ${articleLink(item, house)} 301\n`)
  return [
    ...moved.map(({ item, from }) => ({
      path: pageFile(from, '').path,
      key: `${articlePath(item)}\n${item.headline}`,
      make: () => movedPage(from, item, house),
    })),
    { path: 'site/_redirects', key: lines.join(''), make: () => lines.join('') },
  ]
}

/** Leads on by itself, in every browser and without a script; and by a link. */
function movedPage(from: string, item: Item, house: House): string {
  const voice = voiceOf(house, item.edition)
  const setting = {
    path: from,
    title: `${item.headline} – ${house.site.name}`,
    description: item.standfirst,
    versions: [],
    fallback: '',
    moved: articlePath(item),
  }
  return framedPage(house, voice, 'moved', setting, { link: articleLink(item, house), headline: item.headline }).text
}
