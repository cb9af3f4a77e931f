import { placeDiagnostics } from '../fields/diagnostic-positions.ts'
import type { Directory, NamedKind } from '../fields/directory.ts'
import type { FieldContext } from '../fields/field-context.ts'
import { openOwnNames } from '../fields/in-place-names.ts'
import { namedKinds } from '../fields/name-field.ts'
import { readShape } from '../fields/read-fields.ts'
import { decode, readable } from '../foundation/decode-text.ts'
import { type Diagnostic, isError } from '../foundation/diagnostic.ts'
import type { UnplacedDiagnostic } from '../foundation/diagnostic-codes.ts'
import type { SiteSettings } from '../settings/site-settings.ts'
import { readMapping } from '../yaml/read-yaml.ts'
import { putTogether } from './assemble-incident.ts'
import { checks } from './checks/all-checks.ts'
import { checkLengths } from './checks/check-lengths.ts'
import { checkPrecedents } from './checks/check-precedents.ts'
import { type CompanionSource, readCompanion } from './companion-text.ts'
import { whole } from './fields/incident-fields.ts'
import type { Companion, Incident } from './incident.ts'
import { leaningTexts } from './leaning-texts.ts'
import { incidentId, nameDiagnostic } from './list-incidents.ts'
import { type PictureWorkspace, placePictures } from './place-pictures.ts'
import { presentClauses } from './present-clauses.ts'
import { fragmentsIn } from './quoted-fragments.ts'

/** One incident as it lies in the newsroom: `text`, or `bytes` when nobody has decoded them yet. */
export interface IncidentSource {
  readonly file: string
  readonly text?: string
  readonly bytes?: Uint8Array
  readonly companions?: readonly CompanionSource[]
}

/** What an incident is read against. */
export interface ReadingContext {
  readonly directory: Directory
  readonly site: SiteSettings
  /** Languages of the editions published. */
  readonly languages: readonly string[]
  /** How a language reads a name written with its article. */
  readonly nouns?: FieldContext['nouns']
  /** The classes that names of a language may have. */
  readonly classesOf?: FieldContext['classesOf']
  /** Whether a clause is in the present tense. */
  readonly isPresent?: FieldContext['isPresent']
  /** Whether a clause says that something bad is not so. */
  readonly isReassuring?: FieldContext['isReassuring']
  /** Whether a clause begins with a pronoun for what stood before it. */
  readonly isLeaning?: FieldContext['isLeaning']
  /** How a name may sound where nothing tells. */
  readonly unsureSound?: FieldContext['unsureSound']
  /** What sort of service the noun of a name says. */
  readonly sorts?: FieldContext['sorts']
  /** Whether words are part of a sentence and none themselves. */
  readonly isFragment?: FieldContext['isFragment']
  /** How a language tells a name from a clause. */
  readonly isNounPhrase?: FieldContext['isNounPhrase']
  /** Zones of the editions published. */
  readonly zones?: FieldContext['zones']
  /** Whether the file lies in `content/incidents/`: only there the rule of names holds. */
  readonly inContent?: boolean
  /** Where pictures are looked up; nobody looks for them when it is absent. */
  readonly pictures?: PictureWorkspace
  /** Ids of the newsroom's incidents, to check what `precedents` refer to; unchecked when absent. */
  readonly ids?: ReadonlySet<string>
}

