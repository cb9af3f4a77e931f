/** A noun phrase that can be the subject of a sentence: « le RER » is `{ article: 'le', text: 'RER', class: 'ms' }`. */
export interface Noun {
  readonly article?: string
  readonly text: string
  readonly class: string
  /** Overrides the rule of elision for this name. */
  readonly elides?: boolean
}
