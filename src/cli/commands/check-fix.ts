import { type CorrectedFile, correctedFile } from '../../edit/correct-file.ts'
import { writeAtomically } from '../../foundation/atomic-write.ts'
import { shownDifference } from '../../foundation/text-diff.ts'
import { openIncidentService } from '../../newsroom/incident-service.ts'
import type { CommandSettings } from '../command-settings.ts'
import type { Terminal } from '../terminal.ts'

/** Applies the safe fixes of incidents, all or those named, and shows each change. */
export function fix(files: readonly string[], { workspace }: CommandSettings, terminal: Terminal): void {
  const { service } = openIncidentService(workspace)
  if (!service) return
  const asked = files.length > 0 ? files : service.list().files.map(({ file }) => file)
  let changes = 0
  for (const file of asked) {
    if (!/\.ya?ml$/.test(file)) continue
    const corrected = correctedFile(service, file)
    if (!corrected) continue
    changes++
    writeAtomically(corrected.path, corrected.text)
    terminal.note(changeText(file, corrected, terminal))
  }
  if (changes === 0) terminal.note(`${terminal.say('fix.nothing')}\n`)
}

/** The file, its mistakes, and the lines before and after. */
function changeText(file: string, { before, text, fixed }: CorrectedFile, terminal: Terminal): string {
  const words = terminal.words()
  const codes = fixed.map(diagnostic => `  ${diagnostic.place.line ?? 1}: ${words.message(diagnostic)}`)
  const reasons = codes.length > 0 ? codes : [`  ${terminal.say('fix.spaces')}`]
  const lines = shownDifference(before, text).map(({ sign, line, text: content }) =>
    sign === '@' ? '  …' : `${sign} ${String(line).padStart(4)} │ ${content.replace(/\r$/, '')}`,
  )
  return `${file}\n${reasons.join('\n')}\n\n${lines.map(line => `  ${line}`).join('\n')}\n\n`
}
