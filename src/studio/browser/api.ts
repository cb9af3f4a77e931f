import type { Knowledge } from '../complete/offers.ts'

export interface Start extends Omit<Knowledge, 'now'> {
  readonly zone: string
  readonly published: readonly string[]
  readonly editions: readonly string[]
  readonly states: readonly string[]
}

export interface Card {
  readonly id: string
  readonly state: string | null
  readonly draft: boolean
  readonly headlines: Readonly<Record<string, string>>
  readonly errors: number
  readonly warnings: number
  readonly missing: readonly string[]
}

export interface Opened {
  readonly id: string
  readonly file: string
  readonly text: string
  readonly version: string
}

export interface Lines {
  readonly first: number
  readonly last: number
}

export interface Sentence {
  readonly part: 'headline' | 'standfirst' | 'body'
  readonly text: string
  readonly wording: string
  readonly lines: readonly Lines[]
}

export interface Page {
  readonly edition: string
  readonly lang: string
  readonly html: string
  readonly sentences: readonly Sentence[]
  readonly alert: number
  readonly brief: number
  readonly words: number
}

export interface Problem {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly line: number | null
  readonly message: string
  readonly hint: string | null
  readonly from: number
  readonly to: number
  readonly fix: { readonly from: number; readonly to: number; readonly text: string } | null
}

export interface Preview {
  readonly pages: readonly Page[]
  readonly problems: readonly Problem[]
  readonly untold: readonly (Lines & { readonly pointer: string })[]
}

export interface Answer<T> {
  readonly status: number
  readonly body: T
}

/** The studio does not answer: it was stopped, or the machine sleeps. */
export class Gone extends Error {}

/** Asks the studio. Throws `Gone` when nobody answers. */
export async function call<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer<T>> {
  const address = `/api${path}?lang=${document.documentElement.lang}`
  const response = await fetch(address, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Gone()
  })
  return { status: response.status, body: (await response.json()) as T }
}
