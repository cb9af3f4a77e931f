import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { IncidentFile } from '../incident/list-incidents.ts'
import type { Filed, Filing, Told, Writer } from './writer.ts'

/** What a thread must know to open the same newsroom. */
export interface Brief {
  readonly root: string
  /** Folder of the program, which lends templates and locales. */
  readonly lender: string
  readonly editions: readonly string[]
  /** The present, in milliseconds. */
  readonly now: number
  /** The output folder as it stands, real path. */
  readonly out: string
  /** Where the output is prepared. */
  readonly staging: string
}

/** What a thread is asked; `number` comes back with the answer. */
export interface Question {
  readonly number: number
  readonly tell?: readonly IncidentFile[]
  readonly write?: Filing
}

export type Answer =
  | { readonly number: number; readonly told: readonly Told[] }
  | { readonly number: number; readonly filed: readonly Filed[] }
  | { readonly number: number; readonly failed: true }

/** Fewer incidents than these are told sooner by one thread than a second one is ready. */
export const MANY = 150

/** Threads that are used where nothing else is asked for: each holds the newsroom's names and words in memory again. */
const MOST = 3

/**
 * How many threads a build of so many incidents is worth, this one included.
 *
 * @param asked how many it may use; by default as many as there are processors, up to three
 */
export function threadsFor(incidents: number, asked?: number): number {
  return incidents < MANY ? 1 : (asked ?? Math.min(availableParallelism(), MOST))
}

/** MiB. A thread lives on a third of this; without a limit it would let waste pile up to three times as much. */
const LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 48 } as const

/** Opens a writer in a thread of its own. What it is asked fails when the thread does, and ever after. */
export function openThread(brief: Brief): Writer {
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>()
  let asked = 0
  let lost: Error | undefined
  const lose = (error: Error) => {
    lost ??= error
    for (const { reject } of waiting.values()) reject(lost)
    waiting.clear()
  }
  const thread = started(brief, lose)
  thread?.on('message', (answer: Answer) => {
    const question = waiting.get(answer.number)
    waiting.delete(answer.number)
    if ('failed' in answer) question?.reject(new Error('A thread could not do it.'))
    else question?.resolve(answer)
  })
  thread?.on('error', lose)
  thread?.on('exit', () => lose(new Error('A thread has ended.')))
  const ask = (question: Omit<Question, 'number'>): Promise<Answer> => {
    if (lost) return Promise.reject(lost)
    asked += 1
    const number = asked
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve, reject })
      thread?.postMessage({ ...question, number })
    })
  }
  return {
    async tell(files) {
      const answer = await ask({ tell: files })
      return 'told' in answer ? answer.told : []
    },
    async write(filing) {
      const answer = await ask({ write: filing })
      return 'filed' in answer ? answer.filed : []
    },
    async close() {
      waiting.clear()
      await thread?.terminate()
    },
  }
}

/** The thread, unless the system has none to give. */
function started(brief: Brief, lose: (error: Error) => void): Worker | undefined {
  try {
    return new Worker(new URL('./writer-thread.js', import.meta.url), { workerData: brief, resourceLimits: LIMITS })
  } catch (error) {
    lose(error as Error)
    return undefined
  }
}
