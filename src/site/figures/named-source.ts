import { formOf, nounOf } from '../../article/noun-phrases.ts'
import type { Speaker } from '../../fields/values.ts'
import { capital } from '../../language/typeset.ts'
import { plain } from '../plain-text.ts'
import type { SiteEdition } from '../site-context.ts'

/** Who says so, as a figure names them: each of several; `undefined` where nobody is to be named. */
export function sourceName(speaker: Speaker | undefined, siteEdition: SiteEdition): string | undefined {
  const all = speaker ? [speaker, ...(speaker.and ?? [])] : []
  const names = all.flatMap(one => nameOf(one, siteEdition) ?? [])
  return names.length > 0 ? names.join(', ') : undefined
}

function nameOf({ name, called, of, kind }: Speaker, { locale, say }: SiteEdition): string | undefined {
  if (name) return plain(nounOf(locale, name).text)
  const own = called?.[locale.edition.language]
  if (own !== undefined) return plain(own)
  const whose = of ? `: ${plain(formOf(locale, of).name ?? of.name)}` : ''
  return `${say(`figure.speaker_${kind.replace(' ', '-')}`)}${whose}`
}

/** The source behind what it answers for, in brackets; nothing where the newsroom itself does. */
export function inBrackets(speaker: Speaker | undefined, siteEdition: SiteEdition): string {
  const name = sourceName(speaker, siteEdition)
  return name === undefined ? '' : ` (${name})`
}

/** A name with a capital, to stand alone. */
export const alone = ({ locale }: SiteEdition, text: string): string => plain(capital(locale, text))
