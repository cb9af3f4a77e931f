import { createInterface } from 'node:readline/promises'
import type { Leftover, LeftoverAnswer, PastMoments } from '../edit/leftovers.ts'
import { type Present, typedMoment } from '../edit/typed-moment.ts'
import type { Invocation } from './invocation.ts'
import type { Terminal } from './terminal.ts'

/** A leftover as it is asked about: with its line, and what stands there. */
export interface AskedLeftover {
  readonly leftover: Leftover
  readonly line: number
  readonly shown: string
}

/** What the questions are asked with. */
export interface LeftoverQuestions {
  readonly terminal: Terminal
  readonly editor: NonNullable<Invocation['editor']>
  readonly moments: PastMoments
  readonly present: Present
}

type Choice = LeftoverAnswer['choice']

/** Asks about each leftover, on the terminal; `undefined` when the editor gives up. */
export async function askedLeftovers(
  asked: readonly AskedLeftover[],
  { terminal, editor, moments, present }: LeftoverQuestions,
): Promise<ReadonlyMap<Leftover, LeftoverAnswer> | undefined> {
  const { say, note } = terminal
  const lines = createInterface({ input: editor.keyboard, output: editor.screen })
  const abort = new AbortController()
  lines.on('close', () => abort.abort())
  const ask = async (question: string) => (await lines.question(`${question} `, { signal: abort.signal })).trim()
  const choose = async (choices: readonly Choice[]): Promise<Choice> => {
    for (;;) {
      const words = choices.map(choice => say(`update.leftover.${choice}`))
      const typed = (
        await ask(say('update.leftover.ask', { choices: words.join(', '), usual: words[0] ?? '' }))
      ).toLowerCase()
      const found = typed === '' ? 0 : words.findIndex(word => word.startsWith(typed))
      const choice = choices[found]
      if (choice) return choice
      note(`${say('new.ask.again', { typed })}\n`)
    }
  }
  const pastOf = async (leftover: Leftover): Promise<LeftoverAnswer> => {
    const texts: Record<string, string> = {}
    for (const [language, text] of Object.entries(leftover.texts)) {
      const typed = await ask(say('update.leftover.clause', { language, text }))
      if (typed !== '') texts[language] = typed
    }
    if (leftover.kind === 'clause' || leftover.kind === 'estimate') return { choice: 'past', texts }
    const usual = leftover.kind === 'advice' ? moments.ended : moments.lastVersion
    const key = `update.leftover.${leftover.kind}`
    for (;;) {
      const typed = await ask(say(key, { usual: usual ?? '' }))
      const at = typed === '' ? undefined : typedMoment(typed, present)?.written
      if (at !== undefined) return { choice: 'past', at }
      if (typed === '' && usual !== undefined) return { choice: 'past' }
      note(`${say('new.ask.again', { typed })}\n`)
    }
  }
  try {
    const answers = new Map<Leftover, LeftoverAnswer>()
    for (const { leftover, line, shown } of asked) {
      note(`\n${say('update.leftover.head', { line, name: leftover.name, shown })}\n`)
      const choice = await choose(['keep', 'past', 'remove'])
      answers.set(leftover, choice === 'past' ? await pastOf(leftover) : { choice })
    }
    return answers
  } catch (error) {
    // Ctrl-C or Ctrl-D: nothing is written.
    if ((error as Error).name === 'AbortError') return undefined
    throw error
  } finally {
    lines.close()
  }
}
