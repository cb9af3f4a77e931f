import type { FieldContext } from '../../fields/field-context.ts'
import {
  choice,
  finish,
  group,
  type JsonSchema,
  many,
  named,
  note,
  notTold,
  type Read,
  short,
  told,
} from '../../fields/field-types.ts'
import { moment } from '../../fields/moment-field.ts'
import { name } from '../../fields/name-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import { localText, textBeside, wordOrText } from '../../fields/text-field.ts'
import { isMapping } from '../../foundation/value-kind.ts'
import { impacts } from './impact-field.ts'

const reaches = {
  world: 'The whole world.',
  continent: 'A continent.',
  countries: 'Several countries.',
  country: 'One country.',
  region: 'One region.',
  regions: 'Several regions.',
  city: 'One city.',
  cities: 'Several cities.',
  local: 'A small area.',
}

const degrees = choice({
  all: 'Every one there.',
  'all but': 'All but a few.',
  'nearly all': 'Nearly all.',
  most: 'Most of them.',
  part: 'Some of them.',
  few: 'A few of them.',
})

/** How many of those in a place. */
export type Degree = Read<() => typeof degrees>

const sureness = choice({
  confirmed: 'It is so.',
  stated: 'The source says so.',
  believed: 'The source believes so.',
  likely: 'Probably.',
  possible: 'Perhaps.',
  'not excluded': 'It cannot be ruled out.',
  unconfirmed: 'Somebody has heard so; nobody confirms it.',
})

type ScopeStep = Read<() => typeof sureness>

/** A step below what is told plainly. */
export type Doubt = Exclude<ScopeStep, 'confirmed' | 'stated'>

/** The step to tell, where it is not plainly so. */
export const doubtOf = ({ sure }: { readonly sure?: ScopeStep | undefined }): Doubt | undefined =>
  sure === 'confirmed' || sure === 'stated' ? undefined : sure

const wholes = { users: 'Of users.', customers: 'Of customers.', calls: 'Of calls.', places: 'Of places.' }

/** A place written in full where it is used. */
const placeInFull: JsonSchema = { $ref: '#/$defs/name-place-in-full' }

/** A place hit, and how it stands there where that is not as elsewhere. */
const placeHit = (context: FieldContext) =>
  named(context, 'place-hit', 'Place hit', 'A place hit; with how it stands there, where it is not as elsewhere.', () =>
    short(
      [{ type: 'string', description: 'Id of a place (its code), or its name in any language.' }, placeInFull],
      value => (isMapping(value) && Object.hasOwn(value, 'place') ? value : { place: value }),
      group({
        place: told(name(context, 'place'), 'Place', 'An ISO code, an id, or a name.'),
        impact: told(impacts.optional(), 'Impact', 'What is wrong there, where it is not as with the services.'),
        degree: told(degrees.optional(), 'Degree', 'How many are hit there.'),
        ended: told(moment(context).optional(), 'Ended', 'When it ended there.'),
        services: told(many(name(context, 'service')), 'Services', 'Those that fail there, where it is not all.'),
      }),
    ),
  )

/** A place hit, and how it stands there. */
export type PlaceHit = Read<typeof placeHit>

/** How far it reaches. */
export const scope = (context: FieldContext) =>
  named(context, 'scope', 'Scope', 'How far the trouble reaches, and how sure that is.', () =>
    finish(
      short(
        [
          { enum: Object.keys(reaches), enumDescriptions: Object.values(reaches) },
          { type: 'string', description: 'Id of the only place hit.' },
          { type: 'array', items: { type: 'string' }, description: 'Ids of the places hit.' },
        ],
        expand,
        group({
          reach: told(choice(reaches).optional(), 'Reach', 'How far, in a word.'),
          places: note(many(placeHit(context)), 'Places', 'Places hit, best known first: ISO codes or ids.'),
          beyond: told(many(name(context, 'place')), 'Beyond', 'Places that the trouble is not limited to.'),
          except: told(many(name(context, 'place')), 'Except', 'Places spared.'),
          degree: told(degrees.optional(), 'Degree', 'How many are hit there.'),
          of: told(
            wordOrText(context, 'of', wholes).optional(),
            'Of',
            'What the degree is of: a word, or a plural noun without article, by language (`teams`); users when nothing is said.',
          ),
          who: told(localText(context).optional(), 'Who', 'Who exactly is hit, as a noun phrase by language.', {
            words: 'noun phrase',
            invented: 0.1,
          }),
          evidence: notTold(
            choice({ confirmed: 'Told plainly.', apparent: 'Told with a hedge: "appears to".' }).default('confirmed'),
            'Evidence',
            'How sure it is; `confirmed` when nothing is said.',
          ),
          sure: notTold(
            sureness.optional(),
            'Sure',
            'The same step by step, told just so strong; then titles name no place unless it is `confirmed` or `stated`.',
            { invented: 0.1 },
          ),
          source: told(speaker(context).optional(), 'Source', 'Who says so.'),
        }),
      ),
      // What is not sure is told with a hedge wherever it is told.
      ({ evidence, ...rest }) => ({ ...rest, evidence: doubtOf(rest) ? ('apparent' as const) : evidence }),
    ),
  )

/** How far it reaches: places affected (`places`), those it is not limited to (`beyond`), those spared (`except`). */
export type IncidentScope = Read<typeof scope>

function expand(value: unknown): unknown {
  if (typeof value === 'string') return Object.hasOwn(reaches, value) ? { reach: value } : { places: value }
  return Array.isArray(value) ? { places: value } : value
}

/** Where one service fails, where that is not where all do. */
export const ownScope = (context: FieldContext) =>
  named(context, 'own-scope', 'Own scope', 'Where one service fails, where that is not where all do.', () =>
    short(
      [
        { type: 'string', description: 'Id of the only place.' },
        { type: 'array', items: { type: 'string' }, description: 'Ids of the places.' },
      ],
      value => (typeof value === 'string' || Array.isArray(value) ? { places: value } : value),
      group({
        places: told(many(name(context, 'place')), 'Places', 'Where this service fails.'),
        except: told(many(name(context, 'place')), 'Except', 'Places in which it works.'),
        degree: told(degrees.optional(), 'Degree', 'How many of its users there are hit.'),
        source: told(speaker(context).optional(), 'Source', 'Who says so.'),
      }),
    ),
  )

/** Where one service fails. */
export type OwnScope = Read<typeof ownScope>

/** Where the fault is; never where users are. */
export const origin = (context: FieldContext) =>
  named(context, 'origin', 'Origin', 'Where the fault is, which may be far from where users are.', () =>
    textBeside(
      context,
      {
        place: told(name(context, 'place').optional(), 'Place', 'The place of the fault.'),
        text: told(
          localText(context).optional(),
          'Text',
          'Where in it, as a complement by language: `at a data centre`.',
        ),
        by: told(speaker(context).optional(), 'By', 'Who says so.'),
      },
      value =>
        typeof value === 'string' || (isMapping(value) && (Object.hasOwn(value, 'name') || Object.hasOwn(value, 'id')))
          ? { place: value }
          : value,
      [{ type: 'string', description: 'Id of a place.' }, placeInFull],
    ),
  )
