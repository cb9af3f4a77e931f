import type { Form } from '../fields/directory.ts'
import type { ServiceSort } from '../fields/service-sort.ts'
import type { Grammar } from '../language/grammar.ts'
import { type GrammarOf, perLanguage } from './newsroom-grammars.ts'

/** Reads from the noun of a name, or from a name that is a noun, what sort of service it is, by the grammar of its language. */
export function sortsIn(grammarOf: GrammarOf): (language: string, form: Form) => ServiceSort | undefined {
  const readers = perLanguage(language => readerOf(grammarOf(language)))
  return (language, form) => readers(language)(form)
}

function readerOf(grammar: Grammar | undefined): (form: Form) => ServiceSort | undefined {
  const rules = Object.entries(grammar?.sorts ?? {}).map(
    ([sort, match]) => [sort as ServiceSort, new RegExp(match, 'iu')] as const,
  )
  const fits = (text: string | undefined) => text && rules.find(([, match]) => match.test(text))?.[0]
  return ({ noun, name }) => fits(noun) || (name && isSmall(name) ? fits(name) : undefined) || undefined
}

const isSmall = (name: string): boolean => name.charAt(0) === name.charAt(0).toLowerCase()
