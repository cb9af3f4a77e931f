import type { Directory } from '../fields/directory.ts'
import { splice } from '../foundation/splice-text.ts'
import { isMapping } from '../foundation/value-kind.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { UnreadableFile } from './change-file.ts'
import { oldMeanings } from './migrate-meanings.ts'
import { oldShapes } from './migrate-shapes.ts'
import type { MigrationStep, OpenQuestion } from './migrated-file.ts'

/** A file of 0.1 as it is written today, and what only an editor can decide. */
export interface MigratedText {
  readonly text: string
  /** Their pointers lead to the same values before and after. */
  readonly open: readonly OpenQuestion[]
}

/**
 * Rewrites an incident file of 0.1: where a shape is refused today or read as another, and nothing else, so that comments
 * and whatever was typed stay. A second time nothing is left to rewrite. Throws `UnreadableFile` for a text that is no
 * mapping, or that would not come out as meant.
 */
export function migratedText(text: string, directory: Directory): MigratedText {
  const steps = stepsOf(text, directory)
  const migrated = splice(
    text,
    steps.flatMap(({ edits }) => edits),
  )
  if (stepsOf(migrated, directory).some(({ edits }) => edits.length > 0)) throw new UnreadableFile()
  return { text: migrated, open: steps.flatMap(({ open }) => open) }
}

function stepsOf(text: string, directory: Directory): MigrationStep[] {
  const parsed = parseYaml(text)
  if (!parsed.ok || !isMapping(parsed.value)) throw new UnreadableFile()
  const file = { text, values: parsed.value, directory }
  return [...oldShapes, ...oldMeanings].map(step => step(file))
}
