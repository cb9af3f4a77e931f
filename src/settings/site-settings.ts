import type { LocalText } from '../fields/values.ts'

/** `content/site.yaml`: the newsroom's own settings. */
export interface SiteSettings {
  readonly name: string
  /** Address of the site's root, with a final `/`; may have a path. */
  readonly base: string
  /** IANA zone of times without an offset. */
  readonly zone: string
  /** Editions published, in order; the first is the default of `show`. */
  readonly editions: readonly string[]
  /** The newsroom's byline, by language. */
  readonly byline: Readonly<Record<string, string>>
  readonly description: Readonly<Record<string, string>>
  /** Where articles can be published, by name: each is checked by the publisher of its kind. */
  readonly destinations?: Readonly<Record<string, unknown>>
  /** Feeds of status pages, by name: an address, or a mapping of what is known of it. */
  readonly feeds?: Readonly<Record<string, unknown>>
  /** A picture of the workspace (SVG, PNG): shown at the head of every page. */
  readonly logo?: string
  /** Colours of the style sheet, by its names (`accent`, `link`, `paper` …), in light and in dark. */
  readonly colours?: {
    readonly light?: Readonly<Record<string, string>>
    readonly dark?: Readonly<Record<string, string>>
  }
  /** The licence of the articles. */
  readonly licence?: { readonly url: string; readonly name?: LocalText }
  /** Where readers report a mistake: a mail address or a web address. */
  readonly contact?: string
  /** Hours after which a story under way that has not moved is no longer told as happening now; 24 when nothing is said. */
  readonly live_hours?: number
  /** A share card of 1200 × 630 for each article. */
  readonly share_cards?: boolean
  /** Others may show the facts of an article at a glance, in a frame. */
  readonly embeds?: boolean
  /** The WebSub hub that feeds name. */
  readonly hub?: string
  /** Nothing is published that nobody has reviewed. */
  readonly require_review?: boolean
}
