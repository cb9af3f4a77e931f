import { setFlagsFromString } from 'node:v8'
import { type BuildReport, build } from '../../build/build.ts'
import { MANY, openWorker, threadsFor } from '../../build/worker-pool.ts'
import { isError } from '../../foundation/diagnostic.ts'
import { programRoot } from '../../foundation/program-root.ts'
import { Refusal, systemRefusal } from '../../foundation/refusal.ts'
import type { Workspace } from '../../foundation/workspace.ts'
import { editionOf } from '../../newsroom/edition-files.ts'
import { clashesIn } from '../../newsroom/tag-clash.ts'
import { type CommandSettings, editionsAsked } from '../command-settings.ts'
import { gatherAlike } from '../group-warnings.ts'
import { presentOf } from '../present-moment.ts'
import { programDigest } from '../program-version.ts'
import { siteZone } from '../site-zone.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage-error.ts'
import { tally } from './check.ts'

export interface BuildOptions {
  readonly out: string
  readonly edition?: string
  readonly now?: string
  readonly threads?: string
}

/**
 * V8 flag for a build of many incidents, in every thread: memory may grow by 40 percent before garbage collection (by default
 * fourfold). An engine that does not know it prints a warning and goes on.
 */
const SPARING = '--heap-growing-percent=40'

/** `build`: incidents become Markdown, pages and traces. */
export async function buildCommand(
  options: BuildOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const report = await build({
    workspace,
    out: options.out,
    editions: publishableTogether(workspace, editionsAsked(workspace, options.edition)),
    now: presentOf(options.now, invocation, () => siteZone(workspace)),
    program: programDigest(),
    threads: (incidents, brief) => {
      if (incidents >= MANY) setFlagsFromString(SPARING)
      const count = threadsFor(incidents, options.threads === undefined ? undefined : Number(options.threads))
      return Array.from({ length: count - 1 }, () => openWorker({ ...brief, defaults: programRoot }))
    },
    ...(terminal.progress && { progress: terminal.progress }),
  })
    .catch(error => {
      throw duringBuild(error)
    })
    .finally(terminal.clearProgress)
  const { shown, alike } = gatherAlike(report.diagnostics)
  terminal.report(shown, workspace)
  for (const { code, count, places } of alike)
    terminal.note(`${terminal.say('build.alike', { code, count, places: places.join(', ') })}\n`)
  terminal.note(reportText(report, options.out, terminal))
  return report.diagnostics.some(isError) ? INPUT_HAS_ERRORS : DONE
}

/** Editions that one site can publish together. Throws `Usage` for two with one language tag. */
function publishableTogether(workspace: Workspace, ids: readonly string[]): readonly string[] {
  const [clash] = clashesIn(ids.map(id => editionOf(workspace, id)))
  if (clash === undefined) return ids
  const { edition, other } = clash
  throw new Usage('same-tag', { edition: edition.id, other: other.id, tag: edition.tag })
}

/** A system error that stops a build: its message adds that the last output is unchanged. */
function duringBuild(error: unknown): unknown {
  const refusal = systemRefusal(error)
  return refusal ? new Refusal(refusal.code, { ...refusal.facts, context: 'build' }, error) : error
}

function reportText(
  { diagnostics, leftOut, articles, written, removed, stopped }: BuildReport,
  out: string,
  terminal: Terminal,
): string {
  const { say } = terminal
  const lines = leftOut.map(file => say('build.left-out', { file }))
  const files = { written: say('count.files', { count: written }), removed: say('count.files', { count: removed }) }
  if (stopped) lines.push(say('build.stopped'))
  else lines.push(say('build.done', { articles: say('count.articles', { count: articles }), out, ...files }))
  if (diagnostics.length > 0) lines.push(say('build.problems', { ...tally(diagnostics, terminal) }))
  return `${lines.join('\n')}\n`
}
