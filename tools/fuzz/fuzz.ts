import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { fuzzCases } from './fuzz-cases.ts'
import { type Breach, type FuzzCase, openWholePipeline } from './whole-pipeline.ts'

/**
 * `npm run fuzz -- [COUNT] [SEED] [FOLDER]`: mutated incident files through the whole pipeline, in one process. Prints each kind
 * of breach once, with how often and at which case; the files of the first of each are kept in FOLDER.
 */
async function fuzz(count: number, seed: number, folder: string | undefined): Promise<boolean> {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const pipeline = await openWholePipeline(openWorkspace(root))
  const seen = new Map<string, number>()
  let told = 0
  let nth = 0
  for (const one of fuzzCases(root, count, seed)) {
    const ran = pipeline.run(one)
    told += ran.told ? 1 : 0
    for (const breach of ran.breaches) {
      const name = `${breach.kind}: ${breach.what}`
      if (!seen.has(name)) report(breach, one, nth, folder)
      seen.set(name, (seen.get(name) ?? 0) + 1)
    }
    nth += 1
    if (nth % 1000 === 0) say(`${nth} cases, ${told} told, ${seen.size} kinds of breach`)
  }
  say(`${count} cases, seed ${seed}: ${told} became articles, ${seen.size} kinds of breach`)
  for (const [name, times] of [...seen].sort(([, one], [, other]) => other - one))
    say(`${String(times).padStart(6)}  ${name}`)
  return seen.size === 0
}

function report({ kind, what }: Breach, { text, companions }: FuzzCase, nth: number, folder: string | undefined): void {
  say(`case ${nth}: ${kind}: ${what}`)
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${nth}.yaml`), text)
  for (const { file, text: beside } of companions)
    writeFileSync(join(folder, `${nth}.${file.split('.').at(-2)}.md`), beside)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const [count = '2000', seed = '1', folder] = process.argv.slice(2)
process.exitCode = (await fuzz(Number(count), Number(seed), folder)) ? 0 : 1
