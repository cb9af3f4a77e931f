import type { FeedPhase } from '../feed-incident.ts'

/** What Statuspage calls the steps of an incident, in its JSON as in its feeds. */
export const STATUSPAGE_PHASES: Readonly<Record<string, FeedPhase>> = {
  scheduled: 'scheduled',
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  verifying: 'monitoring',
  resolved: 'resolved',
  completed: 'resolved',
  postmortem: 'postmortem',
}
