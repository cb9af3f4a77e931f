import type { HttpClient, HttpResponse } from './http-client.ts'
import type { DestinationRefused } from './publisher.ts'

/** A picture in the media library, with what people can change of it. */
interface Medium {
  readonly id: number
  readonly slug: string
  readonly date_gmt: string
  readonly modified_gmt: string
  readonly title: { readonly raw: string }
  readonly caption: { readonly raw: string }
  readonly description: { readonly raw: string }
  readonly source_url: string
}

const FIELDS = 'id,slug,date_gmt,modified_gmt,title,caption,description,source_url'
const NAME = /^(depeche-[\da-f]{16})(?:-\d+)?$/

/** Milliseconds between an upload and our description of it; and those within which an upload may be another publish's. */
const AT_WORK = 600_000

/** Pages of a hundred posts that are read to learn whether one of them shows a picture; where there are more, it stays. */
const MOST = 20

/** What is known of the pictures that posts show. */
export interface ShownPictures {
  /** Posts of ours and copies of them, in every status, and what each shows. */
  readonly now: ReadonlyMap<number, number>
  /** What posts of ours showed before this publish. */
  readonly before: ReadonlySet<number>
}

/** Ids of pictures that we uploaded, nobody changed, and no article or page shows any more. */
export async function leftoverMedia(
  http: HttpClient,
  { now, before }: ShownPictures,
  refused: (answer: HttpResponse, about: string) => DestinationRefused,
): Promise<number[]> {
  const shown = new Set(now.values())
  const uploaded = await all<Medium>(`media&search=depeche-&_fields=${FIELDS}`, MOST)
  const loose = (uploaded ?? [])
    .filter(isAsUploaded)
    .filter(({ id, date_gmt }) => !shown.has(id) && (before.has(id) || Date.now() - momentOf(date_gmt) > AT_WORK))
  if (loose.length === 0) return []
  const featured = await featuredAnywhere()
  const left: number[] = []
  for (const medium of loose) if (featured && !featured.has(medium.id) && !(await isNamed(medium))) left.push(medium.id)
  return left

  /** All pages of a query; nothing when there are too many. */
  async function all<T>(query: string, most: number): Promise<T[] | undefined> {
    const found: T[] = []
    for (let page = 1; page <= most; page++) {
      const answer = await http.request('GET', `/?rest_route=/wp/v2/${query}&context=edit&per_page=100&page=${page}`)
      if (answer.status !== 200) throw refused(answer, query)
      found.push(...(answer.json as T[]))
      if (page >= Number(answer.headers.get('x-wp-totalpages') ?? 1)) return found
    }
    return undefined
  }

  /** The featured pictures of everybody's posts and pages; those of ours are known, those in the trash count too. */
  async function featuredAnywhere(): Promise<ReadonlySet<number> | undefined> {
    const status = 'status=publish,future,draft,pending,private,trash'
    const query = (what: string) => `${what}&${status}&_fields=id,featured_media`
    const posts = await all<{ id: number; featured_media: number }>(query('posts'), MOST)
    const pages = await all<{ id: number; featured_media: number }>(query('pages'), MOST)
    if (!posts || !pages) return undefined
    return new Set([...posts, ...pages].filter(({ id }) => !now.has(id)).map(({ featured_media }) => featured_media))
  }

  async function isNamed({ slug }: Medium): Promise<boolean> {
    const [name = slug] = NAME.exec(slug)?.slice(1) ?? []
    for (const what of ['posts', 'pages']) {
      const found = await all(`${what}&status=publish,future,draft,pending,private&search=${name}&_fields=id`, MOST)
      if (!found || found.length > 0) return true
    }
    return false
  }
}

/** Words, crop and file as we left them. */
function isAsUploaded({ slug, title, caption, description, source_url, date_gmt, modified_gmt }: Medium): boolean {
  const [, name] = NAME.exec(slug) ?? []
  if (name === undefined || caption.raw !== '' || description.raw !== '') return false
  const file = source_url.split('/').at(-1) ?? ''
  const isOurFile = file.startsWith(name) && !/-e\d{9,}\.\w+$/.test(file)
  return isOurFile && title.raw.startsWith(name) && momentOf(modified_gmt) - momentOf(date_gmt) < AT_WORK
}

const momentOf = (gmt: string): number => Date.parse(`${gmt}Z`)
