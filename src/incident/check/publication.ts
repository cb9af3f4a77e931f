import type { Complaint } from '../complaint.ts'
import { nearest } from '../nearest.ts'
import type { Draft } from '../put-together.ts'
import type { Desk } from '../shape/desk.ts'
import { wall } from './wall.ts'

/** When and where it is published. */
export function checkPublication(draft: Draft, { zone, editions }: Desk): readonly Complaint[] {
  const complaints: Complaint[] = []
  const { published, publish_at, embargo, slug, former_slugs } = draft.publication
  const as_of = draft.as_of
  if (publish_at !== undefined && as_of !== undefined && publish_at < as_of) {
    const facts = { published: wall(publish_at, zone), as_of: wall(as_of, zone) }
    complaints.push({ code: 'publication/before-as-of', facts, pointer: '/publish_at' })
  }
  const starts = draft.started.flatMap(({ at }) => (at === undefined ? [] : [at]))
  const start = Math.min(...starts)
  // A later version of a story speaks of a later moment than its first publication: only the start counts.
  if (published !== undefined && draft.state !== 'planned' && published < start && starts.length > 0) {
    const facts = { published: wall(published, zone), started: wall(start, zone) }
    complaints.push({ code: 'publication/before-it-started', facts, pointer: '/published' })
  }
  if (publish_at !== undefined && embargo !== undefined && publish_at < embargo) {
    const facts = { publish_at: wall(publish_at, zone), embargo: wall(embargo, zone) }
    complaints.push({ code: 'publication/embargo', facts, pointer: '/publish_at' })
  }
  for (const [field, byEdition] of [
    ['slug', slug],
    ['former_slugs', former_slugs],
  ] as const) {
    for (const edition of Object.keys(byEdition)) {
      if (editions.includes(edition)) continue
      const facts = { edition, editions: editions.join(', '), nearest: nearest(edition, editions) ?? '' }
      complaints.push({ code: 'publication/unknown-edition', facts, pointer: `/${field}/${edition}`, part: 'key' })
    }
  }
  return complaints
}
