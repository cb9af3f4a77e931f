import { folded } from './folded-text.ts'

/** Ligatures that Unicode does not take apart. */
const LIGATURES: readonly (readonly [RegExp, string])[] = [
  [/œ/gi, 'oe'],
  [/æ/gi, 'ae'],
]

/**
 * A text as a part of an address: small letters without accents, digits, hyphens. Empty when nothing is left of it.
 *
 * @example slugOf('Panne chez Méta !') // 'panne-chez-meta'
 */
export function slugOf(text: string): string {
  const apart = LIGATURES.reduce((word, [ligature, letters]) => word.replace(ligature, letters), text)
  return folded(apart)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
