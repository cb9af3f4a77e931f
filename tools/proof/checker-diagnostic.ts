/** What a grammar checker says of one text. */
export interface CheckerDiagnostic {
  readonly rule: string
  readonly found: string
  readonly message: string
}

/** Reads many texts of one language; the remarks come in the order of the texts. */
export type Grammarian = (texts: readonly string[]) => Promise<CheckerDiagnostic[][]>
