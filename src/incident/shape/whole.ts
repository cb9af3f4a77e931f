import type { z } from 'zod'
import type { Expected } from '../incident.ts'
import { advice, correction, knockOn, precedent, remark, resolution, states, update } from './aftermath.ts'
import { attack, cause, dataImpact } from './causes.ts'
import { count } from './counts.ts'
import type { Desk } from './desk.ts'
import { instant, moment } from './moment.ts'
import { name } from './name.ts'
import { publicationFields, source } from './publication.ts'
import { scope } from './scope.ts'
import { affectedService, symptom, working } from './services.ts'
import { speaker } from './speaker.ts'
import { reaction, statement, thirdParty } from './statements.ts'
import { choice, finish, group, isMapping, many, named, note, short } from './written.ts'

const kinds = choice({
  outage: 'Something does not work.',
  degradation: 'Something works badly.',
  maintenance: 'Planned work.',
  attack: 'An attack.',
  'cable cut': 'A cable is cut.',
  'power cut': 'Electricity fails.',
  'emergency numbers': 'Emergency numbers cannot be reached.',
  'false alarm': 'It was nothing.',
})

/** Fields without which there is nothing to tell. */
export const required = ['state', 'as_of', 'services'] as const

/** Every field of an incident file. The ones required are asked for later, so that their lack hides nothing else. */
export const whole = (desk: Desk) =>
  named(desk, 'incident', 'Incident', 'One service outage, as a newsroom knows it at one moment.', () =>
    group({
      state: note(choice(states).optional(), 'State', 'Where the story stands at `as_of`.'),
      kind: note(kinds.optional(), 'Kind', 'What sort of trouble; an outage when nothing is said.'),
      as_of: note(
        instant(desk).optional(),
        'As of',
        'The moment from which this version speaks. "This evening", "for nearly an hour" are computed from it.',
      ),
      company: note(name(desk, 'company').optional(), 'Company', 'The company that answers for the services.'),
      providers: note(many(provider(desk)), 'Providers', 'Other companies with a part in it.'),
      services: note(many(affectedService(desk)), 'Services', 'What fails, best known first.'),
      not_affected: note(
        many(name(desk, 'service')),
        'Not affected',
        'Services that one might think are down, and are not.',
      ),
      still_works: note(many(working(desk)), 'Still works', 'What one can still do: a service, or a text.'),
      started: note(many(moment(desk)), 'Started', 'When it began; several when sources disagree.'),
      ended: note(many(moment(desk)), 'Ended', 'When it ended; several when sources disagree.'),
      planned: note(window(desk).optional(), 'Planned', 'The window announced beforehand.'),
      expected: note(
        expected(desk).optional(),
        'Expected',
        'When the end is expected, or `none` when no estimate is given.',
      ),
      scope: note(scope(desk).optional(), 'Scope', 'How far it reaches.'),
      symptoms: note(many(symptom(desk)), 'Symptoms', 'What users see.'),
      counts: note(many(count(desk)), 'Counts', 'Figures, and who counted.'),
      statements: note(many(statement(desk)), 'Statements', 'What the company says, or that it says nothing.'),
      reactions: note(many(reaction(desk)), 'Reactions', 'What users do and say elsewhere.'),
      third_parties: note(many(thirdParty(desk)), 'Third parties', 'Ministers, regulators, rivals, experts.'),
      cause: note(many(cause(desk)), 'Cause', 'Why; `unknown` says that nobody has said.'),
      causes: note(many(cause(desk)), 'Causes', 'Several causes, given or denied one after the other.'),
      attack: note(attack(desk).optional(), 'Attack', 'Whether it was an attack.'),
      data_impact: note(dataImpact(desk).optional(), 'Data', "What happened to users' data."),
      updates: note(many(update(desk)), 'Updates', 'What changed, moment by moment.'),
      resolution: note(resolution(desk).optional(), 'Resolution', 'How it was mended.'),
      residual: note(many(remark(desk)), 'Residual trouble', 'Trouble that remains after the end.'),
      advice: note(advice(desk).optional(), 'Advice', 'What to do.'),
      knock_on: note(many(knockOn(desk)), 'Knock-on effects', 'Others who suffer.'),
      economy: note(many(remark(desk)), 'Economy', 'Shares, losses: a sentence.'),
      compensation: note(remark(desk).optional(), 'Compensation', 'What customers get: a sentence.'),
      precedents: note(many(precedent(desk)), 'Precedents', 'Earlier cases.'),
      background: note(many(remark(desk)), 'Background', 'What helps to understand: sentences.'),
      corrections: note(many(correction(desk)), 'Corrections', 'What earlier versions said wrongly.'),
      sources: note(many(source(desk)), 'Sources', 'Pages that the facts come from.'),
      ...publicationFields(desk),
    }),
  )

/** An incident as its fields were read, before it is put together. */
export type Whole = z.output<ReturnType<typeof whole>>

const provider = (desk: Desk) =>
  named(desk, 'provider', 'Provider', 'Another company with a part in it.', () =>
    group({
      company: note(name(desk, 'company'), 'Company'),
      role: note(
        choice({
          operator: 'Runs the service.',
          upstream: 'The service depends on it.',
          downstream: 'Depends on the service.',
        }),
        'Role',
      ),
    }),
  )

const window = (desk: Desk) =>
  named(desk, 'window', 'Window', 'A span of time announced beforehand.', () =>
    group({
      from: note(moment(desk), 'From', 'When it begins.'),
      to: note(moment(desk).optional(), 'To', 'When it ends.'),
    }),
  )

const expected = (desk: Desk) =>
  named(desk, 'expected', 'Expected end', 'A moment, or `none` when no estimate is given.', () =>
    finish(
      short(
        [{ const: 'none', description: 'No estimate is given.' }, { $ref: '#/$defs/moment' }],
        expandExpected,
        group({
          kind: note(choice({ none: 'No estimate is given.', at: 'An estimate is given.' }).optional(), 'Kind'),
          when: note(moment(desk).optional(), 'When', 'The estimate; its fields may also stand here directly.'),
          source: note(speaker(desk).optional(), 'Source', 'With `kind: none`: who gives none.'),
        }),
      ),
      ({ kind, when, source: by }, report): Expected | undefined => {
        if (kind === 'none') {
          if (when)
            return report.complain('shape/only-one', { field: 'none', other: 'when' }, { at: ['when'], part: 'key' })
          return { kind: 'none', ...(by && { source: by }) }
        }
        if (!when) return report.complain('shape/missing', { field: 'when', of: 'expected' })
        return { kind: 'at', when: by && !when.source ? { ...when, source: by } : when }
      },
    ),
  )

function expandExpected(value: unknown): unknown {
  if (value === 'none') return { kind: 'none' }
  if (typeof value === 'string') return { when: value }
  if (!isMapping(value) || Object.hasOwn(value, 'when') || value.kind === 'none') return value
  const { kind, ...when } = value
  return kind === undefined ? { when } : { kind, when }
}
