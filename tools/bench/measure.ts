import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a process took: seconds from start to end, and its peak memory. */
export interface ProcessCost {
  readonly seconds: number
  readonly mebibytes: number
  readonly status: number | null
  readonly talk: string
}

/** Runs a script in a process of its own, start-up included. */
export function measured(script: string, args: readonly string[], notes: string): ProcessCost {
  const peak = join(notes, 'peak')
  // At its end the process writes its peak memory, in KiB (getrusage).
  const probe = `import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(peak)},String(process.resourceUsage().maxRSS)))`
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, script, ...args],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  const seconds = (performance.now() - start) / 1000
  return { seconds, mebibytes: Number(readFileSync(peak, 'utf8')) / 1024, status, talk: stderr }
}

/** What bare writing took. */
export interface WriteCost {
  readonly seconds: number
  readonly files: number
  readonly bytes: number
}

/** Time for writing the same bytes to the same number of files, without reading or making them. */
export function writeCostOf(from: string, to: string): WriteCost {
  let seconds = 0
  let bytes = 0
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter(path =>
    statSync(join(from, path)).isFile(),
  )
  const made = new Set<string>()
  for (const path of files) {
    const content = readFileSync(join(from, path))
    const target = join(to, path)
    const folder = dirname(target)
    const start = performance.now()
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    writeFileSync(target, content)
    seconds += (performance.now() - start) / 1000
    made.add(folder)
    bytes += content.length
  }
  return { seconds, files: files.length, bytes }
}
