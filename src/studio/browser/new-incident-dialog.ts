import type { OpenedFile, StartData } from '../api-types.ts'
import { call } from './api-client.ts'
import { ask } from './dialogs.ts'
import type { Editor } from './editor.ts'
import { el, t } from './interface-messages.ts'
import type { Session } from './session.ts'

/** The studio's reply to a request for a new file. */
type NewIncident = OpenedFile & {
  readonly error?: string
  readonly diagnostics?: readonly { readonly message: string }[]
}

/** Asks for the first facts of a new incident, and opens its file. */
export async function createIncident(
  start: StartData,
  session: Session,
  wrong = '',
  before: Readonly<Record<string, string>> = {},
): Promise<void> {
  const list = start.names.filter(({ kind }) => kind === 'service').map(({ id, name }) => ({ value: id, label: name }))
  const answer = await ask({
    title: t('new'),
    content: wrongText(wrong),
    fields: [
      { name: 'services', label: t('new-service'), value: before.services ?? '', list, required: true },
      { name: 'started', label: t('new-started'), value: before.started ?? '' },
      { name: 'state', label: t('new-state'), value: before.state ?? 'ongoing', options: start.states },
      { name: 'source', label: t('new-source'), value: before.source ?? '' },
    ],
    actions: [{ value: 'create', label: t('create') }],
  })
  if (!answer) return
  const { values } = answer
  const services = (values.services ?? '').split(',').flatMap(typed => idOf(typed.trim(), start) || [])
  const { status, body } = await call<NewIncident>('POST', '/incidents', { ...values, services })
  if (status === 200) return session.leaveFor(body)
  return createIncident(start, session, body.error === 'moment' ? t('bad-moment') : t('refused'), values)
}

/** The id of a name as readers know it. */
function idOf(typed: string, { names }: StartData): string {
  const plain = typed.toLowerCase()
  return names.find(({ id, name }) => id === typed || name.toLowerCase() === plain)?.id ?? typed
}

/** Asks for another id, and opens the incident under it: the same file renamed, or a copy. */
export async function changeId(
  verb: 'rename' | 'duplicate',
  editor: Editor,
  session: Session,
  wrong = '',
): Promise<void> {
  const { id } = session
  if (id === undefined) return
  const answer = await ask({
    title: t(verb),
    content: [...(verb === 'rename' ? [t('rename-note')] : []), ...wrongText(wrong)],
    fields: [
      {
        name: 'to',
        label: t('new-id'),
        value: id,
        required: true,
        pattern: '\\d{4}-\\d{2}-\\d{2}-[a-z0-9]+(-[a-z0-9]+)*',
      },
    ],
    actions: [{ value: 'create', label: t(verb) }],
  })
  const to = answer?.values.to
  if (!to || (verb === 'rename' && (to === id || !(await session.save())))) return
  const { status, body } = await call<NewIncident>('POST', `/incidents/${id}/${verb}`, { to, text: editor.text() })
  if (status !== 200) {
    const why = body.error === 'taken' ? t('taken', { id: to }) : (body.diagnostics?.[0]?.message ?? t('refused'))
    return changeId(verb, editor, session, why)
  }
  if (verb === 'rename') session.forgetDraft(id)
  return session.leaveFor(body)
}

function wrongText(wrong: string): HTMLElement[] {
  return wrong === '' ? [] : [el('p', { class: 'wrong', role: 'alert' }, wrong)]
}
