import type { Sentence } from '../article/article.ts'
import { isByHand, messageOf } from '../article/sentence-by-hand.ts'
import type { Fix } from '../foundation/diagnostic.ts'

/**
 * The change of a file that puts a made sentence into it, for an editor to say it in other words; none for titles, which have
 * fields of their own, for what was typed already, and where `sentences` is written in a way that a line cannot be added to.
 */
export function inOwnWords(sentence: Sentence, language: string, text: string): Fix | undefined {
  const mark = messageOf(sentence)
  if (!mark || isByHand(sentence)) return undefined
  const lines = (indent: string) =>
    [`- tells: ${mark.tells}`, `  facts: ${mark.facts}`, `  ${language}: ${JSON.stringify(sentence.text)}`]
      .map(line => indent + line)
      .join('\n')
  const own = /^sentences:[ \t]*(?:#.*)?$/m.exec(text)
  if (!own && /^sentences\b/m.test(text)) return undefined
  if (!own)
    return {
      from: text.length,
      to: text.length,
      text: `${text.endsWith('\n') ? '' : '\n'}sentences:\n${lines('  ')}\n`,
    }
  const at = own.index + own[0].length
  const indent = /^\r?\n( *)- /.exec(text.slice(at))?.[1]
  return indent === undefined ? undefined : { from: at, to: at, text: `\n${lines(indent)}` }
}
