import type { Form } from '../fields/directory.ts'
import type { ServiceSort } from '../fields/service-sort.ts'
import { yamlOf } from '../foundation/layered-workspace.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { grammarShape } from '../language/grammar.ts'

/** Reads from the noun of a name, or from a name that is a noun, what sort of service it is, by the grammar of its language. */
export function sortsIn(workspace: Workspace): (language: string, form: Form) => ServiceSort | undefined {
  const known = new Map<string, (form: Form) => ServiceSort | undefined>()
  return (language, form) => {
    const read = known.get(language) ?? readerOf(workspace, language)
    known.set(language, read)
    return read(form)
  }
}

function readerOf(workspace: Workspace, language: string): (form: Form) => ServiceSort | undefined {
  const path = `locales/${language}/grammar.yaml`
  if (workspace.size(path) === undefined) return () => undefined
  const { data } = grammarShape.safeParse(yamlOf(workspace, path))
  const rules = Object.entries(data?.sorts ?? {}).map(
    ([sort, match]) => [sort as ServiceSort, new RegExp(match, 'iu')] as const,
  )
  const fits = (text: string | undefined) => text && rules.find(([, match]) => match.test(text))?.[0]
  return ({ noun, name }) => fits(noun) || (name && isSmall(name) ? fits(name) : undefined) || undefined
}

const isSmall = (name: string): boolean => name.charAt(0) === name.charAt(0).toLowerCase()
