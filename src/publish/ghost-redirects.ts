import { CORE_SCHEMA, load } from 'js-yaml'
import type { HttpClient, HttpResponse } from './http-client.ts'
import type { DestinationRefused } from './publisher.ts'

/** A redirect as Ghost keeps it: `from` is a regular expression. */
interface Redirect {
  readonly from: string
  readonly to: string
  readonly permanent?: boolean
}

const API = '/ghost/api/admin'

/** Former slugs, and the path each leads to; `undefined`: it leads nowhere any more. */
export type Leading = ReadonlyMap<string, string | undefined>

/** The redirects of a Ghost. */
export interface GhostRedirects {
  /** Whether our key may see and change them. */
  allowed(): Promise<boolean>
  change(leading: Leading): Promise<void>
}

/**
 * Keeps the redirects of a Ghost: those of people stay as they are and in their order. One at a time, because Ghost only takes
 * all of them together.
 */
export function openRedirects(
  http: HttpClient,
  refused: (answer: HttpResponse, about: string) => DestinationRefused,
): GhostRedirects {
  let last: Promise<void> = Promise.resolve()
  const download = () => http.request('GET', `${API}/redirects/download/`, undefined, 'text')
  return {
    allowed: async () => (await download()).status !== 403,
    change(leading) {
      const next = last.then(() => changed(leading))
      last = next.catch(() => {})
      return next
    },
  }

  async function changed(leading: Leading): Promise<void> {
    const answer = await download()
    if (answer.status !== 200) throw refused(answer, 'redirects')
    const there = redirectsIn(answer.text)
    if (!there.every(isRedirect)) throw refused(answer, 'redirects')
    const after = merged(there, leading)
    if (JSON.stringify(after) === JSON.stringify(there)) return
    const sent = await http.request('POST', `${API}/redirects/upload/`, { form: () => formOf(after) })
    if (sent.status !== 200 && sent.status !== 201) throw refused(sent, 'redirects')
  }
}

const isRedirect = (given: unknown): boolean => {
  const { from, to } = (given ?? {}) as Partial<Redirect>
  return typeof from === 'string' && typeof to === 'string'
}

const patternOf = (slug: string): string => `^/${slug}/?$`

function merged(there: readonly Redirect[], leading: Leading): Redirect[] {
  const ours = new Map([...leading].map(([slug, to]) => [patternOf(slug), to]))
  const kept = there.filter(({ from }) => !ours.has(from))
  return [...kept, ...[...ours].flatMap(([from, to]) => (to === undefined ? [] : [{ from, to, permanent: true }]))]
}

/** Ghost gives them as YAML by status, or as the JSON that somebody uploaded. */
export function redirectsIn(text: string): Redirect[] {
  const given = load(text, { schema: CORE_SCHEMA }) as unknown
  if (Array.isArray(given)) return given as Redirect[]
  const byStatus = (given ?? {}) as Readonly<Record<string, Readonly<Record<string, string>> | null>>
  return ['302', '301'].flatMap(status =>
    Object.entries(byStatus[status] ?? {}).map(([from, to]) => ({ from, to, permanent: status === '301' })),
  )
}

function formOf(redirects: readonly Redirect[]): FormData {
  const data = new FormData()
  data.append('redirects', new Blob([JSON.stringify(redirects)], { type: 'application/json' }), 'redirects.json')
  return data
}
