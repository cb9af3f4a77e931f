import type { Incident, PlacedPicture } from '../../incident/incident.ts'
import { rooted } from '../output-file.ts'
import { plain } from '../plain-text.ts'
import type { SiteContext, SiteEdition } from '../site-context.ts'
import { type PictureShape, type PictureVariant, variantsIn } from './picture-variants.ts'
import { inLanguage, type ShownPicture, shownPictures } from './shown-pictures.ts'

/** A picture as the template `picture` shows it. */
export interface PictureView {
  readonly sources: readonly { readonly type: string; readonly srcset: string }[]
  readonly src: string
  readonly srcset: string
  readonly sizes: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly lang: string | false
  readonly isUpright: boolean
  /** It stands at the head of the page and is fetched at once. */
  readonly first: boolean
}

/** How a picture is shown: which part of it, how wide (`sizes` of HTML), and whether the page begins with it. */
export interface PicturePlace {
  readonly shape: PictureShape
  readonly sizes: string
  readonly first?: boolean
}

/** A picture in every width and format that a reader's browser may choose. */
export function pictureView(
  picture: ShownPicture,
  { shape, sizes, first = false }: PicturePlace,
  { site }: Pick<SiteContext, 'site'>,
): PictureView {
  const variants = variantsIn(picture, shape)
  const of = (wanted: PictureVariant['type']) => variants.filter(({ type }) => type === wanted)
  const srcset = (wanted: PictureVariant['type']) =>
    of(wanted)
      .map(({ path, width }) => `${rooted(site, path)} ${width}w`)
      .join(', ')
  const jpegs = of('jpeg')
  const usual = jpegs[Math.min(1, jpegs.length - 1)] as PictureVariant
  const { width, height } = jpegs.at(-1) as PictureVariant
  return {
    sources: (['avif', 'webp'] as const).map(type => ({ type: `image/${type}`, srcset: srcset(type) })),
    src: rooted(site, usual.path),
    srcset: srcset('jpeg'),
    sizes,
    width,
    height,
    alt: plain(picture.alt),
    lang: picture.lang ?? false,
    isUpright: height > width,
    first,
  }
}

/** A picture of an article with what stands below it. */
interface PictureFigure {
  readonly picture: PictureView
  readonly caption: string | false
  readonly captionLang: string | false
  readonly credit: string
  readonly licence: { readonly name: string; readonly url: string | false } | false
  readonly source: string | false
}

/** The width of an article's column, as the style sheet has it. */
const COLUMN = '(min-width: 720px) 612px, 92vw'

/** The pictures of an article: the first for its head, the others for after its text. */
export function pictureFigures(
  incident: Incident,
  siteContext: Pick<SiteContext, 'site'>,
  { locale }: SiteEdition,
): { readonly lead: PictureFigure | false; readonly further: readonly PictureFigure[] } {
  const { language } = locale.edition
  const figures = shownPictures(incident, language).map((shown, nth) => {
    const view = pictureView(shown, { shape: 'whole', sizes: COLUMN, first: nth === 0 }, siteContext)
    return { picture: view, ...beside((incident.pictures ?? [])[nth] as PlacedPicture, language) }
  })
  const [lead = false, ...further] = figures
  return { lead, further }
}

function beside({ caption, credit, licence, source }: PlacedPicture, language: string): Omit<PictureFigure, 'picture'> {
  const said = caption && inLanguage(caption, language)
  return {
    caption: said ? plain(said.text) : false,
    captionLang: said?.lang ?? false,
    credit: plain(credit),
    licence: licence ? { name: plain(licence.name), url: licence.url ?? false } : false,
    source: source ?? false,
  }
}
