import type { z } from 'zod'
import type { FieldContext } from '../../fields/field-context.ts'
import { choice, group, many, named, note, notTold, type Read, told } from '../../fields/field-types.ts'
import { knownMoment, moment } from '../../fields/moment-field.ts'
import { name } from '../../fields/name-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { advice } from './advice-fields.ts'
import { compensation, correction, knockOn, precedent, remark, resolution, states, update } from './aftermath-fields.ts'
import { attack, cause, dataImpact } from './cause-fields.ts'
import { claim } from './claim-fields.ts'
import { count } from './count-fields.ts'
import { casualties, event } from './event-fields.ts'
import { expected } from './expected-field.ts'
import { impacts } from './impact-field.ts'
import { lasted } from './lasted-field.ts'
import { publicationFields, source } from './publication-fields.ts'
import { recovery } from './recovery-field.ts'
import { origin, scope } from './scope-fields.ts'
import { affectedService, notAffected, symptom, working } from './service-fields.ts'
import { reaction, statement, thirdParty } from './statement-fields.ts'
import { end, interval, window } from './time-fields.ts'

const kinds = choice({
  outage: 'Something does not work.',
  degradation: 'Something works badly.',
  maintenance: 'Planned work.',
  attack: 'An attack.',
  'cable cut': 'One or several cables are cut; how many is not told.',
  'power cut': 'Electricity fails.',
  'emergency numbers': 'Emergency numbers cannot be reached.',
  fire: 'A fire.',
  flood: 'A flood.',
  weather: 'A storm, snow, heat.',
  explosion: 'An explosion.',
  'failed update': 'An update that went wrong.',
  'human error': 'A mistake somebody made.',
  overload: 'Too much at once.',
  'data loss': 'Data is lost.',
  transport: 'Trains, flights, buses do not run.',
  payment: 'Payments fail.',
  power: 'Electricity fails, told by the service that is hit.',
  water: 'Water fails.',
  broadcast: 'A channel is off air.',
  health: 'Hospitals or care are hit.',
  'false alarm': 'It was nothing.',
})

/** The kind of incident. */
export type Kind = z.output<typeof kinds>

/** Required fields. */
export const required = ['state', 'as_of', 'services'] as const

