import type { Diagnostic, DiagnosticFact, Fix, Place, Severity } from './diagnostic.ts'
import type { Pointer } from './pointer.ts'

/**
 * Every diagnostic of reading incidents and settings, with the facts its message in `locales/<lang>/problems.json`
 * uses. Codes are permanent: editors search for them, tests compare them. `nearest` is empty when no known word is
 * similar.
 */
export interface FactsByCode {
  'file/too-large': { size: number; most: number }
  'file/not-utf-8': { line: number }
  'file/control-character': { character: string }
  'file/unreadable': { reason: string; context?: 'absent' | 'folder' }
  'file/name': { name: string; example: string; date: string; context: string }
  'file/year': { folder: string; year: string; right: string; context: string }
  'file/ending': { name: string; right: string }
  'file/duplicate-id': { id: string; other: string }
  'file/leaves-content': { path: string; context?: 'link' }
  'text/lost-markup': { context: string }
  'file/companion-language': { name: string; languages: string }
  'file/companion-alone': { name: string; id: string }
  'file/companion-apart': { name: string; right: string }
  'file/companion-bare': { name: string; id: string }
  'file/memory': { path: string }
  'file/link': { name: string; context: string }
  'file/not-a-folder': { path: string; context: string }
  'file/not-read': { name: string; known: string; right: string }
  'yaml/colon': { before: string; fixed: string }
  'yaml/hash': { lost: string; kept: string; fixed: string }
  'yaml/reserved-start': { character: string; fixed: string }
  'yaml/after-quote': { after: string; fixed: string }
  'yaml/comma': { lost: string }
  'yaml/tab': Record<never, never>
  'yaml/odd-space': Record<never, never>
  'yaml/indent': Record<never, never>
  'yaml/colon-missing': { text: string }
  'yaml/space-missing': { text: string; fixed: string }
  'yaml/dash': { text: string; fixed: string }
  'yaml/duplicate-key': { key: string; line: number }
  'yaml/unclosed-quote': { quote: string }
  'yaml/unclosed-bracket': { bracket: string }
  'yaml/escape': { escape: string }
  'yaml/anchor': { anchor: string }
  'yaml/tag': { tag: string }
  'yaml/directive': { directive: string }
  'yaml/several-documents': Record<never, never>
  'yaml/too-deep': { most: number }
  'yaml/forbidden-key': { key: string }
  'yaml/not-a-mapping': Record<never, never>
  'yaml/unreadable': { context: 'brackets' | 'stray' | '' }
  'shape/unknown-field': { field: string; known: string; nearest: string }
  'shape/wrong-type': { field: string; expected: string; found: string }
  'shape/missing': { field: string; of: string; right?: string; context?: 'text' | 'near' }
  'shape/empty': { field: string }
  'shape/too-many': { field: string; entries: number; most: number }
  'shape/not-a-known-value': { field: string; value: string; known: string; nearest: string }
  'shape/not-a-number': { field: string; value: string; right: string }
  'shape/not-whole': { value: string; unit: string }
  'shape/number-out-of-range': { field: string; value: string; low: number; high: number }
  'shape/not-a-telephone-number': { value: string }
  'shape/not-a-duration': { value: string }
  'shape/not-an-address': { value: string }
  'shape/not-a-slug': { value: string; right: string }
  'shape/slug-too-long': { length: number; most: number; right: string }
  'shape/not-an-id': { value: string }
  'shape/only-one': { field: string; other: string }
  'shape/only-with': { field: string; other: string }
  'shape/one-of': { fields: string }
  'name/unknown': { name: string; kind: string; nearest: string; found: DiagnosticFact }
  'name/unknown-place': { name: string; nearest: string; near: DiagnosticFact; context: 'near' | '' }
  'name/unknown-code': {
    name: string
    country: DiagnosticFact
    codes: DiagnosticFact
    context: 'country' | 'codes' | ''
  }
  'name/ambiguous-place': { name: string; places: DiagnosticFact }
  'name/several': { name: string; right: string }
  'name/wrong-kind': { name: string; kind: string; found: string; nearest: string }
  'name/unclear-speaker': Record<never, never>
  'name/duplicate-id': { id: string; other: string }
  'name/same-twice': { name: string; context: string }
  'name/place-inside': { name: string; whole: string }
  'name/other-owner': { name: string; owner: string; company: string }
  'name/no-class': { name: string; language: string; classes: string; examples: string }
  'name/no-form': { name: string; language: string }
  'name/unsure-sound': { name: string; language: string; elided: string; plain: string }
  'name/no-places': { file: string; language: string }
  'text/language': { key: string; languages: string; nearest: string }
  'text/language-not-published': { language: string; languages: string; nearest: string }
  'text/missing-language': { languages: string; field: string; context: 'made' | 'left' | '' }
  'text/highlight': { highlight: string; language: string; right: string }
  'text/highlight-language': { language: string }
  'text/no-translation': { language: string; quote: string; field: string }
  'text/quote-marks': { text: string }
  'text/clause-for-name': { text: string }
  'text/fragment': { text: string; who: string; context: 'unnamed' | '' }
  'text/no-clause': { text: string }
  'text/two-sentences': { text: string }
  'text/frame-place': { text: string }
  'text/frame-marks': { text: string }
  'text/value-negated': { text: string; value: string }
  'text/leaning': { text: string; word: string }
  'text/advice-twice': { text: string }
  'text/origin-and-cause': { text: string }
  'time/zone-of-place': { zone: string; place: string; right: string }
  'time/unreadable': { value: string; right: string }
  'time/no-such-date': { value: string; day: number; month: string; year: number }
  'time/no-such-hour': { value: string }
  'time/two-of-one-source': { field: string; context: 'own' | '' }
  'time/no-such-offset': { value: string; offset: string }
  'time/skipped': { value: string; zone: string; right: string }
  'time/twice': { value: string; zone: string; first: string; second: string }
  'time/unknown-zone': { zone: string; nearest: string }
  'time/hour-missing': { value: string; precision: string; context: 'vague' | '' }
  'time/must-be-known': { field: string }
  'time/season-needs-year': { value: string; year: string }
  'time/needs-until': Record<never, never>
  'time/until-before-at': { at: string; until: string }
  'time/part-with-hour': { part: string }
  'time/part-and-precision': { part: string; precision: string }
  'time/unknown-with-hour': Record<never, never>
  'time/at-missing': Record<never, never>
  'time/ends-before-it-starts': { started: string; ended: string }
  'time/after-as-of': { field: string; at: string; as_of: string }
  'time/starts-after-as-of': { started: string; as_of: string }
  'time/window-ends-before-it-starts': { from: string; to: string }
  'time/planned-in-the-past': { to: string; as_of: string; context: string }
  'time/expected-before-as-of': { expected: string; other: string }
  'time/expected-before-window': { expected: string; other: string }
  'time/expected-inside-window': { expected: string; other: string }
  'time/counted-before-start': { at: string; started: string }
  'time/service-starts-first': { name: string; at: string; started: string }
  'time/service-ends-last': { name: string; at: string; ended: string }
  'time/corrected-before-published': { at: string; published: string }
  'time/advice-expired': { until: string; as_of: string }
  'time/two-estimates': Record<never, never>
  'time/recovered-before-start': { at: string; started: string }
  'time/recovered-after-end': { at: string; ended: string }
  'time/length-upside-down': { from: string; to: string }
  'life/present-tense': { text: string }
  'life/advice-over': Record<never, never>
  'life/count-now': Record<never, never>
  'time/as-of-in-future': { as_of: string; now: string }
  'time/not-updated': { as_of: string; now: string; context: string }
  'time/far-away': { value: string; year: number }
  'time/precedent-after-start': { at: string; started: string }
  'state/over-but-ongoing': { state: string; ended: string; context: string }
  'state/lasted-but-ongoing': { state: string }
  'state/estimate-and-none': Record<never, never>
  'state/resolved-later': { ended: string; as_of: string }
  'state/resolved-without-end': Record<never, never>
  'state/planned-but-started': { started: string; as_of: string }
  'state/planned-without-window': Record<never, never>
  'state/retracted-without-correction': Record<never, never>
  'state/expected-but-over': { state: string }
  'state/update-contradicts': { at: string; said: string; state: string }
  'state/hit-and-spared': { name: string }
  'state/affected-and-not': { name: string; field: string }
  'state/cause-unknown-and-known': Record<never, never>
  'state/cause-given-and-denied': Record<never, never>
  'state/attack-denied': Record<never, never>
  'state/attack-author': { context: 'claimed' | 'author'; status: string }
  'state/attack-by-victim': { name: string }
  'state/back-and-down': { name: string }
  'state/knock-on-listed': { name: string }
  'text/typed-hour': { hour: string; zone: string; other: string }
  'text/error-twice': { error: string; name: string }
  'text/platform-language': { text: string; languages: string }
  'state/toll-without-link': Record<never, never>
  'state/silent-and-quoted': { name: string; said: string }
  'state/count-unsourced': Record<never, never>
  'state/now-above-peak': { now: number; peak: number }
  'state/unaffected-and-ended': { name: string }
  'state/nothing-affected': Record<never, never>
  'state/asserts-a-suspicion': { field: string; context: '' | 'over' }
  'state/false-alarm-goes-on': { state: string }
  'state/all-services-over': { state: string }
  'migrate/attack-claimed': Record<never, never>
  'migrate/advice-urgent': Record<never, never>
  'migrate/number-by': Record<never, never>
  'migrate/part-of': Record<never, never>
  'migrate/estimate-none': Record<never, never>
  'migrate/cause-unknown': Record<never, never>
  'migrate/precedent': Record<never, never>
  'migrate/says': Record<never, never>
  'migrate/percent': Record<never, never>
  'migrate/calls': Record<never, never>
  'publication/before-as-of': { published: string; as_of: string }
  'publication/before-it-started': { published: string; started: string }
  'publication/embargo': { publish_at: string; embargo: string }
  'publication/not-reviewed': Record<never, never>
  'publication/slug-in-use': { slug: string; edition: string; other: string }
  'publication/unknown-edition': { edition: string; editions: string; nearest: string }
  'publication/no-such-incident': { id: string; nearest: string }
  'picture/path': { file: string }
  'picture/missing': { file: string; folders: string; nearest: string }
  'picture/type': { file: string; ending: string; context: 'svg' | '' }
  'picture/unreadable': { file: string }
  'picture/too-large': { file: string }
  'picture/small': { file: string; width: number; least: number }
  'words/unknown-key': { key: string; nearest: string }
  'site/missing': { file: string }
  'site/base': { value: string; right: string }
  'site/logo': { value: string }
  'site/logo-missing': { path: string }
  'site/unknown-colour': { name: string; known: string; nearest: string }
  'site/unknown-edition': { edition: string; known: string; nearest: string }
  'site/colour': { value: string }
  'site/same-tag': { edition: string; other: string; tag: string }
  'site/edition-twice': { edition: string }
}

