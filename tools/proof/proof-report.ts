import type { ProofDiagnostic } from './proof-diagnostic.ts'
import type { ProofReport } from './run-proof.ts'

/** Most causes that are shown. */
const SHOWN = 60

/**
 * The report as lines: causes by how often they strike, then the figures. Findings that share a check and a wording are one
 * cause: shown once, with how often and where first.
 *
 * @param refused code of each complaint of the check, with an incident that it refused
 */
export function report(
  { findings, articles, words, missing }: ProofReport,
  refused: ReadonlyMap<string, string>,
  seconds: number,
): string[] {
  const causes = new Map<string, ProofDiagnostic[]>()
  for (const finding of findings) {
    const key = `${finding.check} ${finding.check.startsWith('facts') || ['spelling', 'crash'].includes(finding.check) ? finding.found : (finding.wording ?? '')}`
    causes.set(key, [...(causes.get(key) ?? []), finding])
  }
  const sorted = [...causes.values()].sort((one, other) => other.length - one.length)
  const perThousand = ((findings.length / Math.max(words, 1)) * 1000).toFixed(3)
  return [
    ...sorted.slice(0, SHOWN).flatMap(shown),
    ...(sorted.length > SHOWN ? [`… and ${sorted.length - SHOWN} more causes`] : []),
    ...missing.map(one => `Not read: ${one}.`),
    ...[...refused].map(([code, id]) => `Refused by the check: ${code} (${id}).`),
    `${articles} articles, ${words} words: ${findings.length} findings (${perThousand} per 1,000 words), ${sorted.length} causes, ${seconds.toFixed(0)} s`,
  ]
}

function shown(findings: readonly ProofDiagnostic[]): string[] {
  const [first] = findings
  if (!first) return []
  const { check, found, context, edition, incident, wording } = first
  return [
    `${findings.length} × ${check}: ${found}`,
    `    ${context.slice(0, 240)}`,
    `    ${[edition, incident, wording].filter(Boolean).join(' · ')}`,
  ]
}
