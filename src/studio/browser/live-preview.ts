import type { Preview } from '../api-types.ts'
import { call, Gone } from './api-client.ts'
import type { Pane } from './article-pane.ts'
import { showDiagnostics, showLeftovers, showRanks, showUntold } from './diagnostic-list.ts'
import type { Editor } from './editor.ts'
import { byId, el } from './interface-messages.ts'
import type { LineHighlights } from './line-highlights.ts'
import type { Session } from './session.ts'

/** Requests previews of the current text, and shows them. */
export interface LivePreview {
  /**
   * Requests a preview. While one is running only the latest text waits.
   *
   * @param since when the text changed, in milliseconds of `performance`: measures how long an editor waits
   */
  readonly refresh: (since?: number) => Promise<void>
  /** Whether it shows the text as it stands, in the file's own state: then its changes apply to it. */
  readonly isCurrent: () => boolean
  /** Returns to the file's own state, after another was tried. */
  readonly reset: () => void
}

/** The parts of the page that show a preview or hold its options. */
export interface LivePreviewParts {
  readonly editor: Editor
  /** May be filled later. */
  readonly panes: readonly Pane[]
  readonly highlights: LineHighlights
  readonly session: () => Session
  /** States that can be tried. */
  readonly states: readonly string[]
}

export function openLivePreview({ editor, panes, highlights, session, states }: LivePreviewParts): LivePreview {
  const length = byId<HTMLSelectElement>('length')
  const state = byId<HTMLSelectElement>('state')
  for (const one of states) state.append(el('option', { value: one }, one))
  length.addEventListener('change', () => void refresh())
  state.addEventListener('change', () => void refresh())
  let running = false
  let shown: string | undefined
  let wanted: { since: number | undefined } | undefined

  async function refresh(since?: number): Promise<void> {
    wanted = { since: wanted?.since ?? since }
    if (running) return
    running = true
    try {
      for (let id = session().id; wanted && id !== undefined; id = session().id) {
        const { since: begun } = wanted
        wanted = undefined
        await previewOnce(id, begun)
      }
    } catch (error) {
      if (!(error instanceof Gone)) throw error
      session().gone()
    } finally {
      running = false
    }
  }

  async function previewOnce(id: string, since: number | undefined): Promise<void> {
    const text = editor.text()
    const trial = state.value === '' ? null : state.value
    const editions = panes.map(pane => pane.edition())
    const asked = { id, text, editions, length: length.value, state: trial }
    const { status, body } = await call<Preview>('POST', '/preview', asked)
    if (status !== 200 || session().id !== id) return
    for (const [at, pane] of panes.entries()) {
      const page = body.pages[at]
      pane.trial(trial !== null || length.value !== 'article')
      if (page) pane.show(page)
      else pane.stale()
    }
    shown = trial === null ? text : undefined
    // A reply about an older text would underline the wrong words.
    if (text === editor.text()) {
      editor.diagnostics(body.diagnostics, text)
      showDiagnostics(body.diagnostics, editor)
      showLeftovers(body.leftovers, text, editor)
      showUntold(body.untold, text, editor)
      showRanks(body.ranks, editor)
      highlights.line(editor.line())
    }
    if (since === undefined) return
    requestAnimationFrame(() => performance.measure('preview', { start: since, end: performance.now() }))
  }

  return {
    refresh,
    isCurrent: () => shown === editor.text(),
    reset() {
      state.value = ''
    },
  }
}
