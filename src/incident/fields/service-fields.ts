import type { Named } from '../../fields/directory.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import {
  bare,
  choice,
  finish,
  group,
  type JsonSchema,
  many,
  named,
  note,
  notTold,
  type Read,
  type ReportDiagnostic,
  short,
  told,
} from '../../fields/field-types.ts'
import { moment } from '../../fields/moment-field.ts'
import {
  formsApart,
  fullName,
  fullyNamed,
  inPlace,
  marked,
  type NameWritten,
  name,
  ofItsOwn,
} from '../../fields/name-field.ts'
import { lookUp } from '../../fields/name-lookup.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { isLanguage, localText, plainText, textBeside, textByLanguage } from '../../fields/text-field.ts'
import type { LocalText } from '../../fields/values.ts'
import { isMapping } from '../../foundation/value-kind.ts'
import { clauseState } from './clause-state-field.ts'
import { impacts } from './impact-field.ts'
import { ownScope } from './scope-fields.ts'
import { type SureClaim, step, sureFields } from './sure-field.ts'
import { ownWindow } from './time-fields.ts'

/** A service that is not in the directory, defined here in full. */
const nameInFull: JsonSchema = { $ref: '#/$defs/name-service-in-full' }

/** A failing service, and its impact. */
export const affectedService = (context: FieldContext) =>
  named(
    context,
    'affected-service',
    'Affected service',
    'A service that fails: its id, or with what is peculiar to it.',
    () =>
      bare(
        [{ type: 'string', description: 'Id of a service.' }],
        (id, report) => {
          const service = lookUp(context, id, 'service', report)
          return service && { service, seen_on: [], platforms: [] }
        },
        finish(
          short(
            [],
            value => formsApart(context, value, OWN_FIELDS),
            marked(
              group({
                service: told(
                  name(context, 'service').optional(),
                  'Service',
                  'What fails; or its fields beside those that follow.',
                ),
                ...fullName(context),
                impact: told(
                  impacts.optional(),
                  'Impact',
                  'What is wrong with it; by default what the kind of the incident implies.',
                ),
                degree: told(
                  choice({ lesser: 'Less than the others.', greater: 'More than the others.' }).optional(),
                  'Degree',
                  'Compared with the other services: it is told apart.',
                ),
                usable: told(
                  choice({ most: 'Most users.', part: 'Some users.', few: 'A few users.' }).optional(),
                  'Usable',
                  'For whom it still works.',
                ),
                only_from: told(
                  localText(context).optional(),
                  'Only from',
                  'The only lines, places or means with which it still works, as a complement: `from a landline`.',
                ),
                not_from: told(
                  localText(context).optional(),
                  'Not from',
                  'Those with which it does not work, where it works with others, as a complement: `from mobiles`.',
                ),
                started: told(moment(context).optional(), 'Started', 'When it began for this service.'),
                ended: told(moment(context).optional(), 'Ended', 'When it ended for this service.'),
                planned: note(ownWindow(context).optional(), 'Planned', 'The window announced for this service.'),
                symptoms: told(
                  localText(context).optional(),
                  'Symptoms',
                  'What users see, as a clause with a subject.',
                ),
                by: told(speaker(context).optional(), 'By', 'Who says what users see.', { invented: 0.05 }),
                disputed_by: told(
                  speaker(context).optional(),
                  'Disputed by',
                  'Who says that users see nothing of it.',
                  {
                    invented: 0.1,
                  },
                ),
                sure: notTold(step.optional(), 'Sure', 'How sure it is that users see that.', {
                  invented: 0.25,
                }),
                state: clauseState(0.03),
                error: told(plainText().optional(), 'Error text', 'Letter for letter, as shown on the screen.'),
                seen_on: told(many(name(context, 'service')), 'Seen on', SEEN_ON),
                platforms: told(
                  many(platform(context)),
                  'Platforms',
                  'iOS, Android, web …; a common noun by language.',
                ),
                scope: note(ownScope(context).optional(), 'Scope', 'Where it fails, where that is not where all do.'),
              }),
            ),
          ),
          (written, report) => {
            const { service, fields, rest } = nameBeside(written)
            if (rest.only_from && rest.not_from)
              return report.diagnose(
                'shape/only-one',
                { field: 'only_from', other: 'not_from' },
                { at: ['not_from'], part: 'key' },
              )
            const found = serviceOf(context, service, fields, report)
            return found && { ...rest, service: found }
          },
        ),
      ),
  )

