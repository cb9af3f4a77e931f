/** Something a machine reader would have corrected in a finished text. */
export interface ProofDiagnostic {
  /** Which check: `rule/elision`, `spelling`, `grammar/…`, `facts/untold`. */
  readonly check: string
  /** The words at fault. */
  readonly found: string
  /** The sentence around them, or what is missing. */
  readonly context: string
  readonly edition: string
  /** Id of the incident. */
  readonly incident: string
  /** Which wording said it, where one did. */
  readonly wording?: string
}

/** What a reader finds in one text: the words at fault and which check found them. */
export interface TextDiagnostic {
  readonly check: string
  readonly found: string
}
