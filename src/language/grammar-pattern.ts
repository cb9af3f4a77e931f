/**
 * A pattern of a grammar, compiled once: there are as many as the grammars hold. Without the flag `g`, so that nothing is
 * left in it between two texts.
 *
 * @param flags `u`, or `iu` where capitals do not matter
 */
export function grammarPattern(source: string, flags: 'u' | 'iu' = 'u'): RegExp {
  const known = patterns[flags].get(source)
  if (known) return known
  const pattern = new RegExp(source, flags)
  patterns[flags].set(source, pattern)
  return pattern
}

const patterns = { u: new Map<string, RegExp>(), iu: new Map<string, RegExp>() }
