import type { Preview, ShownDiagnostic } from '../api-types.ts'
import type { Editor } from './editor.ts'
import { byId, el, t } from './interface-messages.ts'

/** The diagnostics of the file, in the words of `check`, each linking to its line; with a fix where there is one. */
export function showDiagnostics(diagnostics: readonly ShownDiagnostic[], editor: Editor): void {
  const place = byId('problems')
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const counts = [
    ...(errors > 0 ? [t('errors', { count: errors })] : []),
    ...(diagnostics.length > errors ? [t('warnings', { count: diagnostics.length - errors })] : []),
  ]
  fill(
    place,
    counts.join(', ') || t('no-problems'),
    diagnostics.map(diagnostic => diagnosticRow(diagnostic, editor)),
  )
}

function diagnosticRow(diagnostic: ShownDiagnostic, editor: Editor): HTMLElement {
  const { line, message, hint, severity, fix, code } = diagnostic
  const words = el(
    'button',
    { type: 'button', title: code },
    el('span', { class: 'mark', 'aria-hidden': 'true' }, severity === 'error' ? '● ' : '▲ '),
    ...(line === null ? [] : [el('span', { class: 'where' }, `${t('line', { line })} `)]),
    message,
    ...(hint === null ? [] : [el('span', { class: 'hint' }, hint)]),
  )
  words.addEventListener('click', () => editor.go(line ?? 1))
  const row = el('li', { class: severity }, words)
  if (fix) {
    const button = el('button', { type: 'button', class: 'fix' }, t('fix'))
    button.addEventListener('click', () => editor.edit(fix))
    row.append(button)
  }
  return row
}

/** What the end of the story has overtaken: one click keeps it, marks it as past, or takes it out. */
export function showLeftovers(leftovers: Preview['leftovers'], text: string, editor: Editor): void {
  const lines = text.split('\n')
  const open = leftovers.filter(({ line }) => !settled.has(lines[line - 1] ?? ''))
  const rows = open.map(({ line, past, remove }) => {
    const shown = lines[line - 1] ?? ''
    const words = el(
      'button',
      { type: 'button' },
      el('span', { class: 'where' }, `${t('line', { line })} `),
      shown.trim(),
    )
    words.addEventListener('click', () => editor.go(line))
    const row = el('li', {}, words)
    const keep = el('button', { type: 'button', class: 'keep' }, t('leftover-keep'))
    keep.addEventListener('click', () => {
      settled.add(shown)
      row.remove()
      byId('leftovers').hidden = byId('leftovers').querySelector('li') === null
    })
    row.append(keep)
    for (const [label, fix] of [
      [t('leftover-past'), past],
      [t('leftover-remove'), remove],
    ] as const) {
      if (!fix) continue
      const button = el('button', { type: 'button', class: 'fix' }, label)
      button.addEventListener('click', () => editor.edit(fix))
      row.append(button)
    }
    return row
  })
  byId('leftovers').hidden = open.length === 0
  fill(byId('leftovers'), String(open.length), rows)
}

/** Lines that an editor keeps as they are. */
const settled = new Set<string>()

/** Facts of the file that no article tells, each linking to its line. */
export function showUntold(untold: Preview['untold'], text: string, editor: Editor): void {
  const lines = text.split('\n')
  const rows = untold.map(({ first }) => {
    const button = el(
      'button',
      { type: 'button' },
      el('span', { class: 'where' }, `${t('line', { line: first })} `),
      (lines[first - 1] ?? '').trim(),
    )
    button.addEventListener('click', () => editor.go(first))
    return el('li', {}, button)
  })
  fill(byId('untold'), untold.length === 0 ? t('no-untold') : String(untold.length), rows)
}

/** Facts by rank, with what makes them news; one click lets another lead. */
export function showRanks(ranks: Preview['ranks'], editor: Editor): void {
  const rows = ranks.map(({ angle, total, values, leads, choose }) => {
    const why = values.map(value => t(`news-${value}`)).join(', ')
    const row = el(
      'li',
      leads ? { 'aria-current': 'true' } : {},
      el('span', { class: 'where' }, `${leads ? '→ ' : ''}${total} `),
      `${angle} – ${why}`,
    )
    if (choose) {
      const button = el('button', { type: 'button', class: 'fix' }, t('lead-with'))
      button.addEventListener('click', () => editor.edit(choose))
      row.append(button)
    }
    return row
  })
  fill(byId('ranks'), String(ranks.length), rows)
}

function fill(place: HTMLElement, count: string, rows: readonly HTMLElement[]): void {
  const counter = place.querySelector('.count')
  if (counter && counter.textContent !== count) counter.textContent = count
  place.querySelector('ol')?.replaceChildren(...rows)
}

/** The text has changed: diagnostics are out of date until the next preview. */
export function outdate(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('#problems .fix, #leftovers .fix, #ranks .fix'))
    button.disabled = true
}
