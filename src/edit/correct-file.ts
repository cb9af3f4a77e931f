import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { IncidentService } from '../newsroom/incident-service.ts'
import { applyFixes } from './apply-fixes.ts'
import { withNearFixes } from './misspelling-fixes.ts'
import { tidy } from './trim-text.ts'
import { typedFile } from './typed-file.ts'

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
    withNearFixes(read({ file, text, inContent: false }).diagnostics, text, context.directory),
  )
  const tidied = tidy(text)
  return tidied === before ? undefined : { path, before, text: tidied, fixed }
}
