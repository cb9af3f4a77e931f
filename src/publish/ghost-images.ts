import { pictureSlug, shared } from './cms.ts'
import type { HttpClient, HttpResponse } from './http-client.ts'
import type { Picture } from './post.ts'
import type { DestinationRefused } from './publisher.ts'

/** What the images of a Ghost are looked for and uploaded through. */
export interface ImageWays {
  readonly http: HttpClient
  /** Root of the site, without a final slash. */
  readonly address: string
  /** Address of an image whose name holds these words, when a post shows it. */
  readonly shown: (name: string) => Promise<string | undefined>
  readonly refused: (answer: HttpResponse, about: string) => DestinationRefused
}

/**
 * Gives the address of a picture, uploaded once however often it is asked for. Ghost has no list of its images: a name
 * made of the content is found in the posts that show it, or in its store.
 */
export function openImages({ http, address, shown, refused }: ImageWays): (picture: Picture) => Promise<string> {
  const uploads = new Map<string, Promise<string>>()
  return picture => {
    const slug = pictureSlug(picture)
    return shared(uploads, slug, () => uploaded(picture, slug))
  }

  async function uploaded(picture: Picture, slug: string): Promise<string> {
    const file = slug + picture.ending
    // In the store alone: uploaded by a publish that was cut off before any post showed it.
    const there = (await shown(slug)) ?? (await stored(file))
    if (there !== undefined) return there
    const bytes = Buffer.from(await picture.make())
    return http.once('POST', '/ghost/api/admin/images/upload/', {
      body: () => ({ form: () => formOf(bytes, picture.type, file) }),
      read: answer => {
        const url = (answer.json as { images?: { url: string }[] } | undefined)?.images?.[0]?.url
        if (answer.status !== 201 || url === undefined) throw refused(answer, file)
        return url
      },
      look: () => stored(file),
    })
  }

  /** Where Ghost's own store puts an image of this month, if it is there. */
  async function stored(file: string): Promise<string | undefined> {
    const month = new Date().toISOString().slice(0, 7).replace('-', '/')
    const path = `/content/images/${month}/${file}`
    return (await http.ask('HEAD', path)).status === 200 ? address + path : undefined
  }
}

function formOf(bytes: Uint8Array<ArrayBuffer>, type: string, file: string): FormData {
  const data = new FormData()
  data.append('file', new Blob([bytes], { type }), file)
  data.append('purpose', 'image')
  return data
}