export type DiagnosticCode = keyof FactsByCode

/** Warnings: the incident is published nevertheless. Everything else is an error. */
const warnings: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'file/companion-apart',
  'file/companion-bare',
  'file/link',
  'file/not-read',
  'site/unknown-colour',
  'words/unknown-key',
  'text/missing-language',
  'text/language-not-published',
  'text/no-translation',
  'text/quote-marks',
  'text/clause-for-name',
  'text/fragment',
  'text/frame-marks',
  'text/value-negated',
  'state/count-unsourced',
  'text/leaning',
  'text/advice-twice',
  'text/origin-and-cause',
  'time/zone-of-place',
  'text/no-clause',
  'text/two-sentences',
  'name/no-form',
  'name/unsure-sound',
  'name/same-twice',
  'name/place-inside',
  'name/other-owner',
  'state/resolved-without-end',
  'state/update-contradicts',
  'state/expected-but-over',
  'state/attack-denied',
  'state/silent-and-quoted',
  // Generated incidents have these four now and then: `tools/proof/widen-incident.ts` chooses services and places
  // independently.
  'state/hit-and-spared',
  'state/back-and-down',
  'state/knock-on-listed',
  'text/error-twice',
  'text/typed-hour',
  'text/platform-language',
  'state/unaffected-and-ended',
  'state/nothing-affected',
  'state/all-services-over',
  'time/two-estimates',
  'time/recovered-before-start',
  'time/far-away',
  'time/precedent-after-start',
  'time/expected-inside-window',
  'time/counted-before-start',
  'time/service-starts-first',
  'time/service-ends-last',
  'time/corrected-before-published',
  'time/advice-expired',
  'life/present-tense',
  'life/advice-over',
  'life/count-now',
  'migrate/attack-claimed',
  'migrate/advice-urgent',
  'migrate/number-by',
  'migrate/part-of',
  'migrate/estimate-none',
  'migrate/cause-unknown',
  'migrate/precedent',
  'migrate/says',
  'migrate/percent',
  'time/not-updated',
  'file/memory',
  'migrate/calls',
  'picture/small',
  'publication/before-it-started',
  'publication/unknown-edition',
  'publication/no-such-incident',
])

