import { difference } from '../../foundation/text-diff.ts'
import { byId, el, t } from './interface-messages.ts'

export interface DialogQuestion {
  readonly title: string
  readonly fields?: readonly Field[]
  readonly content?: readonly (Node | string)[]
  /** The first is the default action for Enter. */
  readonly actions: readonly { readonly value: string; readonly label: string }[]
}

export interface Field {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly options?: readonly string[]
  /** Suggestions for completion. */
  readonly list?: readonly { readonly value: string; readonly label: string }[]
  readonly required?: boolean
  readonly pattern?: string
}

/** Shows a dialog; `undefined` when the editor closes it. */
export function ask({
  title,
  fields = [],
  content = [],
  actions,
}: DialogQuestion): Promise<{ action: string; values: Record<string, string> } | undefined> {
  const dialog = byId<HTMLDialogElement>('ask')
  const form = el('form', { method: 'dialog' }, el('h2', {}, title), ...content, ...fields.map(fieldOf))
  const [main] = actions
  const buttons = actions.map(({ value, label }) =>
    el('button', { value, type: 'submit', ...(value === main?.value ? { class: 'main' } : {}) }, label),
  )
  const cancel = el('button', { type: 'button' }, t('cancel'))
  cancel.addEventListener('click', () => dialog.close(''))
  form.append(el('div', { class: 'actions' }, ...buttons.slice(0, 1), ...buttons.slice(1), cancel))
  dialog.setAttribute('aria-label', title)
  dialog.replaceChildren(form)
  dialog.returnValue = ''
  dialog.showModal()
  return new Promise(done => {
    dialog.addEventListener(
      'close',
      () => {
        const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]))
        done(dialog.returnValue === '' ? undefined : { action: dialog.returnValue, values })
      },
      { once: true },
    )
  })
}

function fieldOf({ name, label, value = '', options, list, required, pattern }: Field): HTMLElement {
  if (options) {
    const select = el('select', { name }, ...options.map(one => el('option', { value: one }, one)))
    select.value = value
    return el('label', {}, label, select)
  }
  const input = el('input', {
    name,
    value,
    autocomplete: 'off',
    ...(required && { required: '' }),
    ...(pattern && { pattern }),
  })
  if (!list) return el('label', {}, label, input)
  const id = `list-${name}`
  input.setAttribute('list', id)
  return el(
    'label',
    {},
    label,
    input,
    el('datalist', { id }, ...list.map(one => el('option', { value: one.value }, one.label))),
  )
}

/** Two texts side by side, with the differing lines marked. `from` says where the second one is. */
export function bothTexts(mine: string, theirs: string, from = t('other')): HTMLElement {
  const [left, right] = [el('pre', { tabindex: '0' }), el('pre', { tabindex: '0' })]
  for (const step of difference(mine.split('\n'), theirs.split('\n'), line => line)) {
    if (step.kind !== 'come') left.append(line(step.old, step.kind === 'gone' ? 'gone' : ''))
    if (step.kind !== 'gone') right.append(line(step.new, step.kind === 'come' ? 'come' : ''))
  }
  return el(
    'div',
    { class: 'both' },
    el('div', {}, el('h3', {}, t('yours')), left),
    el('div', {}, el('h3', {}, from), right),
  )
}

function line(text: string, kind: string): HTMLElement {
  return el('div', kind ? { class: kind } : {}, text === '' ? ' ' : text)
}
