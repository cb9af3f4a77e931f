import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { shownDifference } from '../edit/line-diff.ts'
import { mend } from '../edit/mend.ts'
import { withNearFixes } from '../edit/near.ts'
import { writeWhole } from '../edit/save.ts'
import { tidy } from '../edit/tidy.ts'
import { listIncidents } from '../incident/list-incidents.ts'
import { readIncident } from '../incident/read-incident.ts'
import { readText } from '../incident/read-text.ts'
import type { Problem } from '../problem/problem.ts'
import { type Newsroom, openNewsroom } from '../run/newsroom.ts'
import { realOf } from './real-path.ts'
import type { Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'

/** Corrects what can be corrected safely in incidents, all or those named, and shows each change. */
export function fix(files: readonly string[], { workspace }: Settings, terminal: Terminal): void {
  const { newsroom } = openNewsroom(workspace)
  if (!newsroom) return
  const asked = files.length > 0 ? files : listIncidents(workspace).files.map(({ file }) => file)
  let changes = 0
  for (const file of asked) {
    if (!/\.ya?ml$/.test(file)) continue
    const corrected = correctedFile(newsroom, file)
    if (!corrected) continue
    changes++
    writeWhole(corrected.path, corrected.text)
    terminal.tell(told(file, corrected, terminal))
  }
  if (changes === 0) terminal.tell(`${terminal.say('fix.nothing')}\n`)
}

interface Corrected {
  readonly path: string
  readonly before: string
  readonly text: string
  readonly mended: readonly Problem[]
}

function correctedFile({ workspace, context }: Newsroom, file: string): Corrected | undefined {
  const path = realOf(resolve(workspace.root, file))
  if (path === undefined) return undefined
  const before = readText(workspace, file).text ?? readOutside(path)
  if (before === undefined) return undefined
  const read = (text: string) => withNearFixes(readIncident({ file, text }, context).problems, text, context.directory)
  const { text, mended } = mend(before, read)
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
  const codes = mended.map(problem => `  ${problem.place.line ?? 1}: ${words.message(problem)}`)
  const reasons = codes.length > 0 ? codes : [`  ${terminal.say('fix.spaces')}`]
  const lines = shownDifference(before, text).map(({ sign, line, text: content }) =>
    sign === '@' ? '  …' : `${sign} ${String(line).padStart(4)} │ ${content.replace(/\r$/, '')}`,
  )
  return `${file}\n${reasons.join('\n')}\n\n${lines.map(line => `  ${line}`).join('\n')}\n\n`
}
