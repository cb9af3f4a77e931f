import { folded } from '../foundation/folded-text.ts'
import { slugOf } from '../foundation/slug.ts'
import { shared } from './cms.ts'

/** A tag or category of a CMS. */
export interface Term {
  readonly id: string
  readonly name: string
}

/** The ids under which a CMS has our words for terms: stored with a post, so that it is compared by id. */
export type TermIds = Readonly<Record<string, string>>

/** How terms of a CMS are found and made. */
export interface TermAccess {
  /** Terms that may be the one of this name. */
  readonly find: (name: string) => Promise<readonly Term[]>
  readonly make: (name: string) => Promise<Term>
}

/** The id of the term of each name; missing ones are made, each once, however many stories ask for it. */
export function openTerms({ find, make }: TermAccess): (names: readonly string[]) => Promise<TermIds> {
  const known = new Map<string, Promise<string>>()
  async function idOf(name: string): Promise<string> {
    const found = await find(name)
    const there =
      found.find(term => term.name === name) ?? found.find(term => comparedAs(term.name) === comparedAs(name))
    return (there ?? (await make(name))).id
  }
  return async names => {
    const ids: [string, string][] = []
    for (const name of names) ids.push([name, await shared(known, comparedAs(name), () => idOf(name))])
    return Object.fromEntries(ids)
  }
}

/**
 * Terms of a post in our words: a term that we gave it is called as we call it, whatever its name there; another that a CMS
 * or a reader cannot tell from a name that we want (case, accents, one slug) is that one.
 */
export function namesOf(terms: readonly Term[], written: TermIds = {}, wanted: readonly string[] = []): string[] {
  const there = new Set(terms.map(({ id }) => id))
  const known = Object.keys(written).filter(word => there.has(written[word] ?? ''))
  const lost = [...new Set([...Object.keys(written), ...wanted])].filter(word => !known.includes(word))
  const names = terms.flatMap(({ id, name }) => {
    const ours = known.filter(word => written[word] === id)
    const alike = lost.filter(word => isAlike(word, name))
    return ours.length + alike.length > 0 ? [...ours, ...alike] : [name]
  })
  return [...new Set(names)]
}

function isAlike(one: string, other: string): boolean {
  const slug = slugOf(one)
  return comparedAs(one) === comparedAs(other) || (slug !== '' && slug === slugOf(other))
}

/** A name as databases of CMSs compare it: full-width letters and ligatures are their plain ones, too, which no slug takes apart. */
const comparedAs = (name: string): string => folded(name.normalize('NFKC')).trim()
