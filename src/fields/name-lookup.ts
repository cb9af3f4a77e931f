import { type KnownWord, knownWords, nearestOf, plain } from '../foundation/nearest-word.ts'
import type { Directory, Named, NamedKind } from './directory.ts'
import type { FieldContext } from './field-context.ts'
import type { ReportDiagnostic } from './field-types.ts'
import { inLanguages, missingPlace, placeNamed } from './place-names.ts'

/** The kinds each field accepts beside its own (a service can be its own company). */
export const acceptedKinds: Readonly<Record<NamedKind, readonly NamedKind[]>> = {
  company: ['company', 'authority', 'agency', 'counter', 'service', 'channel'],
  service: ['service', 'channel', 'company', 'counter'],
  counter: ['counter', 'company', 'service'],
  channel: ['channel', 'service', 'company', 'agency', 'counter'],
  place: ['place'],
  person: ['person'],
  authority: ['authority', 'company', 'agency'],
  agency: ['agency', 'authority', 'company'],
}

/** The name of an id, of the directory or of the file itself, or a diagnostic with the nearest known one. */
export function lookUp(
  context: FieldContext,
  id: string,
  kind: NamedKind,
  report: ReportDiagnostic,
): Named | undefined {
  const { directory, own } = context
  const kinds = acceptedKinds[kind]
  const found = directory.names.get(id)
  if (found && kinds.includes(found.kind)) return found
  const here = own?.find(id, kinds)?.named ?? (kind === 'place' ? placeNamed(directory, id) : undefined)
  if (here) return here
  if (found) return wrongKind(found, kind, report)
  const several = severalNames(directory, id, kinds)
  if (several) return report.diagnose('name/several', { name: id, right: several.right }, several)
  return kind === 'place' ? missingPlace(directory, id, report) : missing(directory, id, kind, report)
}

/** The same of any of these kinds. */
export function lookUpAny(
  context: FieldContext,
  id: string,
  kinds: readonly NamedKind[],
  report: ReportDiagnostic,
): Named | undefined {
  const { directory, own } = context
  const found = directory.names.get(id)
  if (found && kinds.includes(found.kind)) return found
  const here = own?.find(id, kinds)?.named ?? placeNamed(directory, id)
  return here ?? missing(directory, id, 'service', report)
}

function missing(directory: Directory, id: string, kind: NamedKind, report: ReportDiagnostic): undefined {
  const near = nearestName(directory, id, acceptedKinds[kind])
  const same = near && spellings(near).some(spelling => plain(spelling) === plain(id))
  return report.diagnose(
    'name/unknown',
    { name: id, kind, nearest: near?.id ?? '', found: near ? inLanguages(near) : '' },
    same ? { replace: near.id } : {},
  )
}

/** Reports a name that is known as another kind. */
export function wrongKind(found: Named, kind: NamedKind, report: ReportDiagnostic): undefined {
  const near = kind === 'company' ? (found.company ?? '') : ''
  return report.diagnose('name/wrong-kind', { name: found.id, kind, found: found.kind, nearest: near })
}

/** The name of the directory that an editor most likely meant, by its id or by its name in any language. */
export function nearestName(directory: Directory, word: string, kinds: readonly NamedKind[]): Named | undefined {
  const { bySpelling, known } = spellingsIn(directory, kinds)
  const near = nearestOf(word, known)
  return near === undefined ? undefined : bySpelling.get(near)
}

interface Spellings {
  readonly bySpelling: ReadonlyMap<string, Named>
  readonly known: readonly KnownWord[]
}

const gathered = new WeakMap<Directory, Map<readonly NamedKind[], Spellings>>()

/** Every spelling of the names of some kinds, collected once: a file may hold thousands of unknown names. */
function spellingsIn(directory: Directory, kinds: readonly NamedKind[]): Spellings {
  const byKinds = gathered.get(directory) ?? new Map<readonly NamedKind[], Spellings>()
  gathered.set(directory, byKinds)
  const known = byKinds.get(kinds)
  if (known) return known
  const bySpelling = new Map<string, Named>()
  for (const one of directory.names.values()) {
    if (!kinds.includes(one.kind)) continue
    for (const spelling of spellings(one)) if (!bySpelling.has(spelling)) bySpelling.set(spelling, one)
  }
  const spelled = { bySpelling, known: knownWords(bySpelling.keys()) }
  byKinds.set(kinds, spelled)
  return spelled
}

/**
 * `facebook, instagram` is a list without its brackets when one of the names is known; it gets a fix when all of them
 * are.
 */
function severalNames(
  directory: Directory,
  typed: string,
  kinds: readonly NamedKind[],
): { right: string; rewrite?: string } | undefined {
  const parts = typed.split(/[,;&]/).map(part => part.trim())
  if (parts.length < 2 || parts.some(part => !/^[\p{L}\p{N}][^[\]{}#:]*$/u.test(part))) return undefined
  const found = parts.map(part => {
    const one = directory.names.get(part) ?? nearestName(directory, part, kinds)
    const same = one && kinds.includes(one.kind) && spellings(one).some(spelling => plain(spelling) === plain(part))
    return same ? one.id : undefined
  })
  if (found.every(id => id === undefined)) return undefined
  const right = `[${found.map((id, index) => id ?? parts[index]).join(', ')}]`
  return found.includes(undefined) ? { right } : { right, rewrite: right }
}

/** The spellings of a name: its id, its name, and its name in each language. */
export function spellings(one: Named): string[] {
  return [one.id, one.name, ...Object.values(one.forms).flatMap(each => (each.name ? [each.name] : []))]
}
