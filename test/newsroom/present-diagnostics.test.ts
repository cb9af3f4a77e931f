import { expect, test } from 'vitest'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { checkNewsroom } from '../../src/newsroom/check-newsroom.ts'
import { incidentText, newsroom, repository } from '../site/sample-newsroom.ts'

const FILE = 'content/incidents/2026/2026-03-02-orion.yaml'

/** What is said of the present: code and line. */
async function said(changes: Readonly<Record<string, string>>, now: string): Promise<string[]> {
  const { ended: _, ...fields } = { ended: '', ...changes }
  const text = incidentText({ state: 'ongoing', ...fields }).replace(/^(ended:.*|started: )\n/gm, '')
  const place = newsroom({ [FILE]: text })
  const workspace = withDefaults(openWorkspace(place.root), openWorkspace(repository))
  const { diagnostics } = await checkNewsroom(workspace, [], Date.parse(now))
  return diagnostics
    .filter(({ code }) => code === 'time/not-updated' || code === 'time/as-of-in-future')
    .map(({ code, place: { line }, severity }) => `${code} ${line} ${severity}`)
}

test.each<[string, Readonly<Record<string, string>>, string, string[]]>([
  ['of today is left alone', {}, '2026-03-02T20:00Z', []],
  ['that has not moved for a day is recalled', {}, '2026-03-03T11:00Z', ['time/not-updated 2 warning']],
  ['that nobody waits for is not', {}, '2026-07-01T00:00Z', []],
  ['that speaks from the future is wrong', {}, '2026-03-01T00:00Z', ['time/as-of-in-future 2 error']],
  ['written for the hour that comes is not', {}, '2026-03-02T10:00Z', []],
  [
    'announced, whose time is past, is recalled',
    { state: 'planned', planned: '{ from: 2026-03-04T01:00, to: 2026-03-04T05:00 }', started: '' },
    '2026-03-05T00:00Z',
    ['time/not-updated 1 warning'],
  ],
])('a story %s', async (_, changes, now, expected) => {
  expect(await said(changes, now)).toEqual(expected)
})
