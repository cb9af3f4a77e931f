import { slugOf } from '../foundation/slug.ts'
import { pictureSlug, shared } from './cms.ts'
import type { HttpClient, HttpResponse } from './http-client.ts'
import type { Picture } from './post.ts'
import { htmlText } from './post-prose.ts'
import type { DestinationRefused } from './publisher.ts'
import { openTerms, type Term, type TermIds } from './terms.ts'
import { textHtml } from './wordpress-post.ts'

export type Taxonomy = 'tags' | 'categories'

/** Tags, categories and images of a WordPress, each created once however often it is asked for. */
export interface WordPressLibrary {
  /** Ids of terms by name; missing ones are created. */
  terms(taxonomy: Taxonomy, names: readonly string[]): Promise<TermIds>
  /** Terms by id, with their names there. */
  called(taxonomy: Taxonomy, ids: readonly number[]): Promise<Term[]>
  /** Fetches the names of many terms, and the pictures of many posts, in few requests. */
  learn(terms: Readonly<Record<Taxonomy, readonly number[]>>, media: readonly number[]): Promise<void>
  /** Id of a picture; it is uploaded if it does not exist. */
  picture(picture: Picture): Promise<number>
  /** The value of a featured-image field: our own name of it, or its id. */
  pictureName(id: number): Promise<string>
}

interface WordPressTerm {
  readonly id: number
  readonly name: string
}

interface Medium {
  readonly id: number
  readonly slug: string
  readonly alt_text: string
}

/** @param refused turns a refusal of WordPress into a diagnostic about a key */
export function openLibrary(
  http: HttpClient,
  refused: (answer: HttpResponse, key: string) => DestinationRefused,
): WordPressLibrary {
  const byId = { tags: new Map<number, string>(), categories: new Map<number, string>() }
  const mediaById = new Map<number, string>()
  const uploads = new Map<string, Promise<number>>()

  const note = (taxonomy: Taxonomy, { id, name }: WordPressTerm) => byId[taxonomy].set(id, htmlText(name))

  /** Terms of a name's slug: some databases take "été" and "Ete" for two names, readers for one. */
  async function similar(taxonomy: Taxonomy, name: string): Promise<Term[]> {
    const slug = slugOf(name)
    if (slug === '') return []
    const path = `/?rest_route=/wp/v2/${taxonomy}&context=edit&per_page=100&slug=${slug}&_fields=id,name`
    const answer = await http.request('GET', path)
    if (answer.status !== 200) throw refused(answer, name)
    return (answer.json as WordPressTerm[]).map(({ id, name }) => ({ id: String(id), name: htmlText(name) }))
  }

  /** Creating an existing term returns its id: the request is idempotent. */
  async function make(taxonomy: Taxonomy, name: string): Promise<Term> {
    const answer = await http.request('POST', `/?rest_route=/wp/v2/${taxonomy}`, { json: { name: textHtml(name) } })
    const known = (answer.json as { data?: { term_id?: number } } | undefined)?.data?.term_id
    const id = answer.status === 201 ? (answer.json as WordPressTerm).id : known
    if (id === undefined) throw refused(answer, name)
    return { id: String(id), name }
  }

  const termsOf = (taxonomy: Taxonomy) =>
    openTerms({ find: name => similar(taxonomy, name), make: name => make(taxonomy, name) })
  const terms = { tags: termsOf('tags'), categories: termsOf('categories') }

  async function upload(picture: Picture): Promise<number> {
    const slug = pictureSlug(picture)
    const there = await pictureCalled(slug, picture)
    if (there !== undefined) return there
    const bytes = await picture.make()
    const headers = {
      'content-type': picture.type,
      'content-disposition': `attachment; filename="${slug}${picture.ending}"`,
    }
    return http.requestOnce('POST', '/?rest_route=/wp/v2/media', {
      body: () => ({ bytes, headers }),
      read: answer => {
        if (answer.status !== 201) throw refused(answer, slug)
        return described(answer.json as Medium, picture)
      },
      findExisting: () => pictureCalled(slug, picture),
    })
  }

  async function pictureCalled(slug: string, picture: Picture): Promise<number | undefined> {
    const found = await mediaCalled(slug)
    return found && described(found, picture)
  }

  /** The oldest picture of a name; younger copies, left by lost answers, are deleted. */
  async function mediaCalled(slug: string): Promise<Medium | undefined> {
    const answer = await http.request(
      'GET',
      `/?rest_route=/wp/v2/media&context=edit&search=${slug}&orderby=id&order=asc&_fields=id,slug,alt_text`,
    )
    if (answer.status !== 200) throw refused(answer, slug)
    const [oldest, ...younger] = (answer.json as Medium[]).filter(
      one => one.slug === slug || one.slug.startsWith(`${slug}-`),
    )
    for (const { id } of younger) await http.request('DELETE', `/?rest_route=/wp/v2/media/${id}&force=true`)
    return oldest
  }

  async function described(medium: Medium, picture: Picture): Promise<number> {
    mediaById.set(medium.id, pictureSlug(picture))
    if (medium.alt_text !== picture.alt) {
      const answer = await http.request('POST', `/?rest_route=/wp/v2/media/${medium.id}`, {
        json: { alt_text: picture.alt },
      })
      if (answer.status !== 200) throw refused(answer, pictureSlug(picture))
    }
    return medium.id
  }

  async function fetchMany<T>(what: string, fields: string, ids: readonly number[]): Promise<T[]> {
    const found: T[] = []
    for (let at = 0; at < ids.length; at += 100) {
      const some = ids.slice(at, at + 100).join(',')
      const answer = await http.request(
        'GET',
        `/?rest_route=/wp/v2/${what}&context=edit&per_page=100&include=${some}&_fields=${fields}`,
      )
      if (answer.status !== 200) throw refused(answer, what)
      found.push(...(answer.json as T[]))
    }
    return found
  }

  const library: WordPressLibrary = {
    terms: (taxonomy, names) => terms[taxonomy](names),
    async called(taxonomy, ids) {
      await library.learn({ tags: [], categories: [], [taxonomy]: ids }, [])
      return ids.map(id => ({ id: String(id), name: byId[taxonomy].get(id) ?? String(id) }))
    },
    async learn(terms, media) {
      for (const taxonomy of ['tags', 'categories'] as const) {
        const unknown = [...new Set(terms[taxonomy])].filter(id => !byId[taxonomy].has(id))
        for (const term of await fetchMany<WordPressTerm>(taxonomy, 'id,name', unknown)) note(taxonomy, term)
      }
      const unseen = [...new Set(media)].filter(id => id !== 0 && !mediaById.has(id))
      for (const { id, slug } of await fetchMany<Medium>('media', 'id,slug', unseen)) {
        // A file of that name already existed: WordPress adds a number.
        mediaById.set(id, slug.replace(/^(depeche-[\da-f]{16})-\d+$/, '$1'))
      }
    },
    picture: picture => shared(uploads, pictureSlug(picture), () => upload(picture)),
    async pictureName(id) {
      if (id === 0) return ''
      await library.learn({ tags: [], categories: [] }, [id])
      return mediaById.get(id) ?? String(id)
    },
  }
  return library
}
