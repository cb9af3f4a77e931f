import { openIncidentGit } from '../../edit/incident-git.ts'
import { type TranslationTodo, translationTodos } from '../../edit/translation-todos.ts'
import type { CommandSettings } from '../command-settings.ts'
import { incidentAsked } from '../find-incident.ts'
import { serviceOrReport } from '../service-or-report.ts'
import type { Terminal } from '../terminal.ts'
import { DONE, INPUT_HAS_ERRORS } from '../usage-error.ts'

export interface TranslationsOptions {
  readonly json?: boolean
}

/** `translations [ID]`: missing and outdated translations, by language. */
export async function translations(
  id: string | undefined,
  options: TranslationsOptions,
  { workspace, invocation }: CommandSettings,
  terminal: Terminal,
): Promise<number> {
  const service = serviceOrReport(workspace, terminal)
  if (!service) return INPUT_HAS_ERRORS
  const files = id === undefined ? service.list().files : [incidentAsked(workspace, id)]
  const todos = await translationTodos(service, openIncidentGit(workspace.root, invocation.environment), files)
  if (options.json) terminal.print(`${JSON.stringify({ translations: todos }, null, 2)}\n`)
  else {
    terminal.print(shown(todos, terminal))
    const count = (kind: TranslationTodo['kind']) => todos.filter(todo => todo.kind === kind).length
    const incidents = terminal.say('translations.incidents', { count: files.length })
    const total = { missing: count('missing'), stale: count('stale'), incidents }
    terminal.note(`${terminal.say(todos.length === 0 ? 'translations.complete' : 'translations.total', total)}\n`)
  }
  return DONE
}

function shown(todos: readonly TranslationTodo[], { say }: Terminal): string {
  const incidents = [...new Set(todos.map(({ incident }) => incident))]
  const ofIncident = (id: string) => todos.filter(({ incident }) => incident === id)
  return incidents
    .map(
      incident =>
        `${incident}\n${ofIncident(incident)
          .map(todo => `  ${worded(todo)}\n`)
          .join('')}\n`,
    )
    .join('')

  function worded({ kind, language, field, line, file, changed = '', revision }: TranslationTodo): string {
    const when = revision || say('translations.now')
    if (line === undefined) return say(`translations.${kind}-companion`, { language, file, changed, revision: when })
    return say(`translations.${kind}`, { language, field, line, changed, revision: when })
  }
}
