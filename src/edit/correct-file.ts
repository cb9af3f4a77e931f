import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { IncidentService } from '../newsroom/incident-service.ts'
import { applyFixes } from './apply-fixes.ts'
import { withNearFixes } from './misspelling-fixes.ts'
import { tidy } from './trim-text.ts'
import { typedFile } from './typed-file.ts'

/**
 * What YAML takes for a note, nobody but the editor knows to be text: a correction that would publish it is only shown, with
 * its line and what can be done.
 */
function asked(one: Diagnostic, text: string): Diagnostic {
  if (!one.fix || !/(?:^|[ \t])#/m.test(text.slice(one.fix.from, one.fix.to))) return one
  const { fix: _, ...shown } = one
  return shown
}

/** A file as it was, and as it is with all that can be corrected safely. */
export interface CorrectedFile {
  readonly path: string
  readonly before: string
  readonly text: string
  readonly fixed: readonly Diagnostic[]
}

/** Corrects what can be corrected safely in an incident, wherever it lies; nothing is written. Nothing where nothing changes. */
export function correctedFile({ newsroom, read }: IncidentService, file: string): CorrectedFile | undefined {
  const { workspace, context } = newsroom
  const typed = typedFile(workspace, file)
  if (!typed) return undefined
  const { path, text: before } = typed
  const { text, fixed } = applyFixes(before, text =>
    withNearFixes(read({ file, text, inContent: false }).diagnostics, text, context.directory).map(one =>
      asked(one, text),
    ),
  )
  const tidied = tidy(text)
  return tidied === before ? undefined : { path, before, text: tidied, fixed }
}
