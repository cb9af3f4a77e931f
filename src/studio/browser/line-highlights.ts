import type { Lines, ShownSentence } from '../api-types.ts'
import type { Editor } from './editor.ts'
import type { Pane } from './pane.ts'

/** What is lit in the code and in the articles, each showing what it owes to the other. */
export interface LineHighlights {
  /** Lights the sentences that use a line. */
  readonly line: (line: number) => void
  /** The pointer stands on a sentence, or on none: then the cursor's line is what counts. */
  readonly point: (sentence: ShownSentence | undefined) => void
  /** From the keyboard: the next sentence, and the cursor on its first line. */
  readonly step: (forward: boolean) => void
}

/** @param panes may be filled later */
export function openLineHighlights(editor: Editor, panes: readonly Pane[]): LineHighlights {
  let stepped = -1
  let pointed: ShownSentence | undefined

  function line(at: number): void {
    stepped = -1
    editor.light([])
    for (const pane of panes) pane.light(rests(at))
  }

  /** Lights the lines a sentence rests on, and the same facts in the other article. */
  function light(sentence: ShownSentence, scroll = false): void {
    editor.light(sentence.lines, true)
    const same = (one: Lines) => sentence.lines.some(({ first, last }) => first === one.first && last === one.last)
    for (const pane of panes) {
      const own = pane.sentences().includes(sentence)
      pane.light(other => (own ? other === sentence : other.part === sentence.part && other.lines.some(same)), scroll)
    }
  }

  return {
    line,
    point(sentence) {
      if (sentence === pointed) return
      pointed = sentence
      if (sentence) light(sentence)
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
      light(sentence, true)
      stepped = next
    },
  }
}

function rests(line: number): (sentence: ShownSentence) => boolean {
  return sentence => sentence.lines.some(({ first, last }) => line >= first && line <= last)
}
