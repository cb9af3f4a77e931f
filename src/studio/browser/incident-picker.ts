import { folded } from '../../foundation/folded-text.ts'
import type { IncidentOverview } from '../api-types.ts'
import { byId, el, t } from './interface-messages.ts'

/** The list of incidents, narrowed down by what is typed; returns the one chosen. */
export function pickIncident(overviews: readonly IncidentOverview[], language: string): Promise<string | undefined> {
  const dialog = byId<HTMLDialogElement>('list')
  const filter = el('input', {
    type: 'search',
    'aria-label': t('filter'),
    placeholder: t('filter'),
    autocomplete: 'off',
  })
  const list = el('ul')
  const show = () => {
    const words = folded(filter.value).split(/\s+/)
    const wanted = overviews.filter(card => {
      const text = folded([card.id, card.state ?? '', ...Object.values(card.headlines)].join(' '))
      return words.every(word => text.includes(word))
    })
    list.replaceChildren(
      ...wanted.map(card =>
        el(
          'li',
          {},
          rowOf(card, language, () => dialog.close(card.id)),
        ),
      ),
    )
  }
  filter.addEventListener('input', show)
  filter.addEventListener('keydown', event => {
    if (event.key === 'Enter') list.querySelector('button')?.click()
    else if (event.key === 'ArrowDown') list.querySelector('button')?.focus()
    else return
    event.preventDefault()
  })
  list.addEventListener('keydown', event => {
    const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key]
    if (!step) return
    event.preventDefault()
    const row = (event.target as Element).closest('li')?.[step as 'nextElementSibling']
    ;(row?.querySelector('button') ?? filter).focus()
  })
  show()
  dialog.replaceChildren(el('h2', {}, t('incidents')), filter, list)
  dialog.returnValue = ''
  dialog.showModal()
  filter.focus()
  return new Promise(done =>
    dialog.addEventListener('close', () => done(dialog.returnValue || undefined), { once: true }),
  )
}

function rowOf(card: IncidentOverview, language: string, chosen: () => void): HTMLElement {
  const headline = card.headlines[language] ?? Object.values(card.headlines)[0] ?? card.id
  const facts = [
    card.draft ? t('draft') : '',
    card.errors > 0 ? t('errors', { count: card.errors }) : '',
    card.warnings > 0 ? t('warnings', { count: card.warnings }) : '',
    card.missing.length > 0 ? t('missing', { languages: card.missing.join(', ') }) : '',
  ].filter(one => one !== '')
  const row = el(
    'button',
    { type: 'button' },
    el('span', { class: 'title' }, headline),
    el('span', { class: 'facts' }, card.state ?? t('unreadable')),
    el('span', { class: 'id' }, card.id),
    el('span', { class: 'facts' }, facts.join(' · ')),
  )
  row.addEventListener('click', chosen)
  return row
}