/** The incident, unless there are errors, and every diagnostic of its files. */
export interface IncidentReading {
  readonly incident?: Incident
  /** Paths at which its pictures were looked for; absent where it has none. */
  readonly sought?: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads one incident: never throws for what an editor typed, and says everything that is wrong at once. */
export function readIncident(source: IncidentSource, context: ReadingContext): IncidentReading {
  const { file } = source
  const named = context.inContent ? nameDiagnostic(file) : undefined
  const diagnostics: Diagnostic[] = named ? [named] : []
  const { text, diagnostics: unreadable } =
    source.text === undefined ? decode(source.bytes ?? empty, file) : readable(source.text, file)
  if (text === undefined) return { diagnostics: [...diagnostics, ...unreadable] }
  const { value: raw, diagnostics: malformed } = readMapping(text, file)
  if (raw === undefined) return { diagnostics: [...diagnostics, ...malformed] }

  const fieldContext = fieldContextOf(context)
  const { value, unplaced: misshapen } = readWhole(raw, fieldContext)
  const unplaced: UnplacedDiagnostic[] = [...misshapen]
  const companions = readCompanions(source.companions ?? [], fieldContext, diagnostics)
  const draft = value && putTogether(value, { id: incidentId(file), file, raw, companions }, unplaced)
  const lengths = checkLengths(raw)
  unplaced.push(...lengths)
  if (draft && lengths.length === 0) for (const check of checks) unplaced.push(...check(draft, fieldContext))
  if (draft && lengths.length === 0) unplaced.push(...checkPrecedents(draft, context.ids, fieldContext.zone))
  const wantsPictures = (draft?.publication.pictures?.length ?? 0) > 0
  const places = draft && wantsPictures && context.pictures ? placePictures(draft, context.pictures) : undefined
  unplaced.push(...(places?.unplaced ?? []))
  diagnostics.push(...placeDiagnostics(unplaced, { text, file, raw, before: malformed }))
  const sought = places && { sought: places.sought }
  const sound = draft !== undefined && !diagnostics.some(isError)
  if (!sound) return { diagnostics, ...sought }
  const ofThen = presentClauses(draft, fieldContext).map(({ pointer }) => pointer)
  const fragments = fragmentsIn(draft, fieldContext).map(({ pointer }) => pointer)
  const leaning = leaningTexts(draft, fieldContext).map(({ entry }) => entry)
  const found = {
    ...(places && places.pictures.length > 0 && { pictures: places.pictures }),
    ...(ofThen.length > 0 && { ofThen }),
    ...(fragments.length > 0 && { fragments }),
    ...(leaning.length > 0 && { leaning }),
  }
  return { incident: { ...(draft as Incident), ...found }, diagnostics, ...sought }
}

const empty = new Uint8Array()

/** Reads all fields; again, where one uses a name that stands in place further down. */
function readWhole(raw: unknown, fieldContext: FieldContext) {
  const shape = whole(fieldContext)
  fieldContext.own?.forget()
  const read = readShape(shape, raw)
  return read.unplaced.some(one => isKnownByNow(one, fieldContext)) ? readShape(shape, raw) : read
}

function isKnownByNow({ code, facts }: UnplacedDiagnostic, { own }: FieldContext): boolean {
  return code.startsWith('name/') && own?.find(String((facts as { name?: string }).name), ALL_KINDS) !== undefined
}

const ALL_KINDS = Object.keys(namedKinds.enum) as readonly NamedKind[]

function readCompanions(
  sources: readonly CompanionSource[],
  fieldContext: FieldContext,
  diagnostics: Diagnostic[],
): Record<string, Companion> {
  const companions: Record<string, Companion> = {}
  for (const source of sources) {
    const { text, diagnostics: unreadable } = readable(source.text, source.file)
    diagnostics.push(...unreadable)
    if (text === undefined) continue
    const read = readCompanion({ file: source.file, text }, fieldContext)
    diagnostics.push(...read.diagnostics)
    if (read.companion) companions[read.language] = read.companion
  }
  return companions
}

const contexts = new WeakMap<Directory, Map<string, FieldContext>>()

/** The same context for the same newsroom: its shapes are made once. */
export function fieldContextOf({
  directory,
  site,
  languages,
  nouns,
  classesOf,
  isPresent,
  isFragment,
  isNounPhrase,
  isReassuring,
  isLeaning,
  sorts,
  unsureSound,
  zones,
}: ReadingContext): FieldContext {
  const key = JSON.stringify([site.zone, languages, site.editions])
  const known = contexts.get(directory) ?? new Map<string, FieldContext>()
  contexts.set(directory, known)
  const fieldContext = known.get(key) ?? {
    directory,
    own: openOwnNames(),
    ...(nouns && { nouns }),
    ...(classesOf && { classesOf }),
    ...(isPresent && { isPresent }),
    ...(isReassuring && { isReassuring }),
    ...(isLeaning && { isLeaning }),
    ...(sorts && { sorts }),
    ...(unsureSound && { unsureSound }),
    ...(isFragment && { isFragment }),
    ...(isNounPhrase && { isNounPhrase }),
    zone: site.zone,
    ...(zones && { zones }),
    languages,
    editions: site.editions,
  }
  known.set(key, fieldContext)
  return fieldContext
}
