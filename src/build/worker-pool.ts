import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { IncidentFile } from '../incident/list-incidents.ts'
import type { RealisedSummary, WriteRequest, Writer, WrittenFile } from './incident-writer.ts'

/** What a worker needs to open the same newsroom. */
export interface WorkerSetup {
  readonly root: string
  /** Folder of the program, with the default templates and locales. */
  readonly defaults: string
  readonly editions: readonly string[]
  /** The present, in milliseconds. */
  readonly now: number
  /** The output folder as it stands, real path. */
  readonly out: string
  /** The staging folder. */
  readonly staging: string
}

/** A request to a worker; `number` comes back with the reply. */
export interface WorkerRequest {
  readonly number: number
  readonly realise?: readonly IncidentFile[]
  readonly write?: WriteRequest
}

export type WorkerReply =
  | { readonly number: number; readonly summaries: readonly RealisedSummary[] }
  | { readonly number: number; readonly written: readonly WrittenFile[] }
  | { readonly number: number; readonly failed: true }

/** The worker's entry point; in development the sources run as they are. */
const THREAD = import.meta.url.endsWith('.ts') ? './worker-thread.ts' : './worker-thread.js'

/** With fewer incidents than this, one thread is done before a worker is ready. */
export const MANY = 150

/** Default maximum of threads: each holds the newsroom's names and messages in memory again. */
const MOST = 3

/**
 * How many threads a build of so many incidents should use, this one included.
 *
 * @param asked maximum; by default the number of processors, up to three
 */
export function threadsFor(incidents: number, asked?: number): number {
  return incidents < MANY ? 1 : (asked ?? Math.min(availableParallelism(), MOST))
}

/** MiB. A worker needs a third of this; without a limit it would let garbage grow to three times as much. */
const LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 48 } as const

/** Opens a writer in a worker. Its requests fail when the worker does, and from then on. */
export function openWorker(setup: WorkerSetup): Writer {
  const waiting = new Map<number, { resolve: (answer: WorkerReply) => void; reject: (error: Error) => void }>()
  let asked = 0
  let lost: Error | undefined
  const lose = (error: Error) => {
    lost ??= error
    for (const { reject } of waiting.values()) reject(lost)
    waiting.clear()
  }
  const thread = started(setup, lose)
  thread?.on('message', (answer: WorkerReply) => {
    const question = waiting.get(answer.number)
    waiting.delete(answer.number)
    if ('failed' in answer) question?.reject(new Error('A thread could not do it.'))
    else question?.resolve(answer)
  })
  thread?.on('error', lose)
  thread?.on('exit', () => lose(new Error('A thread has ended.')))
  const ask = (question: Omit<WorkerRequest, 'number'>): Promise<WorkerReply> => {
    if (lost) return Promise.reject(lost)
    asked += 1
    const number = asked
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve, reject })
      thread?.postMessage({ ...question, number })
    })
  }
  return {
    async realise(files) {
      const answer = await ask({ realise: files })
      return 'summaries' in answer ? answer.summaries : []
    },
    async write(request) {
      const answer = await ask({ write: request })
      return 'written' in answer ? answer.written : []
    },
    async close() {
      waiting.clear()
      await thread?.terminate()
    },
  }
}

/** The worker, unless the system cannot start one. */
function started(setup: WorkerSetup, lose: (error: Error) => void): Worker | undefined {
  try {
    return new Worker(new URL(THREAD, import.meta.url), { workerData: setup, resourceLimits: LIMITS })
  } catch (error) {
    lose(error as Error)
    return undefined
  }
}
