/** What of the newsroom is looked at, and what an editor allowed. */
export interface PublishScope {
  readonly only: readonly string[]
  readonly editions: readonly string[]
  /** Ids of stories whose hand edits may be overwritten. */
  readonly overwrite: readonly string[]
  /** Most removals in one go. */
  readonly removals: number
  /** Keys that are neither published nor taken down: their incident has errors. */
  readonly withheld: ReadonlySet<string>
  /** Stories whose file could not be read at all: nothing of them is taken down. */
  readonly unread: ReadonlySet<string>
}

export const wholeNewsroom: PublishScope = {
  only: [],
  editions: [],
  overwrite: [],
  removals: 5,
  withheld: new Set(),
  unread: new Set(),
}

/** Does a version of a story belong to what is looked at? */
export function isWithin({ only, editions }: PublishScope, story: string, edition: string): boolean {
  return (only.length === 0 || only.includes(story)) && (editions.length === 0 || editions.includes(edition))
}
