import type { Directory, Named } from '../incident/directory.ts'
import { readDirectory } from '../incident/read-directory.ts'
import type { Workspace } from '../incident/workspace.ts'
import type { Problem } from '../problem/problem.ts'
import { remembered } from './memory.ts'

/** The directory as it can be kept. */
interface Names {
  readonly names: readonly (readonly [id: string, named: Named])[]
  readonly problems: readonly Problem[]
}

/** The directory as it was read last while its files are the same: a thousand names take longer to check than an article to tell. */
export function rememberedDirectory(
  workspace: Workspace,
  languages: readonly string[],
  unpublished: readonly string[] = [],
): { directory: Directory; problems: readonly Problem[] } {
  const places = [...languages, ...unpublished].map(language => `locales/${language}/places.yaml`)
  const grounds = {
    paths: [...workspace.list('content/directory'), ...places],
    rooms: ['incident'],
    more: [languages.join(), unpublished.join(), JSON.stringify(workspace.strays?.('content/directory'))].join('\0'),
  }
  const { names, problems } = remembered(workspace, 'names', grounds, (): Names => {
    const read = readDirectory(workspace, languages, unpublished)
    return { names: [...read.directory.names], problems: read.problems }
  })
  return { directory: { names: new Map(names) }, problems }
}
