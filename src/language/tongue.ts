/** A word group that can be the subject of a sentence: « le RER » is `{ article: 'le', text: 'RER', class: 'ms' }`. */
export interface Noun {
  readonly article?: string
  readonly text: string
  readonly class: string
  /** Overrides the rule of elision for this name. */
  readonly elides?: boolean
}

/** `locales/editions/<id>.yaml`: one audience. */
export interface Edition {
  readonly id: string
  /** Folder of its words under `locales/`. */
  readonly language: string
  /** BCP 47, such as `fr-BE`. */
  readonly tag: string
  /** Name of its locale in date-fns, such as `frCA`. */
  readonly date_fns: string
  /** IANA zone of its readers. */
  readonly zone: string
  /** How the zone is named after a clock time that needs it, by the wording of the language. */
  readonly zone_name: string
  /** ISO 3166 code of the home country. */
  readonly home: string
  /** Overrides of the language's grammar (clock, quotes, lists …), merged into it key by key. */
  readonly grammar?: Readonly<Record<string, unknown>>
}
