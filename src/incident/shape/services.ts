import type { AffectedService, Symptom, Working } from '../incident.ts'
import type { Desk } from './desk.ts'
import { moment } from './moment.ts'
import { lookUp, name } from './name.ts'
import { isLanguage, localText, plainText, textBeside, textByLanguage } from './text.ts'
import { bare, choice, finish, group, isMapping, type Json, many, named, note, short } from './written.ts'

export const impact = choice({
  down: 'Does not work at all.',
  degraded: 'Works badly.',
  partial: 'Works for some, or in part.',
  slow: 'Works slowly.',
  'login only': 'Only logging in fails.',
  intermittent: 'Comes and goes.',
  unaffected: 'Works: it is named because one might think otherwise.',
})

/** A service that is not in the directory, written here in full. */
const nameInFull: Json = { $ref: '#/$defs/name-service-in-full' }

/** One service that fails, and how. */
export const affectedService = (desk: Desk) =>
  named(
    desk,
    'affected-service',
    'Affected service',
    'A service that fails: its id, or with what is peculiar to it.',
    () =>
      bare(
        [{ type: 'string', description: 'Id of a service.' }, nameInFull],
        (id, report): AffectedService | undefined => {
          const service = lookUp(desk.directory, id, 'service', report)
          return service && { service, platforms: [] }
        },
        short(
          [],
          // A name in full may stand here itself: `- { name: Nordlys, fr: … }`.
          value => (isMapping(value) && Object.hasOwn(value, 'name') ? { service: value } : value),
          group({
            service: note(name(desk, 'service'), 'Service', 'What fails.'),
            impact: note(
              impact.optional(),
              'Impact',
              'What is wrong with it; by default what the kind of the incident implies.',
            ),
            degree: note(
              choice({ lesser: 'Less than the others.', greater: 'More than the others.' }).optional(),
              'Degree',
              'Compared with the other services: it is told apart.',
            ),
            usable: note(
              choice({ most: 'Most users.', part: 'Some users.', few: 'A few users.' }).optional(),
              'Usable',
              'For whom it still works.',
            ),
            started: note(moment(desk).optional(), 'Started', 'When it began for this service.'),
            ended: note(moment(desk).optional(), 'Ended', 'When it ended for this service.'),
            symptoms: note(localText(desk).optional(), 'Symptoms', 'What users see, as a clause with a subject.'),
            error: note(plainText().optional(), 'Error text', 'Letter for letter, as shown on the screen.'),
            platforms: note(many(plainText()), 'Platforms', 'iOS, Android, web …'),
          }),
        ),
      ),
  )

/** What still works: a service, or a text. */
export const working = (desk: Desk) =>
  named(desk, 'working', 'Still works', 'A service of the directory, or a text by language.', () =>
    finish(
      short(
        [{ type: 'string', description: 'Id of a service.' }, nameInFull, textByLanguage],
        value => expandWorking(desk, value),
        group({
          service: note(name(desk, 'service').optional(), 'Service'),
          text: note(
            localText(desk).optional(),
            'Text',
            'What works, as a clause with a subject, by language: `calls go through`.',
          ),
        }),
      ),
      ({ service, text }, report): Working | undefined => {
        if (service && text)
          return report.complain('shape/only-one', { field: 'service', other: 'text' }, { at: ['text'], part: 'key' })
        if (service) return { service }
        return text ? { text } : report.complain('shape/one-of', { fields: 'service, text' })
      },
    ),
  )

function expandWorking(desk: Desk, value: unknown): unknown {
  if (typeof value === 'string') return { service: value }
  if (!isMapping(value)) return value
  if (Object.hasOwn(value, 'name')) return { service: value }
  return Object.keys(value).some(key => isLanguage(desk, key)) ? { text: value } : value
}

/** What users see, for the incident as a whole. */
export const symptom = (desk: Desk) =>
  named(desk, 'symptom', 'Symptom', 'What users see, as a clause with a subject, by language.', () =>
    finish(
      textBeside(desk, {
        text: note(localText(desk), 'Text', 'As a clause, by language.'),
        error: note(plainText().optional(), 'Error text', 'Letter for letter.'),
      }),
      (one): Symptom => one,
    ),
  )
