/** Something an editor can fix: what, where, and the facts for its message. Bugs are thrown instead. */
export interface Diagnostic {
  /** Permanent code, such as `time/ends-before-it-starts`: editors search for it, tests compare it. */
  readonly code: string
  readonly severity: Severity
  /** Where it is. A diagnostic of the whole newsroom (a missing template) has a file and no position. */
  readonly place: Place
  /** The slots of the message and the hint in `locales/<lang>/problems.json`. */
  readonly facts: Readonly<Record<string, DiagnosticFact>>
  /** The exact replacement of the text at `place`, when there is one safe fix (`check --fix`). */
  readonly fix?: Fix
}

/** A word of the file or of the program; or a name that is told in the language of the messages, by language. */
export type DiagnosticFact = string | number | Readonly<Record<string, string>>

export type Severity = 'error' | 'warning'

/** A place in a file as an editor counts it: lines and columns start at 1; `length` is in UTF-16 units. */
export interface Place {
  /** Path relative to the workspace, with `/`. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly length?: number
}

/** Replaces the text between two offsets (UTF-16 units from the start of the file). */
export interface Fix {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Whether it keeps something from being told; what is none is a warning. */
export function isError({ severity }: Pick<Diagnostic, 'severity'>): boolean {
  return severity === 'error'
}
