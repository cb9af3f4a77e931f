import type { Leftover, LeftoverAnswer } from '../edit/leftovers.ts'
import { Usage } from './usage-error.ts'

/** The answers of the command line: `advice=remove`, `symptoms=keep`, `symptoms.0.fr=la page restait blanche`. */
export function answersTyped(
  typed: readonly string[],
  leftovers: readonly Leftover[],
): ReadonlyMap<Leftover, LeftoverAnswer> {
  const answers = new Map<Leftover, LeftoverAnswer>()
  for (const one of typed) {
    const [, name = '', answer = ''] = /^([^=]+)=(.*\S.*)$/s.exec(one) ?? []
    const meant = leftovers.flatMap(leftover => {
      const language = languageOf(name, leftover)
      return language !== undefined || isAbout(name, leftover) ? [{ leftover, language }] : []
    })
    if (meant.length === 0) {
      const known = leftovers.map(leftover => leftover.name).join(', ')
      throw new Usage('leftover', { value: one, known, ...(known === '' && { context: 'none' }) })
    }
    for (const { leftover, language } of meant)
      answers.set(leftover, answerOf(answer.trim(), language, answers.get(leftover)))
  }
  return answers
}

/** A field stands for everything below it, and `all` for everything. */
const isAbout = (name: string, leftover: Leftover): boolean =>
  name === 'all' || leftover.name === name || leftover.name.startsWith(`${name}.`)

const languageOf = (name: string, leftover: Leftover): string | undefined =>
  Object.keys(leftover.texts).find(language => name === `${leftover.name}.${language}`)

function answerOf(typed: string, language: string | undefined, before: LeftoverAnswer | undefined): LeftoverAnswer {
  const texts = before?.choice === 'past' ? before.texts : undefined
  if (language !== undefined) return { choice: 'past', texts: { ...texts, [language]: typed } }
  if (typed === 'keep' || typed === 'remove') return { choice: typed }
  if (typed === 'past') return { choice: 'past', ...(texts && { texts }) }
  if (/^\d{4}-\d{2}/.test(typed)) return { choice: 'past', at: typed }
  throw new Usage('leftover-answer', { value: typed })
}
