import { readFileSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'

/** A stream that a command writes to; a terminal says that it is one. */
export interface OutputStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** All that a command may know of the process it runs in: a caller may hand in its own, and needs no process then. */
export interface Invocation {
  /** The folder in which the command line was typed. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly out: OutputStream
  readonly err: OutputStream
  /** All that comes in on standard input. */
  readonly input: () => Uint8Array
  /** Somebody who can be asked; absent where nobody sits there. */
  readonly editor?: { readonly keyboard: Readable; readonly screen: Writable }
  /** The present, in milliseconds. */
  readonly clock: () => number
  /** A signal that is given when the editor ends a command that goes on by itself. */
  readonly interrupted: () => AbortSignal
}

/** The command line as this process was called, ended by Ctrl-C. */
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
