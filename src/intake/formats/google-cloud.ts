import type { FeedFormat, FormatSettings } from '../feed-format.ts'
import type { FeedIncident, FeedUpdate } from '../feed-incident.ts'
import { type Loose, mappingsAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf, plainText, titleOf } from '../feed-text.ts'
import { momentOf } from '../feed-time.ts'

const HOST = 'https://status.cloud.google.com/'

/** `incidents.json` of Google Cloud and of Workspace: a list, with products and locations as fields. */
export const googleCloud: FeedFormat = {
  name: 'google-cloud',
  recognises: ({ json }) => mappingsAt({ json }, 'json').some(isOne),
  read: ({ json }, settings) =>
    gathered(mappingsAt({ json }, 'json'), one => (isOne(one) ? incidentOf(one, settings) : 'nothing')),
}

const isOne = (one: Loose) => Object.hasOwn(one, 'external_desc') && Object.hasOwn(one, 'begin')

function incidentOf(one: Loose, { words, zone, provider = 'Google Cloud' }: FormatSettings): FeedIncident | string {
  const started = momentOf(textAt(one, 'begin'), zone, words)
  const ended = momentOf(textAt(one, 'end'), zone, words)
  if (started === undefined) return 'moment'
  const products = mappingsAt(one, 'affected_products').map(each => lineOf(textAt(each, 'title')))
  const places = ['currently_affected_locations', 'previously_affected_locations'].flatMap(key =>
    mappingsAt(one, key).map(each => lineOf(textAt(each, 'title'))),
  )
  const severity = textAt(one, 'status_impact')
  const uri = textAt(one, 'uri')
  return {
    id: textAt(one, 'id') || textAt(one, 'number'),
    title: titleOf(textAt(one, 'external_desc'), words),
    state: ended === undefined ? 'ongoing' : 'resolved',
    provider,
    services: (products.length > 0 ? products : [lineOf(textAt(one, 'service_name'))]).map(name => ({ name })),
    regions: [...new Set(places)].filter(place => !/^(?:global|multi-region)/i.test(place)),
    started: { at: started },
    ...(ended !== undefined && { ended: { at: ended } }),
    updates: updatesOf(one, words, zone),
    ...(/^incidents\/[\w-]+$/.test(uri) && { url: HOST + uri }),
    ...(severity !== '' && { severity }),
    weight: ['SERVICE_INFORMATION', 'SERVICE_DISRUPTION', 'SERVICE_OUTAGE'].indexOf(severity) + 1,
  }
}

function updatesOf(one: Loose, words: FormatSettings['words'], zone: string): readonly FeedUpdate[] {
  const posts = mappingsAt(one, 'updates').map(post => {
    const at = momentOf(textAt(post, 'when'), zone, words) ?? momentOf(textAt(post, 'created'), zone, words)
    const phase = textAt(post, 'status') === 'AVAILABLE' ? ('resolved' as const) : ('update' as const)
    return { ...(at !== undefined && { at }), phase, text: told(textAt(post, 'text')) }
  })
  return posts.sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
}

/** Of a post in labelled parts what describes the trouble: "Description:" up to the next label. */
function told(source: string): string {
  const part =
    /(?:^|\n)\s*Description:\s*([\s\S]*?)(?=\n\s*(?:Diagnosis|Workaround|Customer Symptoms|Additional)\b[^\n]*:|$)/i
  return plainText(part.exec(source.slice(0, 20_000))?.[1] ?? source)
}
