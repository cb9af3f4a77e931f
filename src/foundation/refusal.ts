/**
 * Why a command cannot do its work at all: a folder, a lock or a disk, not an incident. The command line words it from
 * `cli.json` (`refused.<code>`) in one line and ends with 1; earlier output stays whole.
 */
export class Refusal extends Error {
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>

  constructor(code: string, facts: Readonly<Record<string, string | number>>, cause?: unknown) {
    super(`${code} ${JSON.stringify(facts)}`, { cause })
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }
}

/** An error of the system as a refusal: `ENOSPC` is a full disk, `EACCES` a folder without write permission. */
export function systemRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  const { code, path, syscall } = error as NodeJS.ErrnoException
  if (typeof code !== 'string' || typeof syscall !== 'string') return undefined
  const known: Readonly<Record<string, string>> = {
    ENOSPC: 'full',
    EDQUOT: 'full',
    EACCES: 'denied',
    EPERM: 'denied',
    EROFS: 'denied',
    EMFILE: 'too-many-files',
    ENFILE: 'too-many-files',
  }
  return new Refusal(known[code] ?? 'system', { path: path ?? '', reason: code, call: syscall }, error)
}
