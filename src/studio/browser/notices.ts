import { byId, el } from './interface-messages.ts'

export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

/** Shows a notice; another of the same kind replaces it. */
export function notice(kind: string, text: string, ...actions: readonly NoticeAction[]): void {
  clear(kind)
  const buttons = actions.map(({ label, run }) => {
    const button = el('button', { type: 'button' }, label)
    button.addEventListener('click', run)
    return button
  })
  byId('notices').append(el('p', { 'data-kind': kind }, text, ...buttons))
}

export function clear(kind: string): void {
  byId('notices').querySelector(`[data-kind="${kind}"]`)?.remove()
}
