import { UnreadableFile } from '../../edit/change-file.ts'
import { type MigratedText, migratedText } from '../../edit/migrate-text.ts'
import { type TypedFile, typedFile } from '../../edit/typed-file.ts'
import { writeAtomically } from '../../foundation/atomic-write.ts'
import type { Diagnostic } from '../../foundation/diagnostic.ts'
import { diagnostic } from '../../foundation/diagnostic-codes.ts'
import { patchOf } from '../../foundation/text-patch.ts'
import type { IncidentService } from '../../newsroom/incident-service.ts'
import { linesOf } from '../../yaml/pointer-positions.ts'
import type { CommandSettings } from '../command-settings.ts'
import { serviceOrReport } from '../service-or-report.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS } from '../usage-error.ts'

export interface MigrateOptions {
  readonly dryRun?: boolean
}

/** A file, what becomes of it, and what its editor has to decide. */
interface MigratedFile extends TypedFile, Pick<MigratedText, 'open'> {
  readonly file: string
  readonly after: string
}

/** `migrate [FILE…]`: rewrites incident files of 0.1, all or those named, and says what it could not decide. */
export function migrate(
  files: readonly string[],
  { dryRun = false }: MigrateOptions,
  { workspace }: CommandSettings,
  terminal: Terminal,
): number {
  const service = serviceOrReport(workspace, terminal)
  if (!service) return INPUT_HAS_ERRORS
  const asked = files.length > 0 ? files : allFiles(service)
  const migrated = asked.flatMap(file => migratedFile(file, service) ?? [])
  const unreadable = asked.filter(file => !migrated.some(one => one.file === file))
  const changed = migrated.filter(({ text, after }) => text !== after)
  for (const { file, path, text, after } of changed) {
    if (!dryRun) writeAtomically(path, after)
    terminal.print(patchOf(file, text, after))
  }
  terminal.note(
    openText(
      migrated.flatMap(one => questionsOf(one, dryRun)),
      terminal,
    ),
  )
  for (const file of unreadable) terminal.note(`${terminal.say('migrate.unreadable', { file })}\n`)
  const rewritten = terminal.say('count.files', { count: changed.length })
  terminal.note(`${terminal.say('migrate.done', { rewritten, all: asked.length, context: dryRun ? 'dry' : '' })}\n`)
  return unreadable.length > 0 ? INPUT_HAS_ERRORS : DONE
}

const allFiles = (service: IncidentService): string[] => {
  const { files, misnamed } = service.list()
  return [...files, ...misnamed].map(({ file }) => file)
}

function migratedFile(file: string, { newsroom }: IncidentService): MigratedFile | undefined {
  const typed = typedFile(newsroom.workspace, file)
  if (!typed) return undefined
  try {
    const { text: after, open } = migratedText(typed.text, newsroom.context.directory)
    return { ...typed, file, after, open }
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined
    throw error
  }
}

/** What is open, at the lines of the file as it lies there now. */
function questionsOf({ file, text, after, open }: MigratedFile, dryRun: boolean): Diagnostic[] {
  if (open.length === 0) return []
  const placeOf = linesOf(dryRun ? text : after, file)
  return open.map(({ code, pointer }) => diagnostic(code, {}, placeOf(pointer)))
}

/** Each question once, with every place where it is asked. */
function openText(questions: readonly Diagnostic[], terminal: Terminal): string {
  const words = terminal.words()
  return [...new Set(questions.map(({ code }) => code))]
    .map(code => {
      const alike = questions.filter(one => one.code === code)
      const [first] = alike
      const places = alike.map(({ place: { file, line, column } }) => `  ${file}:${line}:${column}\n`)
      const hint = first && words.hint(first)
      return `${first ? words.message(first) : ''}\n${hint === undefined ? '' : `${words.hintLabel} ${hint}\n`}${places.join('')}\n`
    })
    .join('')
}
