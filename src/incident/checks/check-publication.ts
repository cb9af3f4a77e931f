import type { FieldContext } from '../../fields/field-context.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import { nearest } from '../../foundation/nearest-word.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import { wall } from './shown-local-time.ts'

/** When and where it is published. */
export function checkPublication(
  draft: IncidentDraft,
  { zone, editions }: FieldContext,
): readonly UnplacedDiagnostic[] {
  const unplaced: UnplacedDiagnostic[] = []
  const { published, publish_at, embargo, slug, former_slugs } = draft.publication
  const as_of = draft.as_of
  if (publish_at !== undefined && as_of !== undefined && publish_at < as_of) {
    const facts = { published: wall(publish_at, zone), as_of: wall(as_of, zone) }
    unplaced.push({ code: 'publication/before-as-of', facts, pointer: '/publish_at' })
  }
  const starts = draft.started.flatMap(({ at }) => (at === undefined ? [] : [at]))
  const start = Math.min(...starts)
  // A later version has a later `as_of` than the first publication: only the start counts.
  if (published !== undefined && draft.state !== 'planned' && published < start && starts.length > 0) {
    const facts = { published: wall(published, zone), started: wall(start, zone) }
    unplaced.push({ code: 'publication/before-it-started', facts, pointer: '/published' })
  }
  if (publish_at !== undefined && embargo !== undefined && publish_at < embargo) {
    const facts = { publish_at: wall(publish_at, zone), embargo: wall(embargo, zone) }
    unplaced.push({ code: 'publication/embargo', facts, pointer: '/publish_at' })
  }
  for (const [field, byEdition] of [
    ['slug', slug],
    ['former_slugs', former_slugs],
  ] as const) {
    for (const edition of Object.keys(byEdition)) {
      if (editions.includes(edition)) continue
      const facts = { edition, editions: editions.join(', '), nearest: nearest(edition, editions) ?? '' }
      unplaced.push({ code: 'publication/unknown-edition', facts, pointer: `/${field}/${edition}`, part: 'key' })
    }
  }
  return unplaced
}
