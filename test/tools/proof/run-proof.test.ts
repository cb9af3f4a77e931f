import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../src/foundation/workspace.ts'
import type { Incident } from '../../../src/incident/incident.ts'
import { knownEditions } from '../../../src/newsroom/edition-ids.ts'
import { openIncidentService } from '../../../src/newsroom/incident-service.ts'
import { inventedIncidents } from '../../../tools/proof/proof-incidents.ts'
import { openProofContext, type ProofContext, proof } from '../../../tools/proof/run-proof.ts'

const workspace = openWorkspace(fileURLToPath(new URL('../../../', import.meta.url)))
const { service } = openIncidentService(workspace)
if (!service) throw new Error('the sample newsroom cannot be read')
const { newsroom } = service
const proofContext = await openProofContext(workspace, newsroom, knownEditions(workspace))
/** Editors write for the editions they publish. */
const published = {
  ...proofContext,
  editions: proofContext.editions.filter(({ edition }) => newsroom.site.editions.includes(edition.id)),
}

const lines = async (incidents: Incident[], proofContext: ProofContext) =>
  (await proof(incidents, proofContext, { grammar: false })).diagnostics.map(
    ({ check, found, context, edition, incident, wording }) =>
      `${check}: ${found} — ${context} (${edition}, ${incident}, ${wording ?? ''})`,
  )

/** How an article is composed is counted, and read by people: a few of them hold what no sentence can say better. */
const isOfComposition = (line: string): boolean => line.startsWith('composition/')

describe('articles read by machine, in every edition', () => {
  test('sixty invented incidents', async () => {
    const invented = [...inventedIncidents(workspace, newsroom, 1, 60)]
    expect(invented.flatMap(({ id, refused }) => refused.map(code => `${id}: ${code}`))).toEqual([])
    const found = await lines(
      invented.flatMap(({ incident }) => incident ?? []),
      proofContext,
    )
    expect(found.filter(line => !isOfComposition(line))).toEqual([])
    expect(found.filter(isOfComposition).length).toBeLessThan(0.08 * invented.length * proofContext.editions.length)
  })

  test('the sample newsroom', async () => {
    const { files } = service.list()
    expect(
      await lines(
        files.flatMap(file => service.load(file).incident ?? []),
        published,
      ),
    ).toEqual([])
  })
})
