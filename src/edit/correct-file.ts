import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { readText } from '../foundation/read-text.ts'
import { realOf } from '../foundation/real-path.ts'
import type { IncidentService } from '../newsroom/incident-service.ts'
import { applyFixes } from './apply-fixes.ts'
import { withNearFixes } from './misspelling-fixes.ts'
import { tidy } from './trim-text.ts'

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
  const path = realOf(resolve(workspace.root, file))
  if (path === undefined) return undefined
  const before = readText(workspace, file).text ?? readOutside(path)
  if (before === undefined) return undefined
  const { text, fixed } = applyFixes(before, text =>
    withNearFixes(read({ file, text, inContent: false }).diagnostics, text, context.directory),
  )
  const tidied = tidy(text)
  return tidied === before ? undefined : { path, before, text: tidied, fixed }
}

/** A file that lies elsewhere, when it is text. */
function readOutside(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch {
    return undefined
  }
}
