import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { hexDigestOf } from '../foundation/digest.ts'
import { fileText } from '../foundation/file-text.ts'

/** Pictures of ours, by the names that we give them. */
const NAME = /\bdepeche-[\da-f]{16}\.\w+\b/g

/** A PNG ends with this chunk. */
const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex')

/** A JPEG begins with this marker and another. */
const JPEG_START = Buffer.from('ffd8ff', 'hex')

/**
 * A PNG or a JPEG that says of itself, in a chunk of text that no reader shows, that it is as we wrote it: whoever edits it loses the
 * chunk, or its digest is wrong. Any other picture stays as it is, and is never taken away again.
 */
export function signedPicture(bytes: Uint8Array): Uint8Array {
  const form = formOf(bytes)
  if (!form) return bytes
  const at = form.at(bytes)
  return Buffer.concat([bytes.subarray(0, at), form.signature(bytes), bytes.subarray(at)])
}

/** How a form of pictures takes a signature: where, and as what. */
interface SignedForm {
  readonly at: (bytes: Uint8Array) => number
  readonly signature: (bytes: Uint8Array) => Buffer
}

const PNG: SignedForm = {
  at: bytes => bytes.length - PNG_END.length,
  signature: bytes => {
    const body = Buffer.from(`tEXtdepeche\0${hexDigestOf(bytes)}`, 'latin1')
    const chunk = Buffer.alloc(body.length + 8)
    chunk.writeUInt32BE(body.length - 4, 0)
    body.copy(chunk, 4)
    chunk.writeUInt32BE(crc32(body), body.length + 4)
    return chunk
  },
}

const JPEG: SignedForm = {
  // After the head of its form, where it has one.
  at: bytes => (bytes[3] === 0xe0 ? 4 + ((bytes[4] ?? 0) << 8) + (bytes[5] ?? 0) : 2),
  signature: bytes => {
    const body = Buffer.from(`depeche\0${hexDigestOf(bytes)}`, 'latin1')
    return Buffer.concat([Buffer.from([0xff, 0xfe, 0, body.length + 2]), body])
  },
}

function formOf(bytes: Uint8Array): SignedForm | undefined {
  if (bytes.length > 20 && PNG_END.equals(bytes.subarray(bytes.length - PNG_END.length))) return PNG
  return bytes.length > 20 && JPEG_START.equals(bytes.subarray(0, 3)) ? JPEG : undefined
}

/** Whether nobody touched a picture since we wrote it. */
export function isAsWritten(bytes: Uint8Array): boolean {
  const form = formOf(bytes)
  if (!form) return false
  const { length } = form.signature(new Uint8Array())
  const at = form === PNG ? form.at(bytes) - length : form.at(bytes)
  if (at < 2 || at + length > bytes.length) return false
  const bare = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
  return Buffer.from(bytes).equals(Buffer.from(signedPicture(bare)))
}

/** Pictures that we wrote, nobody touched, and no file of the generator's folder names any more. */
export function leftoverPictures(root: string, images: string, isNamed: (name: string) => boolean): string[] {
  const folder = join(root, images)
  if (!existsSync(folder)) return []
  const loose = readdirSync(folder).filter(name => name.match(NAME)?.[0] === name && !isNamed(name))
  const own = loose.filter(name => isAsWritten(readFileSync(join(folder, name))))
  if (own.length === 0) return []
  const named = namesBelow(root)
  return own.filter(name => !named.has(name)).map(name => join(images, name))
}

/** The pictures that a text names. */
export const picturesIn = (text: string): readonly string[] => text.match(NAME) ?? []

/** What people write pages, data and templates in. */
const TEXT = /\.(?:mdx?|markdown|html?|njk|liquid|ya?ml|toml|json|[jt]sx?|astro|css|txt|csv|xml)$/

/** Every picture that a text of the generator's folder names, but for what it built and what belongs to programs. */
function namesBelow(root: string): Set<string> {
  const names = new Set<string>()
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && !SKIPPED.test(entry.name)) folders.push(path)
      else if (entry.isFile() && TEXT.test(entry.name) && statSync(join(root, path)).size < LARGEST)
        for (const name of picturesIn(fileText(join(root, path)) ?? '')) names.add(name)
    }
  }
  return names
}

const SKIPPED = /^(?:\.|node_modules$|_site$|resources$|vendor$)/

/** Bytes of a text that a person wrote. */
const LARGEST = 5_000_000
