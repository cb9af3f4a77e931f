import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  startCompletion,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, HighlightStyle, indentService, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Annotation, EditorState, StateEffect, StateField, Transaction } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  hoverTooltip,
  keymap,
  lineNumbers,
  rectangularSelection,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Lines, ShownDiagnostic } from '../api-types.ts'
import { type Knowledge, noteOver, offersAt } from '../complete/completions.ts'
import { indentAfter } from '../complete/indent.ts'
import { el, t } from './interface-messages.ts'
import { changesBetween } from './merge-texts.ts'

export interface EditorEvents {
  /** The editor typed. `at` is when, in milliseconds of `performance`. */
  readonly changed: (at: number) => void
  /** The cursor is on another line. */
  readonly moved: (line: number) => void
  readonly save: () => void
  readonly step: (forward: boolean) => void
}

export interface Editor {
  readonly text: () => string
  /** Opens another file, with an empty undo history. */
  readonly open: (text: string) => void
  /** Replaces the text; it can be undone. */
  readonly replace: (text: string) => void
  /** Replaces the text by one with changes of others: the cursor stays at its words, and undo goes back to what was typed. */
  readonly bringIn: (text: string) => void
  readonly edit: (change: { from: number; to: number; text: string }) => void
  /** Underlines diagnostics; `text` is what they were found in: their fixes apply to no other. */
  readonly diagnostics: (diagnostics: readonly ShownDiagnostic[], text: string) => void
  /** Highlights lines; `reveal` scrolls to the first when none is visible. */
  readonly highlight: (lines: readonly Lines[], reveal?: boolean) => void
  readonly go: (line: number) => void
  readonly line: () => number
  readonly focus: () => void
}

const highlighted = StateEffect.define<readonly Lines[]>()
const fromOutside = Annotation.define<boolean>()
const highlightedLine = Decoration.line({ class: 'cm-lit' })

const highlightField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    let result = value.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (!effect.is(highlighted)) continue
      const { doc } = transaction.state
      const numbers = new Set<number>()
      for (const { first, last } of effect.value) {
        for (let line = first; line <= Math.min(last, doc.lines); line++) numbers.add(line)
      }
      result = Decoration.set(
        [...numbers].sort((a, b) => a - b).map(line => highlightedLine.range(doc.line(line).from)),
      )
    }
    return result
  },
  provide: field => EditorView.decorations.from(field),
})

/** The code editor: YAML with completion and hover, and the diagnostics of `check` underlined. */
export function openEditor(parent: HTMLElement, knowledge: Knowledge, events: EditorEvents): Editor {
  const nonce = document.querySelector('meta[name=style-nonce]')?.getAttribute('content') ?? ''
  const extensions = [
    EditorView.cspNonce.of(nonce),
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    rectangularSelection(),
    indentUnit.of('  '),
    indentService.of((context, offset) => indentAfter(context.lineAt(offset, -1).text)),
    yaml(),
    syntaxHighlighting(colours),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    autocompletion({ override: [context => completions(context, knowledge)], activateOnTyping: true, icons: false }),
    hoverTooltip((view, offset) => hover(view, offset, knowledge)),
    lintGutter(),
    highlightField,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': t('editor'), spellcheck: 'false' }),
    EditorState.allowMultipleSelections.of(true),
    keymap.of([
      { key: 'Mod-s', preventDefault: true, run: done(events.save) },
      { key: 'F7', run: done(() => events.step(true)), shift: done(() => events.step(false)) },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
    look,
    EditorView.updateListener.of(update => {
      if (update.docChanged && !update.transactions.some(one => one.annotation(fromOutside))) {
        events.changed(performance.now())
      }
      if (!update.selectionSet && !update.docChanged) return
      const line = update.state.doc.lineAt(update.state.selection.main.head).number
      const before = update.startState.doc.lineAt(update.startState.selection.main.head).number
      if (line !== before) events.moved(line)
    }),
  ]
  const view = new EditorView({ parent, state: EditorState.create({ doc: '', extensions }) })
  const headLine = () => view.state.doc.lineAt(view.state.selection.main.head).number
  return {
    text: () => view.state.doc.toString(),
    open: text => view.setState(EditorState.create({ doc: text, extensions })),
    replace: text => view.dispatch({ changes: changesTo(view, text), annotations: fromOutside.of(true) }),
    bringIn: text =>
      view.dispatch({
        changes: changesTo(view, text),
        annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
      }),
    edit({ from, to, text }) {
      view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length } })
      view.focus()
    },
    diagnostics: (diagnostics, text) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          diagnostics.map(one => diagnostic(one, view, text)),
        ),
      ),
    highlight(lines, reveal = false) {
      const [first] = lines
      const { doc } = view.state
      const scroll =
        reveal && first
          ? [EditorView.scrollIntoView(doc.line(Math.min(first.first, doc.lines)).from, { y: 'nearest', yMargin: 60 })]
          : []
      view.dispatch({ effects: [highlighted.of(lines), ...scroll] })
    },
    go(line) {
      const { doc } = view.state
      const { from, text } = doc.line(Math.max(1, Math.min(line, doc.lines)))
      const anchor = from + (/^[ \t]*(?:- )*/.exec(text)?.[0].length ?? 0)
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
      view.focus()
    },
    line: headLine,
    focus: () => view.focus(),
  }
}

