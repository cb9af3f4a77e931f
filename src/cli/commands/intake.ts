import { HOUR, MINUTE } from '../../foundation/time-units.ts'
import type { CommandSettings } from '../command-settings.ts'
import { feedSources, fetchedSources, type IntakeSource } from '../intake-sources.ts'
import { type IntakeCommandOptions, reportIntake } from '../report-intake.ts'
import { serviceOrReport } from '../service-or-report.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS, Usage } from '../usage-error.ts'

/** `intake [SOURCE]`: drafts from the feeds of status pages; with `--every` again and again, until Ctrl-C. */
export async function intakeCommand(
  source: string | undefined,
  options: IntakeCommandOptions,
  settings: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const every = options.every === undefined ? undefined : spanOf(options.every)
  const once = () => intakeOnce(source, options, settings, terminal)
  if (every === undefined) return once()
  const signal = settings.invocation.interrupted()
  let wait = every
  while (!signal.aborted) {
    const status = await once()
    // A server that does not answer is asked less and less often, up to once an hour.
    wait = status === DONE ? every : Math.min(wait * 2, Math.max(every, HOUR))
    await paused(wait, signal)
  }
  return DONE
}

async function intakeOnce(
  source: string | undefined,
  options: IntakeCommandOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const service = serviceOrReport(workspace, terminal)
  if (!service) return INPUT_HAS_ERRORS
  const sources: readonly IntakeSource[] = feedSources(source, options, service.newsroom.site, workspace, invocation)
  const fetched = await fetchedSources(sources, workspace, invocation.environment)
  return reportIntake(fetched, options, service, terminal)
}

/** `90s`, `2m`, `1h`, in milliseconds. Throws `Usage`. */
function spanOf(typed: string): number {
  const [, number = '', unit = ''] = /^(\d{1,4})\s*(s|m|min|h)$/.exec(typed.trim()) ?? []
  const span = Number(number) * ({ s: 1000, m: MINUTE, min: MINUTE, h: HOUR }[unit] ?? 0)
  if (span < 10_000) throw new Usage('feed-every', { value: typed })
  return span
}

function paused(span: number, signal: AbortSignal): Promise<void> {
  return new Promise(done => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      done()
    }
    const timer = setTimeout(end, span)
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted) end()
  })
}
