import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeNewsroom } from './bench-workspace.ts'
import { measured, type WriteCost, writeCostOf } from './measure.ts'

/**
 * `npm run bench -- [COUNT] [SEED] [--keep]`: the time and memory a build of generated incidents takes. The figures
 * are of one run on one machine: compare the ratio, not the seconds. The bare writing is measured three times: a file
 * system takes up to three times as long at one moment as at another.
 */
function bench(count: number, seed: number, keep: boolean): void {
  const program = fileURLToPath(new URL('../../', import.meta.url))
  const cli = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'depeche-bench-'))
  const root = join(folder, 'newsroom')
  mkdirSync(root)
  try {
    const made = makeNewsroom(program, root, seed, count)
    const build = () => measured(cli, ['build', '-C', root, '--now', '2030-01-01T00:00Z'], folder)
    const start = measured(cli, ['--version'], folder)
    const cold = build()
    if (cold.status !== 0) say(`${cold.talk.slice(0, 4000)}\nThe build ended with ${cold.status}.`)
    const writeCosts = [1, 2, 3]
      .map(nth => writeCostOf(join(root, 'dist'), join(folder, `floor-${nth}`)))
      .sort((one, other) => one.seconds - other.seconds)
    const [least, floor, most] = writeCosts as [WriteCost, WriteCost, WriteCost]
    const one = made.find(({ path }) => path.endsWith('.yaml'))
    if (one) {
      const path = join(root, one.path)
      writeFileSync(path, `${readFileSync(path, 'utf8')}slug: changed-by-the-bench\n`)
    }
    const changed = build()
    const nothing = build()
    const articles = Number(/(\d+) articles?/.exec(cold.talk)?.[1] ?? 0)
    const size = (floor.bytes / 1024 / 1024).toFixed(1)
    say(`${count} incidents, seed ${seed}: ${articles} articles, ${floor.files} files, ${size} MiB`)
    say(
      `cold build    ${s(cold.seconds)}  ${(articles / cold.seconds).toFixed(0)} articles/s, peak ${cold.mebibytes.toFixed(0)} MiB`,
    )
    say(
      `only writing  ${s(floor.seconds)}  the build takes ${(cold.seconds / floor.seconds).toFixed(1)} times as long (aim at 10,000: 12)`,
    )
    say(`              median of three: ${s(least.seconds).trim()} to ${s(most.seconds).trim()}`)
    say(`one changed   ${s(changed.seconds)}  peak ${changed.mebibytes.toFixed(0)} MiB`)
    say(`nothing       ${s(nothing.seconds)}  peak ${nothing.mebibytes.toFixed(0)} MiB`)
    say(`start-up      ${s(start.seconds)}`)
    if (keep) say(folder)
  } finally {
    if (!keep) rmSync(folder, { recursive: true, force: true })
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function s(seconds: number): string {
  return `${seconds.toFixed(2)} s`.padStart(9)
}

const [count = '1000', seed = '1'] = process.argv.slice(2).filter(arg => !arg.startsWith('--'))
bench(Number(count), Number(seed), process.argv.includes('--keep'))
