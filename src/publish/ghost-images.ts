import { shortened } from '../site/plain-text.ts'
import { pictureSlug, shared } from './cms.ts'
import type { HttpClient, HttpResponse } from './http-client.ts'
import type { Picture } from './post.ts'
import type { DestinationRefused } from './publisher.ts'

/** What images of a Ghost are found and uploaded with. */
export interface ImageAccess {
  readonly http: HttpClient
  /** Root of the site, without a final slash. */
  readonly address: string
  /** Address of an image whose name contains these words, when a post shows it. */
  readonly shown: (name: string) => Promise<string | undefined>
  readonly refused: (answer: HttpResponse, about: string) => DestinationRefused
}

/** Maximum characters of an alternative text in Ghost. */
const ALT = 191

/** What Ghost says of a picture to who cannot see it. */
export const altOf = ({ alt }: Picture): string => shortened(alt, ALT)

/**
 * Returns the address of a picture, uploaded once however often it is asked for. Ghost cannot list its images: a name
 * made of the content is found in the posts that show it, or in its storage.
 */
export function openImages({ http, address, shown, refused }: ImageAccess): (picture: Picture) => Promise<string> {
  const uploads = new Map<string, Promise<string>>()
  return picture => {
    const slug = pictureSlug(picture)
    return shared(uploads, slug, () => uploaded(picture, slug))
  }

  async function uploaded(picture: Picture, slug: string): Promise<string> {
    const file = slug + picture.ending
    // Only in storage: uploaded by a publish that was interrupted before any post showed it.
    const there = (await shown(slug)) ?? (await stored(file))
    if (there !== undefined) return there
    const bytes = Buffer.from(await picture.make())
    return http.requestOnce('POST', '/ghost/api/admin/images/upload/', {
      body: () => ({ form: () => formOf(bytes, picture.type, file) }),
      read: answer => {
        const url = (answer.json as { images?: { url: string }[] } | undefined)?.images?.[0]?.url
        if (answer.status !== 201 || url === undefined) throw refused(answer, file)
        return url
      },
      findExisting: () => stored(file),
    })
  }

  /** The address in Ghost's storage of an image of this month, if it exists. */
  async function stored(file: string): Promise<string | undefined> {
    const month = new Date().toISOString().slice(0, 7).replace('-', '/')
    const path = `/content/images/${month}/${file}`
    return (await http.request('HEAD', path)).status === 200 ? address + path : undefined
  }
}

function formOf(bytes: Uint8Array<ArrayBuffer>, type: string, file: string): FormData {
  const data = new FormData()
  data.append('file', new Blob([bytes], { type }), file)
  data.append('purpose', 'image')
  return data
}
