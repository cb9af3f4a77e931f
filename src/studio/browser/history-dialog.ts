import type { ShownVersion } from '../api-types.ts'
import { call } from './api-client.ts'
import { byId, el, t } from './interface-messages.ts'
import { proseLines } from './prose-lines.ts'
import type { Session } from './session.ts'

/** The versions of the open incident since the studio was started, each with what its articles said anew; one click takes one back. */
export async function openHistory(session: Session): Promise<void> {
  const { id } = session
  if (id === undefined) return
  const { body } = await call<{ versions: readonly ShownVersion[] }>('GET', `/incidents/${id}/versions`)
  const dialog = byId<HTMLDialogElement>('list')
  const rows = body.versions.map((version, at) =>
    rowOf(version, at === body.versions.length - 1, () => {
      dialog.close('')
      session.restore(version.text)
    }),
  )
  dialog.replaceChildren(el('h2', {}, t('versions-title')), el('ul', { class: 'inbox' }, ...rows))
  dialog.returnValue = ''
  dialog.showModal()
  dialog.querySelector('button')?.focus()
}

const hours = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium' })

function rowOf({ at, prose }: ShownVersion, isFirst: boolean, restore: () => void): HTMLElement {
  const back = el('button', { type: 'button', 'data-verb': 'restore' }, t('versions-back'))
  back.addEventListener('click', restore)
  const told = prose.flatMap(({ edition, changes }) =>
    changes.length === 0
      ? []
      : [el('h3', {}, edition), el('div', { class: 'prose', tabindex: '0' }, ...changes.flatMap(proseLines))],
  )
  const note = isFirst ? t('versions-first') : t('versions-same')
  return el(
    'li',
    {},
    el('p', {}, el('strong', {}, hours.format(new Date(at)))),
    ...(told.length > 0 ? told : [el('p', {}, note)]),
    el('div', { class: 'actions' }, back),
  )
}
