import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** For how long a folder is there. */
type Span = 'test' | 'file'

const made: Readonly<Record<Span, string[]>> = { test: [], file: [] }

/** A folder that the end of the test, or of the file of tests, removes. */
export function temporaryFolder(span: Span): string {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-'))
  made[span].push(folder)
  return folder
}

/** Removes what was made for a span that ends. */
export function removeFolders(span: Span): void {
  for (const folder of made[span].splice(0)) rmSync(folder, { recursive: true, force: true })
}
