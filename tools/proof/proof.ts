import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { knownEditions } from '../../src/newsroom/edition-ids.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { inventedIncidents } from './proof-incidents.ts'
import { report } from './proof-report.ts'
import { openProofContext, proof } from './run-proof.ts'

/**
 * `npm run proof -- [COUNT] [--seed N] [--editions a,b] [--no-grammar] [--all FILE]`: realises generated incidents in
 * every edition and checks the articles by machine. Ends with 1 when there is anything to correct, or an incident with
 * errors.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      editions: { type: 'string' },
      'no-grammar': { type: 'boolean', default: false },
      all: { type: 'string' },
    },
  })
  const count = Number(positionals[0] ?? 2000)
  const workspace = openWorkspace(fileURLToPath(new URL('../../', import.meta.url)))
  const { newsroom, diagnostics } = openNewsroom(workspace)
  if (!newsroom) throw new Error(diagnostics.map(({ code }) => code).join(', '))
  const ids = values.editions?.split(',') ?? knownEditions(workspace)
  const proofContext = await openProofContext(workspace, newsroom, ids)
  const refused = new Map<string, string>()
  const invented = inventedIncidents(workspace, newsroom, Number(values.seed), count)
  function* incidents(): Generator<Incident> {
    for (const one of invented) {
      if (one.incident) yield one.incident
      else for (const code of one.refused) refused.set(code, one.id)
    }
  }
  const started = Date.now()
  const done = await proof(incidents(), proofContext, {
    grammar: !values['no-grammar'],
    progress: articles => {
      if (process.stderr.isTTY) process.stderr.write(`\r${articles} articles`)
    },
  })
  const lines = report(done, refused, (Date.now() - started) / 1000)
  process.stdout.write(`${lines.join('\n')}\n`)
  if (values.all)
    writeFileSync(values.all, `${done.diagnostics.map(diagnostic => JSON.stringify(diagnostic)).join('\n')}\n`)
  return done.diagnostics.length > 0 || refused.size > 0 ? 1 : 0
}

process.exitCode = await main()
