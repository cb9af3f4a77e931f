import { setFlagsFromString } from 'node:v8'
import { MANY, openThread, threadsFor } from '../run/threads.ts'
import { type BuildReport, build } from '../run.ts'
import { tally } from './check.ts'
import { presentOf } from './moment.ts'
import { editionsAsked, type Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { DONE, INPUT_HAS_ERRORS } from './usage.ts'
import { programDigest, programRoot } from './version.ts'
import { siteZone } from './zone.ts'

export interface BuildOptions {
  readonly out: string
  readonly edition?: string
  readonly now?: string
  readonly threads?: string
}

/** Percent by which memory may grow, in a build of many incidents, before it is cleaned; by default it may grow fourfold. */
const GROWTH = 40

/** `build`: incidents become Markdown, pages and traces. */
export async function buildCommand(
  options: BuildOptions,
  { workspace }: Settings,
  terminal: Terminal,
): Promise<number> {
  const report = await build({
    workspace,
    out: options.out,
    editions: editionsAsked(workspace, options.edition),
    now: presentOf(options.now, () => siteZone(workspace)),
    program: programDigest(),
    threads: (incidents, brief) => {
      if (incidents >= MANY) setFlagsFromString(`--heap-growing-percent=${GROWTH}`)
      const count = threadsFor(incidents, options.threads === undefined ? undefined : Number(options.threads))
      return Array.from({ length: count - 1 }, () => openThread({ ...brief, lender: programRoot }))
    },
    ...(terminal.progress && { progress: terminal.progress }),
  }).finally(terminal.rest)
  terminal.complain(report.problems, workspace)
  terminal.tell(spoken(report, options.out, terminal))
  return report.problems.some(({ severity }) => severity === 'error') ? INPUT_HAS_ERRORS : DONE
}

function spoken(
  { problems, leftOut, articles, written, removed }: BuildReport,
  out: string,
  terminal: Terminal,
): string {
  const { say } = terminal
  const lines = leftOut.map(file => say('build.left-out', { file }))
  const files = { written: say('count.files', { count: written }), removed: say('count.files', { count: removed }) }
  lines.push(say('build.done', { articles: say('count.articles', { count: articles }), out, ...files }))
  if (problems.length > 0) lines.push(say('build.problems', { ...tally(problems, terminal) }))
  return `${lines.join('\n')}\n`
}
