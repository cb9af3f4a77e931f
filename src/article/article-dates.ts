import type { Incident } from '../incident/incident.ts'
import { hasHour } from '../language/moment.ts'
import type { Article } from './article.ts'

/**
 * When it was published, no earlier than it may be read, and last changed. Where the incident says no more than the day, from
 * its first instant on: nothing is published in the future.
 */
export function datesOf({
  publication,
  as_of_moment,
  corrections,
}: Incident): Pick<Article, 'published' | 'updated' | 'knownToTheDay'> {
  const spoken = { at: as_of_moment.at ?? 0, isDay: !hasHour(as_of_moment) }
  const written = publication.published === undefined ? spoken : { at: publication.published, isDay: false }
  const readable = Math.max(publication.publish_at ?? 0, publication.embargo ?? 0)
  const published = readable > written.at ? { at: readable, isDay: false } : written
  const updated = [spoken, ...corrections.map(({ at }) => ({ at: at.at ?? 0, isDay: !hasHour(at) }))].reduce(
    (last, one) => (one.at > last.at ? one : last),
  )
  return {
    published: published.at,
    updated: updated.at,
    knownToTheDay: { published: published.isDay, updated: updated.isDay },
  }
}
