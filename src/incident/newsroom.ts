/** `content/site.yaml`: the newsroom's own settings. */
export interface Site {
  readonly name: string
  /** Address of the site's root, with a final `/`; may have a path. */
  readonly base: string
  /** IANA zone in which a time without an offset is read. */
  readonly zone: string
  /** Editions published, in order; the first is the default of `show`. */
  readonly editions: readonly string[]
  /** Byline of the desk, by language. */
  readonly byline: Readonly<Record<string, string>>
  readonly description: Readonly<Record<string, string>>
  /** Where articles can be published, by name: each is checked by the publisher of its kind. */
  readonly destinations?: Readonly<Record<string, unknown>>
}
