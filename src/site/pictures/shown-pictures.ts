import type { LocalText } from '../../fields/values.ts'
import type { Incident, PlacedPicture } from '../../incident/incident.ts'

/** A picture as pages of one edition show it. */
export interface ShownPicture {
  /** Path of its file in the newsroom, and the digest of what is in it. */
  readonly path: string
  readonly digest: string
  readonly type: PlacedPicture['placed']['type']
  readonly width: number
  readonly height: number
  readonly focus: { readonly x: number; readonly y: number }
  readonly alt: string
  /** The language of the alternative text where it is not the edition's. */
  readonly lang?: string
  readonly credit: string
}

const MIDDLE = { x: 50, y: 50 }

/** The pictures of an incident in one language. What is withdrawn is not illustrated either. */
export function shownPictures(
  { state, pictures = [] }: Pick<Incident, 'state' | 'pictures'>,
  language: string,
): ShownPicture[] {
  return state === 'retracted' ? [] : pictures.map(picture => shownPicture(picture, language))
}

function shownPicture({ placed, alt, credit, focus }: PlacedPicture, language: string): ShownPicture {
  const { text, lang } = inLanguage(alt, language)
  return { ...placed, focus: focus ?? MIDDLE, alt: text, credit, ...(lang !== undefined && { lang }) }
}

/** A text in a language, or in whichever it was written, with that language. */
export function inLanguage(text: LocalText, language: string): { readonly text: string; readonly lang?: string } {
  const own = text[language]
  if (own !== undefined) return { text: own }
  const [lang = language, other = ''] = Object.entries(text)[0] ?? []
  return { text: other, lang }
}
