/** A response of the studio. */
export interface ApiReply<T> {
  readonly status: number
  readonly body: T
}

/** The studio is unreachable: it was stopped, or the machine sleeps. */
export class Gone extends Error {}

/** Sends a request to the studio, to a path that may have a query. Throws `Gone` when it is unreachable. */
export async function call<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<ApiReply<T>> {
  const address = `/api${path}${path.includes('?') ? '&' : '?'}lang=${document.documentElement.lang}`
  const response = await fetch(address, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Gone()
  })
  return { status: response.status, body: (await response.json()) as T }
}
