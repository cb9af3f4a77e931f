/** A grammar checker's diagnostic of one text. */
export interface CheckerDiagnostic {
  readonly rule: string
  readonly found: string
  readonly message: string
}

/** Checks many texts of one language; the diagnostics come in the order of the texts. */
export type GrammarChecker = (texts: readonly string[]) => Promise<CheckerDiagnostic[][]>
