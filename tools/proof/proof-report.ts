import type { ProofDiagnostic } from './proof-diagnostic.ts'
import type { ProofReport } from './run-proof.ts'

/** Maximum number of causes shown. */
const SHOWN = 60

/**
 * The report as lines: causes by frequency, then the figures. Diagnostics that share a check and a wording are one
 * cause: shown once, with how often and where first.
 *
 * @param refused code of each error of the check, with an incident that has it
 */
export function report(
  { diagnostics, articles, words, missing }: ProofReport,
  refused: ReadonlyMap<string, string>,
  seconds: number,
): string[] {
  const causes = new Map<string, ProofDiagnostic[]>()
  for (const diagnostic of diagnostics) {
    const key = `${diagnostic.check} ${diagnostic.check.startsWith('facts') || ['spelling', 'crash'].includes(diagnostic.check) ? diagnostic.found : (diagnostic.wording ?? '')}`
    causes.set(key, [...(causes.get(key) ?? []), diagnostic])
  }
  const sorted = [...causes.values()].sort((one, other) => other.length - one.length)
  const perThousand = ((diagnostics.length / Math.max(words, 1)) * 1000).toFixed(3)
  return [
    ...sorted.slice(0, SHOWN).flatMap(shown),
    ...(sorted.length > SHOWN ? [`… and ${sorted.length - SHOWN} more causes`] : []),
    ...missing.map(one => `Not read: ${one}.`),
    ...[...refused].map(([code, id]) => `Refused by the check: ${code} (${id}).`),
    `${articles} articles, ${words} words: ${diagnostics.length} findings (${perThousand} per 1,000 words), ${sorted.length} causes, ${seconds.toFixed(0)} s`,
  ]
}

function shown(diagnostics: readonly ProofDiagnostic[]): string[] {
  const [first] = diagnostics
  if (!first) return []
  const { check, found, context, edition, incident, wording } = first
  return [
    `${diagnostics.length} × ${check}: ${found}`,
    `    ${context.slice(0, 240)}`,
    `    ${[edition, incident, wording].filter(Boolean).join(' · ')}`,
  ]
}
