import type { ArticleSummary } from '../article-summary.ts'
import type { GeneratedFile } from '../output-file.ts'
import type { SiteContext } from '../site-context.ts'
import { type PictureVariant, variantsOf } from './picture-variants.ts'
import type { ShownPicture } from './shown-pictures.ts'

/** Every file of the pictures that articles show, each once. One that exists is never encoded again. */
export function pictureFiles(items: readonly ArticleSummary[], siteContext: SiteContext): GeneratedFile[] {
  const files = new Map<string, GeneratedFile>()
  for (const picture of items.flatMap(({ pictures = [] }) => pictures)) {
    for (const variant of variantsOf(picture)) {
      const path = `site/${variant.path}`
      if (files.has(path)) continue
      files.set(path, { path, key: path, keyIsComplete: true, make: () => pictureBytes(picture, variant, siteContext) })
    }
  }
  return [...files.values()]
}

/** The bytes of one file of a picture. The library is loaded only when there is one to encode. */
export async function pictureBytes(
  picture: ShownPicture,
  variant: PictureVariant,
  { bytesOf }: Pick<SiteContext, 'bytesOf'>,
): Promise<Uint8Array> {
  const { encodePicture } = await import('./encode-picture.ts')
  return encodePicture(bytesOf(picture.path), picture, variant)
}
