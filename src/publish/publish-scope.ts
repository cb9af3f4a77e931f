/** Which part of the newsroom is published, and what an editor allows. */
export interface PublishScope {
  readonly only: readonly string[]
  readonly editions: readonly string[]
  /** Ids of stories whose hand edits may be overwritten. */
  readonly overwrite: readonly string[]
  /** Whether published stories get other words although their facts are the same. */
  readonly wording: boolean
  /** Maximum number of removals in one run. */
  readonly removals: number
  /** Keys that are neither published nor unpublished: their incident has errors. */
  readonly withheld: ReadonlySet<string>
  /** Stories whose file could not be read at all: nothing of them is unpublished. */
  readonly unread: ReadonlySet<string>
  /** Files and links among the incidents of which nobody can say which story they are. */
  readonly unsure: readonly string[]
  /** Years of which there are files; unchecked when absent. */
  readonly years?: ReadonlySet<string>
  /** Whether an editor said how many posts may be removed. */
  readonly removalsSaid?: boolean
}

export const wholeNewsroom: PublishScope = {
  only: [],
  editions: [],
  overwrite: [],
  wording: false,
  removals: 5,
  withheld: new Set(),
  unread: new Set(),
  unsure: [],
}

/** Whether a version of a story is within the scope. */
export function isWithin({ only, editions }: PublishScope, story: string, edition: string): boolean {
  return (only.length === 0 || only.includes(story)) && (editions.length === 0 || editions.includes(edition))
}
