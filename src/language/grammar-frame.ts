import type { Locale } from './locale.ts'
import { joinWord } from './phrase.ts'

type FramePiece = string | { readonly words: string; readonly slot: string }

const parsed = new Map<string, readonly FramePiece[]>()

/**
 * Fills a frame of the grammar: « {weekday} {clock} », « près {de duration} » (the word contracts with the slot's
 * text). An empty slot leaves no double space. Throws for a missing slot: the grammar's validation rules that out.
 */
export function fillFrame(locale: Locale, frame: string, slots: Readonly<Record<string, string>>): string {
  let text = ''
  for (const piece of pieces(frame)) {
    if (typeof piece === 'string') {
      text += piece
      continue
    }
    const value = slots[piece.slot]
    if (value === undefined) throw new Error(`nothing fills {${piece.slot}} in "${frame}" (${locale.edition.id})`)
    text += value === '' || piece.words === '' ? value : joinWord(locale, piece.words, value)
  }
  return text.replace(/ {2,}/g, ' ').trim()
}

function pieces(frame: string): readonly FramePiece[] {
  let found = parsed.get(frame)
  if (!found) {
    found = frame
      .split(/(\{[^{}]*\})/)
      .filter(part => part !== '')
      .map(piece)
    parsed.set(frame, found)
  }
  return found
}

function piece(part: string): FramePiece {
  if (!part.startsWith('{')) return part
  const inside = part.slice(1, -1).trim()
  const space = inside.lastIndexOf(' ')
  return { words: space < 0 ? '' : inside.slice(0, space), slot: inside.slice(space + 1) }
}