/** A failing service. Without an `impact`, as the kind of the incident implies: `down` for an outage. */
export type AffectedService = Read<typeof affectedService>

/** What an editor reads of `seen_on`, of a service and of all. */
const SEEN_ON = 'Services on which users see it, where that is not on what fails: the sites of a host.'

/** A brand, the same in every language, or a noun by language. */
const platform = (context: FieldContext) =>
  bare<string | LocalText>([{ type: 'string' }, textByLanguage], text => text, localText(context))

/** Fields that look like a language. */
const OWN_FIELDS = ['id', 'by']

/** Separates the fields of a name from those of the service beside it. */
function nameBeside<T extends Partial<NameWritten> & { readonly service?: Named | undefined }>(written: T) {
  const { service, id, name: spelled, kind, company, rank, code, common, sort, fictitious, forms, ...rest } = written
  return { service, fields: { id, name: spelled, kind, company, rank, code, common, sort, fictitious, forms }, rest }
}

/** The service itself, whether it has a field of its own or is beside the others. */
function serviceOf(
  context: FieldContext,
  service: Named | undefined,
  fields: NameWritten,
  report: ReportDiagnostic,
): Named | undefined {
  if (service) return ofItsOwn(context, service, fields, report)
  const isNamed = fields.id !== undefined || fields.name !== undefined || fields.forms !== undefined
  if (!isNamed) return report.diagnose('shape/missing', { field: 'service', of: 'services' })
  return fullyNamed(context, fields, 'service', report)
}

/** What still works: a service, or a text. */
export const working = (context: FieldContext) =>
  named(context, 'working', 'Still works', 'A service of the directory, or a text by language.', () =>
    finish(
      short(
        [{ type: 'string', description: 'Id of a service.' }, nameInFull, textByLanguage],
        value => expandWorking(context, value),
        group({
          service: told(name(context, 'service').optional(), 'Service'),
          text: told(
            localText(context).optional(),
            'Text',
            'What works, as a clause with a subject, by language: `calls go through`.',
          ),
          by: told(speaker(context).optional(), 'By', 'Who says so.', { invented: 0.2 }),
          ...sureFields(context),
          state: clauseState(),
        }),
      ),
      ({ service, text, ...claim }, report): Working | undefined => {
        if (service && text)
          return report.diagnose('shape/only-one', { field: 'service', other: 'text' }, { at: ['text'], part: 'key' })
        const said = saidOf(claim)
        const other = (['via', 'at', 'sure'] as const).find(field => said[field] !== undefined)
        const meant = service ?? (text && !other && isNamed(context, text) ? namedIn(context, text, report) : undefined)
        if (service && other)
          return report.diagnose('shape/only-one', { field: 'service', other }, { at: [other], part: 'key' })
        if (meant) return { service: meant, ...said }
        return text ? { text, ...said } : report.diagnose('shape/one-of', { fields: 'service, text' })
      },
    ),
  )

/** Whether a text only names what works, in every language that it is written in: `mobile internet`. */
const isNamed = ({ isNounPhrase }: FieldContext, text: LocalText): boolean =>
  isNounPhrase !== undefined && Object.entries(text).every(([language, words]) => isNounPhrase(language, words))

/** What a text names, as a name written in place. */
const namedIn = (context: FieldContext, text: LocalText, report: ReportDiagnostic): Named | undefined =>
  inPlace(
    context,
    {
      kind: undefined,
      forms: Object.fromEntries(Object.entries(text).map(([language, words]) => [language, { name: words }])),
    },
    'service',
    report,
  )

