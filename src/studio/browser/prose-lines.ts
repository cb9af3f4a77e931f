import type { ShownProseChange } from '../api-types.ts'
import { el } from './interface-messages.ts'

/** A change of prose: the sentence that goes, and the one that comes. */
export function proseLines({ gone, come }: ShownProseChange): HTMLElement[] {
  return [...(gone === undefined ? [] : [el('del', {}, gone)]), ...(come === undefined ? [] : [el('ins', {}, come)])]
}
