import type { UnplacedDiagnostic } from '../foundation/diagnostic-codes.ts'
import { hexDigestOf } from '../foundation/digest.ts'
import { nearest } from '../foundation/nearest-word.ts'
import type { Workspace } from '../foundation/workspace.ts'
import type { TypedPicture } from './fields/picture-fields.ts'
import { isSvg, PICTURE_ENDING, readPictureHeader } from './picture-header.ts'
import type { PlacedPicture } from './placed-picture.ts'

/** What pictures are looked up in. */
export type PictureWorkspace = Pick<Workspace, 'read' | 'list' | 'size'>

/** What is read of an incident to find its pictures. */
interface Illustrated {
  readonly file: string
  readonly publication: { readonly pictures: readonly TypedPicture[] }
}

/** The pictures of an incident, where they were looked for, and what is wrong with them. */
export interface PicturePlaces {
  readonly pictures: readonly PlacedPicture[]
  readonly sought: readonly string[]
  readonly unplaced: readonly UnplacedDiagnostic[]
}

/** Folder of pictures that lie beside no incident. */
export const picturesFolder = 'content/pictures'

/** Pixels of width below which search engines and networks show a picture small or not at all. */
const LEAST = 1200

/** Bytes and pixels that no picture of a newsroom has. */
const MOST_BYTES = 60_000_000
const MOST_PIXELS = 120_000_000

/** Finds the files of an incident's pictures. A file beside the incident goes before one of the same name in the folder. */
export function placePictures({ file, publication }: Illustrated, workspace: PictureWorkspace): PicturePlaces {
  const pictures: PlacedPicture[] = []
  const sought: string[] = []
  const unplaced: UnplacedDiagnostic[] = []
  for (const [nth, typed] of publication.pictures.entries()) {
    const pointer = `/pictures/${nth}/file`
    const paths = [file.replace(/[^/]*$/, typed.file), `${picturesFolder}/${typed.file}`]
    sought.push(...paths)
    const found = fileAt(paths, typed.file, workspace)
    if ('code' in found) unplaced.push({ ...found, pointer })
    else {
      if (found.width < LEAST) {
        const facts = { file: typed.file, width: found.width, least: LEAST }
        unplaced.push({ code: 'picture/small', facts, pointer })
      }
      pictures.push({ ...typed, placed: found })
    }
  }
  return { pictures, sought, unplaced }
}

type Unpointed = UnplacedDiagnostic extends infer D ? (D extends unknown ? Omit<D, 'pointer'> : never) : never

function fileAt(
  paths: readonly string[],
  file: string,
  workspace: PictureWorkspace,
): PlacedPicture['placed'] | Unpointed {
  if (!/\.(?:jpe?g|png|webp)$/i.test(file)) return unsupported(file)
  const path = paths.find(one => workspace.size(one) !== undefined)
  if (path === undefined) return missing(file, paths, workspace)
  if ((workspace.size(path) ?? 0) > MOST_BYTES) return { code: 'picture/too-large', facts: { file } }
  const bytes = workspace.read(path) ?? new Uint8Array()
  const header = readPictureHeader(bytes)
  if (!header) return isSvg(bytes) ? unsupported('.svg', file) : { code: 'picture/unreadable', facts: { file } }
  if (header.width * header.height > MOST_PIXELS) return { code: 'picture/too-large', facts: { file } }
  return { ...header, path, digest: hexDigestOf(bytes) }
}

function unsupported(name: string, file = name): Unpointed {
  const ending = /\.[^.]*$/.exec(name)?.[0] ?? ''
  return { code: 'picture/type', facts: { file, ending, context: /^\.svgz?$/i.test(ending) ? 'svg' : '' } }
}

function missing(file: string, paths: readonly string[], { list }: PictureWorkspace): Unpointed {
  const folders = paths.map(path => path.slice(0, -file.length))
  const known = folders.flatMap(folder =>
    list(folder)
      .filter(path => PICTURE_ENDING.test(path))
      .map(path => path.slice(folder.length)),
  )
  const near = nearest(file, known) ?? ''
  return {
    code: 'picture/missing',
    facts: { file, folders: folders.filter(folder => folder !== '').join(', '), nearest: near },
    ...(near && { replace: near }),
  }
}