/** The fields that articles tell, in the order of files. */
const storyFields = (context: FieldContext) => ({
  state: notTold(choice(states).optional(), 'State', 'Where the story stands at `as_of`.'),
  kind: notTold(kinds.default('outage'), 'Kind', 'What sort of trouble; an outage when nothing is said.'),
  as_of: notTold(
    knownMoment(context).optional(),
    'As of',
    'The moment from which this version speaks. "This evening", "for nearly an hour" are computed from it; a date alone where nobody knows the hour.',
  ),
  company: told(name(context, 'company').optional(), 'Company', 'The company that answers for the services.'),
  providers: note(many(provider(context)), 'Providers', 'Other companies with a part in it.'),
  services: note(many(affectedService(context)), 'Services', 'What fails, best known first.'),
  not_affected: note(
    many(notAffected(context)),
    'Not affected',
    'Services that one might think are down, and are not.',
  ),
  still_works: note(many(working(context)), 'Still works', 'What one can still do: a service, or a text.'),
  started: told(many(moment(context)), 'Started', 'When it began; several when sources disagree.'),
  ended: told(many(end(context)), 'Ended', 'When it ended; several when sources disagree.', {
    // The latest knowledge of the end replaces earlier ones.
    replaced: true,
  }),
  event: note(many(event(context)), 'Event', 'What happened apart from the outage, with its own hour and place.'),
  casualties: note(many(casualties(context)), 'Casualties', 'The dead, the injured and the missing, or `none`.'),
  intervals: note(many(interval(context)), 'Intervals', 'The spans in which it failed, of a story of several.'),
  lasted: note(many(lasted(context)), 'Lasted', 'How long it lasted, where somebody says so.'),
  planned: note(many(window(context)), 'Planned', 'The window announced beforehand; several for several works.'),
  recovery: note(many(recovery(context)), 'Recovery', 'When and how far it came back, before it was over.'),
  expected: note(
    many(expected(context)),
    'Expected',
    'When the end is expected, how long that takes, or `none` when no estimate is given.',
  ),
  scope: note(scope(context).optional(), 'Scope', 'How far it reaches.'),
  origin: note(origin(context).optional(), 'Origin', 'Where the fault is; never told as where users are.'),
  symptoms: note(many(symptom(context)), 'Symptoms', 'What users see.', { invented: 0.05 }),
  counts: note(many(count(context)), 'Counts', 'Figures, and who counted.'),
  statements: note(many(statement(context)), 'Statements', 'What the company says, or that it says nothing.'),
  reactions: note(many(reaction(context)), 'Reactions', 'What users do and say elsewhere.'),
  third_parties: note(many(thirdParty(context)), 'Third parties', 'Ministers, regulators, rivals, experts.'),
  cause: note(many(cause(context)), 'Cause', 'Why; `unknown` says that nobody has said.', { as: 'causes' }),
  causes: note(many(cause(context)), 'Causes', 'Several causes, given or denied one after the other.'),
  attack: note(many(attack(context)), 'Attack', 'Whether it was an attack; several where people differ.'),
  data_impact: note(dataImpact(context).optional(), 'Data', "What happened to users' data."),
  facts: note(
    many(claim(context)),
    'Facts',
    'What no other field has a place for: a clause, who says it, how sure it is, and why it is news.',
  ),
  updates: note(many(update(context)), 'Updates', 'What changed, moment by moment.'),
  resolution: note(resolution(context).optional(), 'Resolution', 'How it was mended.'),
  residual: note(many(remark(context)), 'Residual trouble', 'Trouble that remains after the end.'),
  advice: note(many(advice(context)), 'Advice', 'What to do, while it holds.'),
  knock_on: note(many(knockOn(context)), 'Knock-on effects', 'Others who suffer.'),
  economy: note(many(remark(context)), 'Economy', 'Shares, losses: a sentence.'),
  compensation: note(many(compensation(context)), 'Compensation', 'What customers get: a sentence.'),
  precedents: note(many(precedent(context)), 'Precedents', 'Earlier cases.'),
  background: note(many(remark(context)), 'Background', 'What helps to understand: sentences.'),
  corrections: note(many(correction(context)), 'Corrections', 'What earlier versions said wrongly.'),
  sources: note(many(source(context)), 'Sources', 'Pages that the facts come from.', { invented: 0.2 }),
})

/** Every field of an incident file. Required ones are checked later, so that a missing one hides no other mistake. */
export const whole = (context: FieldContext) =>
  named(context, 'incident', 'Incident', 'One service outage, as a newsroom knows it at one moment.', () =>
    group({ ...storyFields(context), ...publicationFields(context) }),
  )

/** The values of an incident's fields for articles. */
export type StoryFields = Readonly<z.output<z.ZodObject<ReturnType<typeof storyFields>>>>

/** The fields of an incident as read, before they are assembled. */
export type Whole = z.output<ReturnType<typeof whole>>

const roles = {
  operator: 'Runs the service.',
  upstream: 'The service depends on it.',
  downstream: 'Depends on the service.',
  affected: 'Its customers suffer from it.',
  spared: 'Its customers do not suffer from it.',
}

/** The role of another company. */
export type Role = keyof typeof roles

const provider = (context: FieldContext) =>
  named(context, 'provider', 'Provider', 'Another company with a part in it.', () =>
    group({
      company: told(name(context, 'company'), 'Company'),
      role: notTold(choice(roles), 'Role'),
      services: told(
        many(name(context, 'service')),
        'Services',
        'What its customers lack, or still have; all that fails when nothing is said.',
      ),
      impact: told(impacts.optional(), 'Impact', 'What is wrong with it there, of a company affected.'),
      by: told(speaker(context).optional(), 'By', 'Who says that its customers suffer, or do not.'),
    }),
  )

export type Provider = Read<typeof provider>
