import type { FieldContext } from '../../fields/field-context.ts'
import { choice, finish, group, many, named, note, short } from '../../fields/field-types.ts'
import { name } from '../../fields/name-field.ts'
import { speaker } from '../../fields/speaker-field.ts'
import type { IncidentScope } from '../incident.ts'

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
          reach: note(choice(reaches).optional(), 'Reach', 'How far, in a word.'),
          places: note(many(name(context, 'place')), 'Places', 'Places hit, best known first: ISO codes or ids.'),
          beyond: note(many(name(context, 'place')), 'Beyond', 'Places that the trouble is not limited to.'),
          except: note(many(name(context, 'place')), 'Except', 'Places spared.'),
          degree: note(
            choice({
              all: 'Every user there.',
              most: 'Most users there.',
              part: 'Some users there.',
              few: 'Few users there.',
            }).optional(),
            'Degree',
            'How many of the users there.',
          ),
          evidence: note(
            choice({ confirmed: 'Told plainly.', apparent: 'Told with a hedge: "appears to".' }).optional(),
            'Evidence',
            'How sure it is; `confirmed` when nothing is said.',
          ),
          source: note(speaker(context).optional(), 'Source', 'Who says so.'),
        }),
      ),
      (written): IncidentScope => ({ ...written, evidence: written.evidence ?? 'confirmed' }),
    ),
  )

function expand(value: unknown): unknown {
  if (typeof value === 'string') return Object.hasOwn(reaches, value) ? { reach: value } : { places: value }
  return Array.isArray(value) ? { places: value } : value
}
