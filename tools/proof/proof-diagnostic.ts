/** A mistake found by machine in a finished text. */
export interface ProofDiagnostic {
  /** Which check: `rule/elision`, `spelling`, `grammar/…`, `facts/untold`. */
  readonly check: string
  /** The wrong words. */
  readonly found: string
  /** The sentence around them, or what is missing. */
  readonly context: string
  readonly edition: string
  /** Id of the incident. */
  readonly incident: string
  /** The wording it was made from, if any. */
  readonly wording?: string
}

/** A mistake in one text: the wrong words and the check that found them. */
export interface TextDiagnostic {
  readonly check: string
  readonly found: string
}
