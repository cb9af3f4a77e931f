import type { Lines, ShownSentence } from '../api-types.ts'
import type { Pane } from './article-pane.ts'
import type { Editor } from './editor.ts'

/** Highlights in the code and in the articles, linking lines and sentences. */
export interface LineHighlights {
  /** Highlights the sentences based on a line. */
  readonly line: (line: number) => void
  /** The mouse is over a sentence, or over none: then the cursor's line counts. */
  readonly hover: (sentence: ShownSentence | undefined) => void
  /** From the keyboard: goes to the next sentence, and puts the cursor on its first line. */
  readonly step: (forward: boolean) => void
}

/** @param panes may be filled later */
export function openLineHighlights(editor: Editor, panes: readonly Pane[]): LineHighlights {
  let stepped = -1
  let pointed: ShownSentence | undefined

  function line(at: number): void {
    stepped = -1
    editor.highlight([])
    for (const pane of panes) pane.highlight(isBasedOn(at))
  }

  /** Highlights the lines of a sentence, and the same facts in the other article. */
  function highlight(sentence: ShownSentence, scroll = false): void {
    editor.highlight(sentence.lines, true)
    const same = (one: Lines) => sentence.lines.some(({ first, last }) => first === one.first && last === one.last)
    for (const pane of panes) {
      const own = pane.sentences().includes(sentence)
      pane.highlight(
        other => (own ? other === sentence : other.part === sentence.part && other.lines.some(same)),
        scroll,
      )
    }
  }

  return {
    line,
    hover(sentence) {
      if (sentence === pointed) return
      pointed = sentence
      if (sentence) highlight(sentence)
      else line(editor.line())
    },
    step(forward) {
      const sentences = panes[0]?.sentences() ?? []
      if (sentences.length === 0) return
      const next = (stepped + (forward ? 1 : -1) + sentences.length) % sentences.length
      const sentence = sentences[next]
      if (!sentence) return
      const [first] = sentence.lines
      if (first) editor.go(first.first)
      highlight(sentence, true)
      stepped = next
    },
  }
}

function isBasedOn(line: number): (sentence: ShownSentence) => boolean {
  return sentence => sentence.lines.some(({ first, last }) => line >= first && line <= last)
}
