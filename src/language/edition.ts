import { z } from 'zod'
import { valueOn } from '../foundation/pointer.ts'
import { isZone } from '../foundation/time-zone.ts'
import { kindOf } from '../foundation/value-kind.ts'
import { countryMeant, isCountry } from './country.ts'
import { dateFnsLocaleNames, hasDateFnsLocale } from './date-fns-locale.ts'

/** `locales/editions/<id>.yaml`: one audience. */
export interface Edition {
  readonly id: string
  /** Folder of its messages under `locales/`. */
  readonly language: string
  /** BCP 47, such as `fr-BE`. */
  readonly tag: string
  /** Name of its locale in date-fns, such as `fr-CA`. */
  readonly date_fns: string
  /** IANA zone of its readers. */
  readonly zone: string
  /** The name of the zone after a clock time that needs it, in the language of the edition. */
  readonly zone_name: string
  /** The same in summer, where it differs. */
  readonly zone_name_summer?: string | undefined
  /** ISO 3166 code of the home country. */
  readonly home: string
  /** When the first clock time of a text names its zone: always, or only when the story goes beyond the home country. */
  readonly says_zone?: 'always' | 'abroad'
  /** Spellings of these readers that differ from the language's: `cancelled: canceled`. */
  readonly spelling?: Readonly<Record<string, string>>
  /**
   * What these readers call something that the directory or the places know, by its id, in the fields of a name:
   * `us-east-coast: { name: East Coast }`.
   */
  readonly names?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Overrides of the language's grammar (clock, quotes, lists …), merged into it key by key. */
  readonly grammar?: Readonly<Record<string, unknown>> | undefined
}

/** A mistake in an edition file: `at` leads to it, `near` is what was written and what was probably meant. */
export interface EditionDiagnostic {
  readonly code: string
  readonly at: readonly PropertyKey[]
  readonly part?: 'key'
  readonly facts: Readonly<Record<string, string>>
  readonly near?: { readonly word: string; readonly known: readonly string[] }
}

const text = () => z.string().min(1)

/** A text with a test of its own; a failure is reported under this code. */
const tested = (code: string, test: (value: string) => boolean) => text().refine(test, { params: { code } })

const shape = z.strictObject({
  id: text(),
  language: text(),
  tag: tested('locale/tag', value => canonicalTag(value) !== undefined),
  date_fns: tested('locale/date-fns', hasDateFnsLocale),
  zone: tested('time/unknown-zone', isZone),
  zone_name: text(),
  zone_name_summer: z.string().optional(),
  home: tested('locale/home', isCountry),
  says_zone: z.enum(['always', 'abroad']).default('abroad'),
  spelling: z.record(z.string(), z.string()).default({}),
  names: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  grammar: z.record(z.string(), z.unknown()).optional(),
})

const FIELDS = Object.keys(shape.shape)
const NEEDED = Object.entries(shape.shape).flatMap(([name, field]) =>
  field.safeParse(undefined).success ? [] : [name],
)

/**
 * Reads the parsed file of an edition, with every mistake in it.
 *
 * @param name of the file, without extension: the edition's id has to be the same, or two editions write to one place
 */
export function readEdition(
  data: unknown,
  name: string,
): { edition?: Edition; diagnostics: readonly EditionDiagnostic[] } {
  const read = shape.safeParse(data)
  const diagnostics = read.success ? [] : read.error.issues.flatMap(issue => diagnosticsOf(issue, data))
  const id = valueOn(data, ['id'])
  if (typeof id === 'string' && id !== '') diagnostics.push(...idDiagnostics(id, name))
  return read.success && diagnostics.length === 0 ? { edition: read.data, diagnostics } : { diagnostics }
}

/** A BCP 47 tag in canonical form (`xx-YY`); `undefined` for an invalid one. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

function idDiagnostics(id: string, name: string): EditionDiagnostic[] {
  if (!/^[a-z]{2,3}(-[a-z0-9]+)*$/.test(name)) return [{ code: 'locale/edition-name', at: ['id'], facts: { name } }]
  return id === name ? [] : [{ code: 'locale/id', at: ['id'], facts: { id, name } }]
}

function diagnosticsOf(issue: z.core.$ZodIssue, data: unknown): EditionDiagnostic[] {
  const at = issue.path
  const field = String(at.at(-1) ?? '')
  const value = valueOn(data, at)
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownField(key, at))
  if (value === undefined || value === null || value === '') {
    const place = value === undefined ? at.slice(0, -1) : at
    return [{ code: 'locale/missing-field', at: place, facts: { field, needed: NEEDED.join(', ') } }]
  }
  if (issue.code === 'custom') return [untrue(String(issue.params?.code), String(value), at)]
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    const known = issue.values.map(String)
    const facts = { field, value, known: known.join(', ') }
    return [{ code: 'shape/not-a-known-value', at, facts, near: { word: value, known } }]
  }
  const expected = issue.code === 'invalid_type' && issue.expected === 'record' ? 'mapping' : 'text'
  return [{ code: 'locale/wrong-type', at, facts: { field, expected, found: kindOf(value) } }]
}

function unknownField(field: string, at: readonly PropertyKey[]): EditionDiagnostic {
  const facts = { field, known: FIELDS.join(', ') }
  return { code: 'shape/unknown-field', at: [...at, field], part: 'key', facts, near: { word: field, known: FIELDS } }
}

/** A value that fails its test, with what was probably meant. */
function untrue(code: string, value: string, at: readonly PropertyKey[]): EditionDiagnostic {
  switch (code) {
    case 'time/unknown-zone':
      return { code, at, facts: { zone: value }, near: { word: value, known: Intl.supportedValuesOf('timeZone') } }
    case 'locale/home':
      return { code, at, facts: { value, nearest: countryMeant(value) ?? '' } }
    case 'locale/date-fns':
      return { code, at, ...localeMeant(value) }
    default:
      return { code, at, facts: { value } }
  }
}

/** date-fns names a locale by its language, and by its country only where there are several. */
function localeMeant(value: string): Pick<EditionDiagnostic, 'facts' | 'near'> {
  const names = dateFnsLocaleNames()
  const [language = ''] = value.toLowerCase().split(/[-_]/)
  if (names.includes(language)) return { facts: { value, nearest: language } }
  const known = names.filter(name => name.startsWith(`${language}-`))
  if (known.length > 0) return { facts: { value, known: known.join(', '), context: 'known' } }
  return { facts: { value }, near: { word: value, known: names } }
}
