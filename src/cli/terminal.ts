import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { DiagnosticWords } from '../foundation/diagnostic-words.ts'
import { jsonOf, sourceOf } from '../foundation/layered-workspace.ts'
import { merge } from '../foundation/merge-data.ts'
import { showDiagnostic } from '../foundation/show-diagnostic.ts'
import { openTranslations } from '../foundation/translations.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { openDiagnosticWords } from '../newsroom/open-diagnostic-words.ts'
import { pageWords, type Say } from '../site/page-messages.ts'
import type { OutputStream } from './invocation.ts'

/** Output of the command line: results on one stream, messages on the other, in the editor's language. */
export interface Terminal {
  readonly say: Say
  /** A result, for people and pipes. */
  readonly print: (text: string) => void
  /** A message: never part of a result. */
  readonly note: (text: string) => void
  /** Diagnostics with their lines, as messages. */
  readonly report: (diagnostics: readonly Diagnostic[], workspace: Workspace) => void
  readonly words: () => DiagnosticWords
  /** Shows the progress of a long run; only on a terminal. */
  readonly progress?: (done: number, all: number) => void
  /** Clears the progress. */
  readonly clearProgress: () => void
}

/** Opens the terminal in one language. Throws a `Refusal` when the locale lacks a file. */
export function openTerminal(
  workspace: Workspace,
  language: string,
  streams: { readonly out: OutputStream; readonly err: OutputStream; readonly plain: boolean },
): Terminal {
  const { out, err } = streams
  const texts = ['cli', 'edit'].map(name => jsonOf(workspace, `locales/${language}/${name}.json`))
  const say = pageWords(openTranslations(language, { cli: texts.reduce(merge, {}) as object }), text => text)
  const isTerminal = err.isTTY === true
  let words: DiagnosticWords | undefined
  const diagnosticsWords = () => {
    words ??= openDiagnosticWords(workspace, language)
    return words
  }
  return {
    say,
    print: text => {
      out.write(text)
    },
    note: text => {
      err.write(text)
    },
    report(diagnostics, files) {
      const sources = new Map<string, string | undefined>()
      for (const diagnostic of diagnostics) {
        const { file } = diagnostic.place
        if (!sources.has(file)) sources.set(file, sourceOf(files, file))
        const source = sources.get(file)
        const options = { colour: isTerminal && !streams.plain, ...(source !== undefined && { source }) }
        err.write(`${showDiagnostic(diagnostic, diagnosticsWords(), options)}\n`)
      }
    },
    words: diagnosticsWords,
    ...(isTerminal && { progress: progressMeter(err, say) }),
    clearProgress: () => {
      if (isTerminal) err.write('\r\u001B[K')
    },
  }
}

/** Updates at most every hundredth step: terminals are slow. */
function progressMeter(err: OutputStream, say: Say): (done: number, all: number) => void {
  return (done, all) => {
    if (done % Math.ceil(all / 100) === 0) err.write(`\r\u001B[K${say('build.progress', { done, all })}`)
  }
}
