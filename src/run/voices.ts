import type { Workspace } from '../incident/workspace.ts'
import { openVoices, type Voice } from '../site/house.ts'
import { type OpenEdition, siteWords } from './editions.ts'

/** Editions as their pages speak, with the newsroom's words; no template is opened. */
export function voicesOf(workspace: Workspace, editions: readonly OpenEdition[]): Voice[] {
  return openVoices(
    editions.map(({ edition, teller }) => ({ tongue: teller.tongue, words: siteWords(workspace, edition.language) })),
  )
}
