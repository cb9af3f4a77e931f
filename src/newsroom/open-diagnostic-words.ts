import { type DiagnosticWords, diagnosticWords } from '../foundation/diagnostic-words.ts'
import { jsonOf } from '../foundation/layered-workspace.ts'
import type { Workspace } from '../foundation/workspace.ts'

/** What is said of diagnostics in one language: those of the newsroom's files, of destinations, and of what is refused. */
export function openDiagnosticWords(workspace: Workspace, language: string): DiagnosticWords {
  const { refused, usage } = jsonOf(workspace, `locales/${language}/cli.json`) as Record<string, SingleTexts>
  return diagnosticWords(language, {
    ...jsonOf(workspace, `locales/${language}/problems.json`),
    publish: (jsonOf(workspace, `locales/${language}/publish.json`) as { problems: object }).problems,
    refused: asMessages(refused),
    usage: asMessages(usage),
  })
}

type SingleTexts = Readonly<Record<string, string>> | undefined

/** Texts that are said in one line, as messages of diagnostics: `id_near` is `id.message_near`. */
function asMessages(texts: SingleTexts = {}): Record<string, Record<string, string>> {
  const messages: Record<string, Record<string, string>> = {}
  for (const [key, text] of Object.entries(texts)) {
    const [code = '', ...context] = key.split('_')
    messages[code] = { ...messages[code], [['message', ...context].join('_')]: text }
  }
  return messages
}
