import { readFileSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'

/** An output stream of a command; a terminal says that it is one. */
export interface OutputStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Everything a command may know of its process: a caller may pass its own, and then needs no process. */
export interface Invocation {
  /** The current folder. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly out: OutputStream
  readonly err: OutputStream
  /** The whole standard input. */
  readonly input: () => Uint8Array
  /** Where questions are asked; absent without a terminal. */
  readonly editor?: { readonly keyboard: Readable; readonly screen: Writable }
  /** The present, in milliseconds. */
  readonly clock: () => number
  /** A signal for Ctrl-C, for commands that run until then. */
  readonly interrupted: () => AbortSignal
}

/** The invocation of this process, interrupted by Ctrl-C. */
export function invocationOfProcess(): Invocation {
  return {
    folder: process.cwd(),
    environment: process.env,
    out: process.stdout,
    err: process.stderr,
    input: () => readFileSync(0),
    ...(process.stdin.isTTY === true && { editor: { keyboard: process.stdin, screen: process.stderr } }),
    clock: Date.now,
    interrupted() {
      const ending = new AbortController()
      process.once('SIGINT', () => ending.abort())
      process.once('SIGTERM', () => ending.abort())
      return ending.signal
    },
  }
}
