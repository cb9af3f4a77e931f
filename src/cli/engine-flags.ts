import { setFlagsFromString } from 'node:v8'

/**
 * V8 flags for the whole program: what runs a few times is not compiled for a million, and fewer functions are inlined into
 * others (by default up to 920 bytes). A story runs once through more code than most programs have, so that the engine would
 * spend more on making it fast than that saves. An engine that does not know a flag prints a warning and goes on.
 */
export const engineFlags = ['--interrupt-budget=300000', '--max-inlined-bytecode-size-cumulative=150'] as const

/** Sets the engine for a program that runs once: before its code is read. */
export function setEngine(): void {
  for (const flag of engineFlags) setFlagsFromString(flag)
}