export type Working = SureClaim & { readonly state?: 'ongoing' | 'resolved' | undefined } & (
    | { readonly service: Named }
    | { readonly text: LocalText }
  )

/** What is said of it, without what is not. */
const saidOf = (claim: SureClaim): SureClaim =>
  Object.fromEntries(
    Object.entries(claim).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  )

function expandWorking(context: FieldContext, value: unknown): unknown {
  if (typeof value === 'string') return { service: value }
  if (!isMapping(value)) return value
  if (Object.hasOwn(value, 'name') || Object.hasOwn(value, 'id')) {
    const { by, ...service } = value
    return { service, ...(by !== undefined && { by }) }
  }
  const entries = Object.entries(value)
  const isText = ([key]: [string, unknown]) => isLanguage(context, key) && !SAID.has(key)
  if (Object.hasOwn(value, 'text') || !entries.some(isText)) return value
  return {
    ...Object.fromEntries(entries.filter(entry => !isText(entry))),
    text: Object.fromEntries(entries.filter(isText)),
  }
}

/** Fields that look like a language. */
const SAID: ReadonlySet<string> = new Set(['by', 'at'])

/** A service that is not hit, and who says so. */
export const notAffected = (context: FieldContext) =>
  named(context, 'not-affected', 'Not affected', 'A service that is not hit: its id, or with who says so.', () =>
    finish(
      short(
        [{ type: 'string', description: 'Id of a service.' }, nameInFull],
        value => (isMapping(value) && Object.hasOwn(value, 'service') ? value : { service: value }),
        group({
          service: told(name(context, 'service'), 'Service'),
          by: told(speaker(context).optional(), 'By', 'Who says so.', { invented: 0.1 }),
          disputed_by: told(speaker(context).optional(), 'Disputed by', 'Who says that it is hit.', { invented: 0.02 }),
        }),
      ),
      ({ service, ...said }, report): NotAffected | undefined => {
        const clause = clauseIn(context, service)
        if (clause !== undefined) return report.diagnose('text/clause-for-name', { text: clause })
        return { service, ...saidOf(said) }
      },
    ),
  )

/** A name written in place that is a clause in each of its languages, in the first: readers would be told that it is spared. */
function clauseIn({ isNounPhrase }: FieldContext, service: Named | undefined): string | undefined {
  // What is no name at all has its line already.
  const spelled = Object.entries(service?.forms ?? {}).flatMap(([language, { name: words }]) =>
    words ? [{ language, words }] : [],
  )
  const hasVerb = ({ language, words }: (typeof spelled)[number]) =>
    fewAtOnce(words).some(part => isNounPhrase?.(language, part) === false)
  return spelled.length > 1 && spelled.every(hasVerb) ? spelled[0]?.words : undefined
}

/** Words of a long name, so few at once that a verb among them shows. */
function fewAtOnce(words: string): string[] {
  const all = words.trim().split(/\s+/u)
  return all.flatMap((_, nth) => (nth % FEW === 0 ? [all.slice(nth, nth + FEW).join(' ')] : []))
}

const FEW = 4

export type NotAffected = Pick<SureClaim, 'by' | 'disputed_by'> & { readonly service: Named }

/** What users see, for the incident as a whole. */
export const symptom = (context: FieldContext) =>
  named(context, 'symptom', 'Symptom', 'What users see, as a clause with a subject, by language.', () =>
    textBeside(context, {
      text: told(localText(context), 'Text', 'As a clause, by language.', { words: 'clause' }),
      error: told(plainText().optional(), 'Error text', 'Letter for letter.', { words: 'error text' }),
      seen_on: told(many(name(context, 'service')), 'Seen on', SEEN_ON, { invented: 0.1 }),
      by: told(speaker(context).optional(), 'By', 'Who says so.', { invented: 0.2 }),
      ...sureFields(context),
      state: clauseState(),
    }),
  )

export type Symptom = Read<typeof symptom>