/** A diagnostic of a value, by its pointer in the incident; its line is added when it is shown. */
export type UnplacedDiagnostic = { [C in DiagnosticCode]: UnplacedDiagnosticOf<C> }[DiagnosticCode]

interface UnplacedDiagnosticOf<C extends DiagnosticCode> {
  readonly code: C
  readonly facts: FactsByCode[C]
  /** In the full form; `locate` maps it to the file. */
  readonly pointer: Pointer
  /** `key`: it is about the name before the colon, not what follows it. */
  readonly part?: 'key' | 'value'
  /** The exact text to replace the value (or key) with, when that is safe. */
  readonly replace?: string
  /** The same, as YAML and not as text: a list. */
  readonly rewrite?: string
  /** Only these words of the value are wrong. */
  readonly words?: string
}

/** A diagnostic at a known place. The facts follow from the code, so a wrong fact does not compile. */
export function diagnostic<C extends DiagnosticCode>(
  code: C,
  facts: FactsByCode[C],
  place: Place,
  fix?: Fix,
): Diagnostic {
  return {
    code,
    severity: severityOf(code),
    place,
    facts: facts as Record<string, DiagnosticFact>,
    ...(fix && { fix }),
  }
}

/** `error` unless the incident can be published nevertheless. */
export function severityOf(code: DiagnosticCode): Severity {
  return warnings.has(code) ? 'warning' : 'error'
}