const changesTo = (view: EditorView, text: string) => changesBetween(view.state.doc.toString(), text)

/** A key binding that always consumes the key. */
function done(work: () => void): () => boolean {
  return () => {
    work()
    return true
  }
}

function diagnostic(diagnostic: ShownDiagnostic, view: EditorView, text: string): Diagnostic {
  const { length } = view.state.doc
  const { severity, message, hint, code, fix } = diagnostic
  const from = Math.min(diagnostic.from, length)
  const to = Math.min(Math.max(diagnostic.to, from), length)
  return {
    from,
    to,
    severity,
    source: code,
    message: hint === null ? message : `${message}\n${hint}`,
    ...(fix && {
      actions: [
        {
          name: t('fix'),
          apply: target => {
            if (target.state.doc.toString() !== text) return
            target.dispatch({ changes: { from: fix.from, to: fix.to, insert: fix.text } })
          },
        },
      ],
    }),
  }
}

function completions(context: CompletionContext, knowledge: Knowledge): CompletionResult | null {
  const found = offersAt(context.state.doc.toString(), context.pos, knowledge)
  if (!found || found.offers.length === 0) return null
  const typed = context.state.sliceDoc(found.from, context.pos)
  if (!context.explicit && typed === '') return null
  return {
    from: found.from,
    validFor: /^[\p{L}\p{N}_.:+-]*$/u,
    options: found.offers.map(({ label, insert, detail, note, kind }, rank) => ({
      label,
      detail,
      type: kind,
      boost: -rank / 100,
      ...(note && { info: () => el('div', { class: 'note' }, note) }),
      apply: (view, _completion, from, to) => {
        view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length } })
        // After a field its values are suggested at once.
        if (insert.endsWith(': ')) startCompletion(view)
      },
    })),
  }
}

function hover(view: EditorView, offset: number, knowledge: Knowledge) {
  const found = noteOver(view.state.doc.toString(), offset, knowledge)
  if (!found) return null
  return {
    pos: found.from,
    end: found.to,
    create: () => ({ dom: el('div', { class: 'note' }, el('strong', {}, found.title), el('div', {}, found.note)) }),
  }
}

const colours = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: 'var(--link)', fontWeight: '600' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--good)' },
  { tag: [tags.separator, tags.punctuation, tags.bracket], color: 'var(--quiet)' },
  { tag: tags.invalid, color: 'var(--error)' },
])

const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--back)', color: 'var(--quiet)', borderRight: '1px solid var(--rule)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--link) 7%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--link) 14%, transparent)' },
  '.cm-lit': { backgroundColor: 'var(--lit)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--link) 26%, transparent)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--back)',
    color: 'var(--ink)',
    border: '1px solid var(--rule)',
    borderRadius: '4px',
  },
  '.cm-tooltip .note': {
    padding: '0.4rem 0.6rem',
    maxWidth: '24rem',
    whiteSpace: 'pre-line',
    fontFamily: 'var(--sans)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--link)', color: 'var(--paper)' },
  '.cm-completionDetail': { color: 'inherit', opacity: '0.75', fontFamily: 'var(--sans)' },
  '.cm-diagnostic': { whiteSpace: 'pre-line', fontFamily: 'var(--sans)' },
  '.cm-diagnosticAction': { backgroundColor: 'var(--accent)', color: 'var(--paper)' },
  '.cm-panels': { backgroundColor: 'var(--back)', color: 'var(--ink)' },
})
