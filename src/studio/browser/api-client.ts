/** What the studio answered. */
export interface ApiReply<T> {
  readonly status: number
  readonly body: T
}

/** The studio does not answer: it was stopped, or the machine sleeps. */
export class Gone extends Error {}

/** Asks the studio. Throws `Gone` when nobody answers. */
export async function call<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<ApiReply<T>> {
  const address = `/api${path}?lang=${document.documentElement.lang}`
  const response = await fetch(address, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Gone()
  })
  return { status: response.status, body: (await response.json()) as T }
}
