import { standaloneText } from '../../src/article/standalone-sentence.ts'
import { compileWording } from '../../src/article/wording.ts'
import type { Named } from '../../src/fields/directory.ts'
import type { Slot } from '../../src/story/story.ts'
import { namedAs, realiserOf } from './realise.ts'

/** A name of the newsroom's directory. */
export const named = (id: string): Named => namedAs(id)

/** A slot of names of the directory. */
export const names = (...ids: string[]): Slot => ({ kind: 'names', names: ids.map(named), from: [] })

/**
 * A part of a sentence as an article of an edition would print it, with these slots; `undefined` when it cannot be said.
 * `known`: everybody has been named before.
 */
export function said(
  edition: string,
  wording: string,
  slots: Readonly<Record<string, Slot>>,
  known = true,
): string | undefined {
  const context = { slots, asOf: Date.UTC(2026, 2, 2, 17), holds: [], known, isTitle: false, isFragment: true }
  return standaloneText(compileWording('test', wording), context, realiserOf(edition))
}
