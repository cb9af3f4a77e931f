import type { GrammarChecker } from './checker-diagnostic.ts'

/** Harper (npm `harper.js`), which runs in this process. */
export async function openHarper(dialect: string): Promise<GrammarChecker | string> {
  const loaded = await load()
  if (loaded === undefined) return 'harper.js is not installed'
  const { LocalLinter, Dialect, binary } = loaded
  const linter = new LocalLinter({ binary, dialect: Dialect[dialect as keyof typeof Dialect] })
  await linter.setup()
  return async texts => {
    const remarks = []
    for (const text of texts) {
      const lints = await linter.organizedLints(text, { language: 'plaintext' })
      remarks.push(
        Object.entries(lints).flatMap(([rule, found]) =>
          found.map(lint => ({ rule, found: lint.get_problem_text(), message: lint.message() })),
        ),
      )
    }
    return remarks
  }
}

async function load() {
  try {
    const { LocalLinter, Dialect } = await import('harper.js')
    const { binary } = await import('harper.js/binary')
    return { LocalLinter, Dialect, binary }
  } catch {
    return undefined
  }
}
