import type { TypedPicture } from './fields/picture-fields.ts'

/** What the first bytes of a picture say of it. */
export interface PictureHeader {
  readonly type: 'jpeg' | 'png' | 'webp'
  /** Pixels, as it is seen: turned as its camera says. */
  readonly width: number
  readonly height: number
}

/** A picture of an incident with the file that it is. */
export interface PlacedPicture extends TypedPicture {
  readonly placed: PictureHeader & {
    /** Path relative to the workspace. */
    readonly path: string
    /** Digest of its bytes. */
    readonly digest: string
  }
}
