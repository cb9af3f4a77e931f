import { setFlagsFromString } from 'node:v8'
import type { Workspace } from '../incident/workspace.ts'
import { editionOf } from '../run/edition-files.ts'
import { clashesIn } from '../run/same-tags.ts'
import { MANY, openThread, threadsFor } from '../run/threads.ts'
import { type BuildReport, build } from '../run.ts'
import { Refusal, systemRefusal } from '../site/output/refusal.ts'
import { tally } from './check.ts'
import { presentOf } from './moment.ts'
import { editionsAsked, type Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from './usage.ts'
import { programDigest, programRoot } from './version.ts'
import { siteZone } from './zone.ts'

export interface BuildOptions {
  readonly out: string
  readonly edition?: string
  readonly now?: string
  readonly threads?: string
}

/**
 * What a build of many incidents asks of the engine, in every thread: memory may grow by 40 percent before it is cleaned
 * (by default fourfold), and fewer functions are inlined (by default up to 920 bytes): with as much code as a
 * story needs, inlining costs more than it saves. An engine that does not know a flag says so and goes on.
 */
const FLAGS = ['--heap-growing-percent=40', '--max-inlined-bytecode-size-cumulative=300'] as const

/** `build`: incidents become Markdown, pages and traces. */
export async function buildCommand(
  options: BuildOptions,
  { workspace }: Settings,
  terminal: Terminal,
): Promise<number> {
  const report = await build({
    workspace,
    out: options.out,
    editions: announceable(workspace, editionsAsked(workspace, options.edition)),
    now: presentOf(options.now, () => siteZone(workspace)),
    program: programDigest(),
    threads: (incidents, brief) => {
      if (incidents >= MANY) for (const flag of FLAGS) setFlagsFromString(flag)
      const count = threadsFor(incidents, options.threads === undefined ? undefined : Number(options.threads))
      return Array.from({ length: count - 1 }, () => openThread({ ...brief, lender: programRoot }))
    },
    ...(terminal.progress && { progress: terminal.progress }),
  })
    .catch(error => {
      throw duringBuild(error)
    })
    .finally(terminal.rest)
  terminal.complain(report.problems, workspace)
  terminal.tell(spoken(report, options.out, terminal))
  return report.problems.some(({ severity }) => severity === 'error') ? INPUT_HAS_ERRORS : DONE
}

/** Editions that one site can announce together. Throws `Usage` for two of one language tag. */
function announceable(workspace: Workspace, ids: readonly string[]): readonly string[] {
  const [clash] = clashesIn(ids.map(id => editionOf(workspace, id)))
  if (clash === undefined) return ids
  const { edition, other } = clash
  throw new Usage('same-tag', { edition: edition.id, other: other.id, tag: edition.tag })
}

/** A disk or a folder that stops a build: its words say besides that the last one stands. */
function duringBuild(error: unknown): unknown {
  const refusal = systemRefusal(error)
  return refusal ? new Refusal(refusal.code, { ...refusal.facts, context: 'build' }, error) : error
}

function spoken(
  { problems, leftOut, articles, written, removed, stopped }: BuildReport,
  out: string,
  terminal: Terminal,
): string {
  const { say } = terminal
  const lines = leftOut.map(file => say('build.left-out', { file }))
  const files = { written: say('count.files', { count: written }), removed: say('count.files', { count: removed }) }
  if (stopped) lines.push(say('build.stopped'))
  else lines.push(say('build.done', { articles: say('count.articles', { count: articles }), out, ...files }))
  if (problems.length > 0) lines.push(say('build.problems', { ...tally(problems, terminal) }))
  return `${lines.join('\n')}\n`
}
