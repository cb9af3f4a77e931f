import { hexDigestOf } from '../foundation/digest.ts'
import { pictureSlug, shared } from './cms.ts'
import type { DocumentStore, StoredPicture } from './document-store.ts'
import type { Picture } from './post.ts'

/** The pictures of a headless CMS, each uploaded once however often it is asked for. */
export interface DocumentPictures {
  /** Reads what is there. */
  learn(): Promise<void>
  /** The value of an image field: our own name of a picture, or its id. */
  nameOf(id: unknown): string
  /** Id of a picture; it is uploaded if it is not there. */
  idOf(picture: Picture, locale: string): Promise<string>
  /** Pictures of ours that nobody edited and nothing shows any more. */
  leftover(): Promise<readonly string[]>
  /** From now on these may be taken away. */
  noteShown(ids: readonly unknown[]): void
}

/** A digest of its alternative text is part of a file's name, so that a text of somebody else is seen. */
const NAME = /^(depeche-[\da-f]{16})-([\da-f]{8})(?:[-_]\d+)?\.\w+$/

const altDigest = (alt: string): string => hexDigestOf(alt).slice(0, 8)

/** Milliseconds between an upload and our description of it; and those within which an upload may be another publish's. */
export const AT_WORK = 600_000

/** @param store the CMS in which they are */
export function openPictures(store: DocumentStore): DocumentPictures {
  const byId = new Map<string, StoredPicture>()
  const uploads = new Map<string, Promise<string>>()
  const shownBefore = new Set<string>()

  async function learn(): Promise<void> {
    byId.clear()
    for (const picture of await store.pictures()) byId.set(picture.id, picture)
  }

  /** The oldest of a name; younger ones, left by lost answers, are removed. */
  async function called(slug: string): Promise<StoredPicture | undefined> {
    const [oldest, ...younger] = [...byId.values()].filter(({ name }) => NAME.exec(name)?.[1] === slug)
    for (const { id } of younger) {
      if (await store.isShown(byId.get(id) as StoredPicture)) continue
      await store.removePicture(id)
      byId.delete(id)
    }
    return oldest
  }

  async function uploaded(picture: Picture, locale: string): Promise<string> {
    const slug = pictureSlug(picture)
    const there = await called(slug)
    if (there) return there.id
    const name = `${slug}-${altDigest(picture.alt)}${picture.ending}`
    const { path, form } = store.upload(picture, { name, bytes: await picture.make() }, locale)
    const created = new Date().toISOString()
    const id = await store.http.requestOnce('POST', path, {
      body: () => ({ form }),
      read: answer => {
        const id = store.uploaded(answer)
        if (id === undefined) throw store.refused(answer, name)
        return id
      },
      findExisting: async () => {
        await learn()
        return (await called(slug))?.id
      },
    })
    const alts = { [locale]: picture.alt }
    if (!byId.has(id)) byId.set(id, { id, name, created, alts, isAsUploaded: true })
    return id
  }

  return {
    learn,
    nameOf(id) {
      if (id === null || id === undefined || id === '') return ''
      const key = String(id)
      return NAME.exec(byId.get(key)?.name ?? '')?.[1] ?? key
    },
    async idOf(picture, locale) {
      const id = await shared(uploads, pictureSlug(picture), () => uploaded(picture, locale))
      const alts = byId.get(id)?.alts ?? {}
      const alt = alts[''] ?? alts[locale]
      if (!alt) {
        await store.describe(id, picture.alt, locale)
        const there = byId.get(id)
        if (there) byId.set(id, { ...there, alts: { ...alts, [locale]: picture.alt } })
      }
      return id
    },
    async leftover() {
      const loose = [...byId.values()]
        .filter(isUnedited)
        .filter(({ id, created }) => shownBefore.has(id) || Date.now() - Date.parse(created) > AT_WORK)
      const left: string[] = []
      for (const picture of loose) if (!(await store.isShown(picture))) left.push(picture.id)
      return left
    },
    noteShown(ids) {
      for (const id of ids) if (id !== null && id !== undefined) shownBefore.add(String(id))
    },
  }
}

/** Whether it is as we uploaded it, words and all. */
function isUnedited({ name, alts, isAsUploaded }: StoredPicture): boolean {
  const digest = NAME.exec(name)?.[2]
  return digest !== undefined && isAsUploaded && Object.values(alts).every(alt => altDigest(alt) === digest)
}

/** A form with a picture, and what is said beside it, as JSON. */
export function pictureForm(
  field: string,
  { type }: Picture,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  beside: Readonly<Record<string, object>>,
): FormData {
  const data = new FormData()
  for (const [field, value] of Object.entries(beside)) data.append(field, JSON.stringify(value))
  data.append(field, new Blob([Buffer.from(bytes)], { type }), name)
  return data
}
