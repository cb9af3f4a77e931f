import { createRequire } from 'node:module'
import type { Article } from '../../article/article.ts'
import type { Incident } from '../../incident/incident.ts'
import type { SiteEdition } from '../site-context.ts'
import { subjectsOf } from '../subject.ts'

const load = createRequire(import.meta.url)

/** The words by which an article is found, each once, as stems of its language. */
export interface SearchWords {
  /** Of its titles, its kind and its names. */
  readonly head: string
  /** Those that only its text has. */
  readonly body: string
}

type Stemmer = (word: string) => string

/** The words of a text as `search.js` makes them of a query: in small letters, without accents or marks. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 1 || /\p{N}/u.test(word))

/** What an article is found by: every word of it, with the names of what it is about. */
export function searchWordsOf(article: Article, incident: Incident, siteEdition: SiteEdition): SearchWords {
  const { headline, standfirst, kicker, services, paragraphs, tags } = article
  const names = subjectsOf(incident, siteEdition).map(({ name }) => name)
  const stem = stemmerOf(siteEdition)
  const stems = (texts: readonly string[]) => new Set(texts.flatMap(wordsOf).map(stem))
  const head = stems([headline.text, standfirst.text, kicker, ...services, ...names, ...tags])
  const all = paragraphs.flatMap(({ sentences, typed }) => [typed ?? '', ...sentences.map(({ text }) => text)])
  const body = [...stems(all)].filter(word => !head.has(word))
  return { head: [...head].sort().join(' '), body: body.sort().join(' ') }
}

/** The name of the stemmer of an edition's language, as its words of pages say: `none` where there is none. */
export const stemmerName = ({ say }: SiteEdition): string => say('search.stemmer')

/** The file of a stemmer, for browsers; `undefined` where the package has none of that name. */
export function stemmerFile(name: string): string | undefined {
  try {
    return load.resolve(`@orama/stemmers/${name}`).replace(/\.cjs$/, '.js')
  } catch {
    return undefined
  }
}

/** A word is brought down to its stem twice: what the first pass leaves of a feminine or a plural goes with the second. */
function stemmerOf(siteEdition: SiteEdition): Stemmer {
  const known = stemmers.get(siteEdition)
  if (known) return known
  const name = stemmerName(siteEdition)
  const once: Stemmer =
    stemmerFile(name) === undefined
      ? word => word
      : (load(`@orama/stemmers/${name}`) as { readonly stemmer: Stemmer }).stemmer
  const stems = new Map<string, string>()
  const stem: Stemmer = word => {
    const before = stems.get(word)
    if (before !== undefined) return before
    const made = once(once(word))
    if (stems.size > MEMORY) stems.clear()
    stems.set(word, made)
    return made
  }
  stemmers.set(siteEdition, stem)
  return stem
}

const stemmers = new WeakMap<SiteEdition, Stemmer>()

/** Words whose stems are remembered: articles share most of theirs. */
const MEMORY = 50_000
