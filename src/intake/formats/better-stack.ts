import type { FeedFormat } from '../feed-format.ts'
import { below, type Loose, loose, mappingsAt, textAt } from '../feed-json.ts'
import { gathered } from '../feed-reading.ts'
import { lineOf } from '../feed-text.ts'
import { incidentOfRow } from './incident-rows.ts'
import { providerIn } from './status-io.ts'

/** `index.json` of a page of Better Stack: reports, posts and resources beside one another. No payload of it was read: untried. */
export const betterStack: FeedFormat = {
  name: 'better-stack',
  recognises: ({ json }) => partsOf(json).some(one => textAt(one, 'type') === 'status_report'),
  read: ({ json, name }, settings) => {
    const parts = partsOf(json)
    const provider = lineOf(textAt(json, 'data', 'attributes', 'company_name')) || settings.provider || providerIn(name)
    const of = (type: string) => parts.filter(one => textAt(one, 'type') === type)
    const names = new Map(
      of('status_page_resource').map(one => [textAt(one, 'id'), textAt(one, 'attributes', 'public_name')]),
    )
    const reports = of('status_report').map(report => rowOf(report, of('status_update'), names))
    return gathered(reports, row => incidentOfRow(row, { provider }, settings))
  },
}

const partsOf = (json: unknown): readonly Loose[] => [...mappingsAt(json, 'included'), ...mappingsAt(json, 'data')]

/** A report with its posts and the names of what it is about. */
function rowOf(report: Loose, posts: readonly Loose[], names: ReadonlyMap<string, string>): Loose {
  const id = textAt(report, 'id')
  const told = loose(below(report, 'attributes'))
  const own = posts.filter(post => textAt(post, 'attributes', 'status_report_id') === id)
  return {
    ...told,
    id,
    components: mappingsAt(told, 'affected_resources').map(one => ({
      name: names.get(textAt(one, 'status_page_resource_id')) ?? '',
      current_status: textAt(one, 'status'),
    })),
    updates: own.map(post => loose(below(post, 'attributes'))),
  }
}
