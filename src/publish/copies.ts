import { hexDigestOf } from '../foundation/digest.ts'
import type { Copy, Remote } from './publisher.ts'

/** How one destination tells its posts apart. */
export interface Ownership {
  /** Whether a post alone that stands elsewhere than we wrote it, but as we wrote it, was moved (a file), not copied. */
  readonly follows?: boolean
  /** Whether a post stands where ours belongs. */
  readonly isAtHome?: (remote: Remote) => boolean
}

/** Our posts by key, and what people made of them by copying: theirs, and left alone. */
export interface Parted {
  readonly remotes: Map<string, Remote>
  readonly copies: readonly Copy[]
}

/**
 * Tells our posts from copies that people made. We write into each post under which identifier it stands: a copy carries
 * that of another. Of posts that carry none yet (drafts just made, those of earlier versions) a younger one is ours only
 * as long as it is what we wrote, field by field: left by a lost answer, it becomes an extra of the one that stays.
 *
 * @param all oldest first
 */
export function partedFromCopies(all: readonly Remote[], { follows = false, isAtHome }: Ownership = {}): Parted {
  const families = new Map<string, Remote[]>()
  for (const remote of all) if (remote.ours) families.set(remote.key, [...(families.get(remote.key) ?? []), remote])
  // A whole site that was moved has other identifiers throughout.
  const isMoved = families.size > 1 && !all.some(isWhereWritten)
  const remotes = new Map<string, Remote>()
  const copies: Copy[] = []
  for (const [key, family] of families) {
    const known = isMoved ? family : family.filter(remote => remote.writtenAs === undefined || isWhereWritten(remote))
    const own = known.length > 0 ? ownOf(known, isAtHome) : follows ? movedIn(family) : undefined
    const others = family.filter(remote => remote !== own && remote.status !== 'removed')
    const twins = others.filter(remote => own && known.includes(remote) && isTwin(remote, own))
    if (own) remotes.set(key, { ...own, extras: twins.map(({ id }) => id) })
    copies.push(...others.filter(remote => !twins.includes(remote)).map(copyOf))
  }
  return { remotes, copies }
}

const isWhereWritten = ({ ours, writtenAs, id }: Remote): boolean => ours && writtenAs === id

const copyOf = ({ key, id, address, fields }: Remote): Copy => ({ key, id, address, title: fields.title ?? '' })

/** Of several posts with one key the one that readers have; else the oldest. */
function ownOf(known: readonly Remote[], isAtHome: Ownership['isAtHome']): Remote | undefined {
  const home = isAtHome && known.find(isAtHome)
  if (home) return home
  const there = known.filter(({ status }) => status !== 'removed')
  const written = there.filter(isWhereWritten)
  const candidates = written.length > 0 ? written : there.length > 0 ? there : known
  const [oldest] = candidates
  const isLeftOver = oldest?.status === 'draft' && isTwin(oldest, oldest)
  return (isLeftOver ? candidates.find(({ status }) => status === 'published') : undefined) ?? oldest
}

const movedIn = ([only, ...others]: readonly Remote[]): Remote | undefined =>
  only && others.length === 0 && isTwin(only, only) ? only : undefined

/** Whether every field is as we wrote it, or as in the post that stays: nothing would be lost with it. */
function isTwin({ fields, wrote, status }: Remote, own: Remote): boolean {
  if (!wrote) return false
  return Object.entries(fields).every(([name, value]) => {
    const mark = wrote[name]
    if (mark === undefined || mark === hexDigestOf(value) || (own.fields !== fields && value === own.fields[name]))
      return true
    // Where a slug is taken a CMS adds a number; a draft has no date of its own.
    if (name === 'slug') return mark === hexDigestOf(value.replace(/-\d+$/, ''))
    return name === 'date' && value === '' && status === 'draft'
  })
}
