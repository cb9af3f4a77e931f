import type { FeedIncident } from './feed-incident.ts'

/** Which incidents of a feed an editor wants. */
export interface IntakeChoice {
  /** Not those that ended, or were last spoken of, before this moment. */
  readonly since?: number
  /** Only what is not over. */
  readonly open?: boolean
  /** Only those that name this in their services, their title or their page. */
  readonly service?: string
  /** Only those at least so bad in the feed's own scale, from 0 to 3. */
  readonly minWeight?: number
}

/** Whether an incident is among those that are wanted. What a feed does not weigh is never left out for its weight. */
export function isWanted(feed: FeedIncident, { since, open, service, minWeight }: IntakeChoice): boolean {
  if (since !== undefined && lastSaid(feed) < since) return false
  if (open && feed.state === 'resolved') return false
  if (minWeight !== undefined && feed.weight !== undefined && feed.weight < minWeight) return false
  const named = [feed.provider, feed.title, ...feed.services.map(({ name }) => name)]
  return service === undefined || named.some(name => name.toLowerCase().includes(service.toLowerCase()))
}

function lastSaid({ updates, ended, planned, changed }: FeedIncident): number {
  return Math.max(0, changed ?? 0, ended?.at ?? 0, planned?.from ?? 0, ...updates.map(({ at }) => at ?? 0))
}
