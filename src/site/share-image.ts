import { cardPath, type PlacedArticle } from './article-paths.ts'
import { pagePath } from './output-file.ts'
import { largestOf } from './pictures/picture-variants.ts'
import type { ShownPicture } from './pictures/shown-pictures.ts'
import type { SiteContext, SiteEdition } from './site-context.ts'

/** Pixels of a share card: the shape that networks show uncropped. */
export const CARD = { width: 1200, height: 630 } as const

/** The picture of an article for those who share it or list it elsewhere. */
export interface ShareImage {
  /** Path below the site's root. */
  readonly path: string
  readonly type: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** Its first picture, or else its card when the newsroom wants cards. */
export function shareImageOf(
  article: PlacedArticle & { readonly headline: string; readonly pictures?: readonly ShownPicture[] },
  { site }: Pick<SiteContext, 'site'>,
): ShareImage | undefined {
  const [first] = article.pictures ?? []
  if (first) {
    const { path, width, height } = largestOf(first, '16x9')
    return { path, type: 'image/jpeg', width, height, alt: first.alt }
  }
  return site.share_cards ? { path: cardPath(article), type: 'image/png', ...CARD, alt: article.headline } : undefined
}

/** What is shown of any other page where it is shared: the card of its edition. */
export function siteImageOf({ locale }: SiteEdition, { site }: Pick<SiteContext, 'site'>): ShareImage | undefined {
  const { id, language } = locale.edition
  const alt = [site.name, site.description[language] ?? ''].filter(text => text !== '').join(' – ')
  return site.share_cards ? { path: siteCardPath(id), type: 'image/png', ...CARD, alt } : undefined
}

/** Path of the card of an edition. */
export const siteCardPath = (edition: string): string => `${pagePath(edition)}card.png`
