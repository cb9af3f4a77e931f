import { isMapping } from '../foundation/value-kind.ts'
import type { SiteSettings } from '../settings/site-settings.ts'
import { below, loose, textAt } from './feed-json.ts'

/** A feed that a newsroom watches. */
export interface WatchedFeed {
  readonly name: string
  /** An https address, or a file or folder of the newsroom. */
  readonly source: string
  readonly format?: string
  readonly provider?: string
  readonly mapping?: Readonly<Record<string, string>>
}

/** The feeds of `content/site.yaml`: `feeds: { cloudflare: https://… }`, or with more to say of one. */
export function watchedFeeds({ feeds = {} }: SiteSettings): readonly WatchedFeed[] {
  return Object.entries(feeds).flatMap(([name, typed]) => {
    const source = typeof typed === 'string' ? typed : textAt(typed, 'url')
    if (source === '') return []
    const [format, provider] = [textAt(typed, 'format'), textAt(typed, 'provider')]
    const map = below(typed, 'map')
    return [
      {
        name,
        source,
        ...(format !== '' && { format }),
        ...(provider !== '' && { provider }),
        ...(isMapping(map) && {
          mapping: Object.fromEntries(Object.keys(map).map(key => [key, textAt(loose(map), key)])),
        }),
      },
    ]
  })
}
