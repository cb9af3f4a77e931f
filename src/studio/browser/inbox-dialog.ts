import type { InboxData, ShownInboxItem } from '../api-types.ts'
import { call } from './api-client.ts'
import { byId, el, t } from './interface-messages.ts'
import { proseLines } from './prose-lines.ts'

/** Says on the button how much waits; without anything there is no button. */
export async function showInboxSize(): Promise<void> {
  const { status, body } = await call<{ size: number }>('GET', '/inbox/size')
  if (status === 200) show(body.size)
}

function show(size: number): void {
  const button = byId('inbox')
  button.hidden = size === 0
  button.textContent = t('inbox', { count: size })
}

/** What feeds made or would change, each with its difference in prose, and one click to take or to drop it. */
export async function openInbox(open: (id: string) => Promise<void>): Promise<void> {
  const dialog = byId<HTMLDialogElement>('list')
  const list = el('ul', { class: 'inbox' })
  const fill = ({ items }: InboxData) => {
    show(items.length)
    const decide = async (key: string, verb: 'take' | 'drop') => {
      const { status, body } = await call<InboxData>('POST', '/inbox', { key, verb })
      fill(status === 200 ? body : (await call<InboxData>('GET', '/inbox')).body)
      list.querySelector('button')?.focus()
    }
    const rows = items.map(item =>
      el(
        'li',
        { 'data-action': item.action },
        ...rowOf(
          item,
          verb => void decide(item.key, verb),
          () => dialog.close(item.id),
        ),
      ),
    )
    list.replaceChildren(...(rows.length > 0 ? rows : [el('li', {}, t('inbox-empty'))]))
  }
  fill((await call<InboxData>('GET', '/inbox')).body)
  dialog.replaceChildren(el('h2', {}, t('inbox-title')), list)
  dialog.returnValue = ''
  dialog.showModal()
  list.querySelector('button')?.focus()
  const id = await new Promise<string>(done =>
    dialog.addEventListener('close', () => done(dialog.returnValue), { once: true }),
  )
  if (id) await open(id)
}

const VERBS = { take: 'inbox-take', drop: 'inbox-drop', open: 'inbox-open' } as const

const ACTIONS = {
  new: 'inbox-new',
  changed: 'inbox-changed',
  conflict: 'inbox-conflict',
  proposal: 'inbox-proposal',
} as const

function rowOf(
  { id, action, prose }: ShownInboxItem,
  decide: (verb: 'take' | 'drop') => void,
  open: () => void,
): HTMLElement[] {
  const button = (name: keyof typeof VERBS, run: () => void) => {
    const one = el('button', { type: 'button', 'data-verb': name }, t(VERBS[name]))
    one.addEventListener('click', run)
    return one
  }
  return [
    el('p', {}, el('strong', {}, t(ACTIONS[action])), ` ${id}`),
    ...prose.flatMap(({ edition, changes }) =>
      changes.length === 0
        ? []
        : [el('h3', {}, edition), el('div', { class: 'prose', tabindex: '0' }, ...changes.flatMap(proseLines))],
    ),
    el(
      'div',
      { class: 'actions' },
      button('take', () => decide('take')),
      button('drop', () => decide('drop')),
      button('open', open),
    ),
  ]
}
