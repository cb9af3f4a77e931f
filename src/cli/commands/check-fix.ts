import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { applyFixes } from '../../edit/apply-fixes.ts'
import { withNearFixes } from '../../edit/near-fixes.ts'
import { tidy } from '../../edit/tidy-text.ts'
import { writeAtomically } from '../../foundation/atomic-write.ts'
import type { Diagnostic } from '../../foundation/diagnostic.ts'
import { readText } from '../../foundation/read-text.ts'
import { shownDifference } from '../../foundation/text-diff.ts'
import { listIncidents } from '../../incident/list-incidents.ts'
import { readIncident } from '../../incident/read-incident.ts'
import { type Newsroom, openNewsroom } from '../../newsroom/newsroom.ts'
import type { CommandSettings } from '../command-settings.ts'
import { realOf } from '../real-path.ts'
import type { Terminal } from '../terminal.ts'

/** Corrects what can be corrected safely in incidents, all or those named, and shows each change. */
export function fix(files: readonly string[], { workspace }: CommandSettings, terminal: Terminal): void {
  const { newsroom } = openNewsroom(workspace)
  if (!newsroom) return
  const asked = files.length > 0 ? files : listIncidents(workspace).files.map(({ file }) => file)
  let changes = 0
  for (const file of asked) {
    if (!/\.ya?ml$/.test(file)) continue
    const corrected = correctedFile(newsroom, file)
    if (!corrected) continue
    changes++
    writeAtomically(corrected.path, corrected.text)
    terminal.note(told(file, corrected, terminal))
  }
  if (changes === 0) terminal.note(`${terminal.say('fix.nothing')}\n`)
}

interface Corrected {
  readonly path: string
  readonly before: string
  readonly text: string
  readonly mended: readonly Diagnostic[]
}

function correctedFile({ workspace, context }: Newsroom, file: string): Corrected | undefined {
  const path = realOf(resolve(workspace.root, file))
  if (path === undefined) return undefined
  const before = readText(workspace, file).text ?? readOutside(path)
  if (before === undefined) return undefined
  const read = (text: string) =>
    withNearFixes(readIncident({ file, text }, context).diagnostics, text, context.directory)
  const { text, mended } = applyFixes(before, read)
  const tidied = tidy(text)
  return tidied === before ? undefined : { path, before, text: tidied, mended }
}

/** A file that lies elsewhere, when it is text. */
function readOutside(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch {
    return undefined
  }
}

/** The file, what was wrong, and the lines as they were and as they are. */
function told(file: string, { before, text, mended }: Corrected, terminal: Terminal): string {
  const words = terminal.words()
  const codes = mended.map(diagnostic => `  ${diagnostic.place.line ?? 1}: ${words.message(diagnostic)}`)
  const reasons = codes.length > 0 ? codes : [`  ${terminal.say('fix.spaces')}`]
  const lines = shownDifference(before, text).map(({ sign, line, text: content }) =>
    sign === '@' ? '  …' : `${sign} ${String(line).padStart(4)} │ ${content.replace(/\r$/, '')}`,
  )
  return `${file}\n${reasons.join('\n')}\n\n${lines.map(line => `  ${line}`).join('\n')}\n\n`
}
