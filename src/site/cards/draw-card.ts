import { Resvg } from '@resvg/resvg-js'
import satori, { type Font } from 'satori'
import { faceBytes } from '../fonts.ts'
import { CARD } from '../share-image.ts'
import { type CardView, cardBoxes } from './card-layout.ts'

let fonts: Font[] | undefined

/** Draws a card as PNG, 1200 × 630. The same card gives the same bytes: no fonts of the machine are used. */
export async function drawCard(view: CardView): Promise<Uint8Array> {
  fonts ??= faces()
  const set = {
    ...view,
    headline: drawable(view.headline),
    services: drawable(view.services),
    site: drawable(view.site),
  }
  const svg = await satori(cardBoxes(set) as Parameters<typeof satori>[0], { ...CARD, fonts })
  const drawing = new Resvg(svg, { fitTo: { mode: 'original' }, font: { loadSystemFonts: false } })
  return drawing.render().asPng()
}

function faces(): Font[] {
  const face = (name: string, family: string, weight: 400 | 600 | 700): Font[] =>
    (['latin', 'latin-ext'] as const).map(subset => ({
      name: subset === 'latin' ? name : `${name} Extended`,
      data: Buffer.from(faceBytes(family, weight, subset)),
      weight,
      style: 'normal' as const,
    }))
  return [
    ...face('Source Serif 4', 'source-serif-4', 700),
    ...face('Source Sans 3', 'source-sans-3', 400),
    ...face('Source Sans 3', 'source-sans-3', 600),
  ]
}

/**
 * Replaces characters missing from the fonts: the thin no-break space; drops emoji and other scripts (each would be an
 * empty box).
 */
function drawable(text: string): string {
  return text
    .replace(/[\u202F\u2009]/g, '\u00A0')
    .replace(/\p{Extended_Pictographic}|\u200D|\uFE0F|[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu, '')
    .replace(/ +/g, ' ')
    .trim()
}
