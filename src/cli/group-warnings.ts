import type { Diagnostic } from '../foundation/diagnostic.ts'

/** Warnings of one sort beyond the first: how many, and where the next ones are. */
export interface AlikeWarnings {
  readonly code: string
  readonly count: number
  /** The next places, as `file:line`. */
  readonly places: readonly string[]
}

/** From so many of one sort on, the first stands for all. */
const MANY = 5
const PLACES = 3

/**
 * What a build of many incidents says: every error, and of each sort of warning all, or the first and a count. Only the
 * sort counts: a newsroom that upgrades meets the same warning a thousand times, with other words each time.
 */
export function gatherAlike(diagnostics: readonly Diagnostic[]): {
  readonly shown: readonly Diagnostic[]
  readonly alike: readonly AlikeWarnings[]
} {
  const bySort = new Map<string, Diagnostic[]>()
  for (const one of diagnostics) {
    if (one.severity !== 'warning') continue
    const known = bySort.get(one.code)
    if (known) known.push(one)
    else bySort.set(one.code, [one])
  }
  const many = [...bySort].filter(([, all]) => all.length >= MANY)
  const hidden = new Set(many.flatMap(([, all]) => all.slice(1)))
  return {
    shown: diagnostics.filter(one => !hidden.has(one)),
    alike: many.map(([code, [, ...rest]]) => ({
      code,
      count: rest.length,
      places: rest.slice(0, PLACES).map(({ place: { file, line } }) => (line === undefined ? file : `${file}:${line}`)),
    })),
  }
}
