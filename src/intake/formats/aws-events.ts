import type { FeedFormat, FormatSettings } from '../feed-format.ts'
import type { FeedIncident } from '../feed-incident.ts'
import { below, type Loose, loose, mappingsAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf, plainText, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'
import { apart } from './aws-data.ts'

/** `currentevents` of AWS Health: a list in UTF-16, with a log of posts. No payload of AWS was read: untried. */
export const awsEvents: FeedFormat = {
  name: 'aws-events',
  recognises: ({ json }) => mappingsAt({ json }, 'json').some(one => Object.hasOwn(one, 'event_log')),
  read: ({ json }, settings) => gathered(mappingsAt({ json }, 'json'), one => incidentOf(one, settings)),
}

function incidentOf(one: Loose, { words, provider = 'AWS' }: FormatSettings): FeedIncident | string {
  const posted = momentOf(textAt(one, 'date'), 'UTC', words)
  if (posted === undefined) return 'moment'
  const posts = mappingsAt(one, 'event_log')
    .map(post => ({
      at: momentOf(textAt(post, 'timestamp'), 'UTC', words) ?? posted,
      phase: textAt(post, 'status') === '0' ? ('resolved' as const) : ('update' as const),
      text: plainText(textAt(post, 'message')),
    }))
    .sort((a, b) => a.at - b.at)
  const { name } = apart(lineOf(textAt(one, 'service_name')))
  const others = Object.values(loose(below(one, 'impacted_services'))).map(each => lineOf(textAt(each, 'service_name')))
  const isOver = textAt(one, 'status') === '0' || /^\s*\[resolved\]/i.test(textAt(one, 'summary'))
  const last = posts.at(-1)?.at
  return {
    id:
      (textAt(one, 'arn').split(':').at(-1) ?? '').replaceAll('/', '.') ||
      `${textAt(one, 'service')}-${textAt(one, 'date')}`,
    title: titleOf(textAt(one, 'summary'), words),
    state: isOver ? 'resolved' : 'ongoing',
    provider,
    services: [...new Set([name, ...others])].filter(each => each !== '').map(each => ({ name: each })),
    regions: [lineOf(textAt(one, 'region_name'))].filter(place => place !== '' && !/^global$/i.test(place)),
    started: { at: posted, precision: 'by' },
    ...(isOver && last !== undefined && last > posted && { ended: { at: last, precision: 'by' as const } }),
    updates: posts,
    url: 'https://health.aws.amazon.com/health/status',
    severity: `status ${textAt(one, 'status')}`,
    weight: Number(textAt(one, 'status')) || 0,
  }
}
