import type { FieldContext } from '../../fields/field-context.ts'
import { choice, group, many, named, notTold, type Read, short, told } from '../../fields/field-types.ts'
import { name } from '../../fields/name-field.ts'
import { speaker } from '../../fields/speaker-field.ts'

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
    short(
      [
        { enum: Object.keys(reaches), enumDescriptions: Object.values(reaches) },
        { type: 'string', description: 'Id of the only place hit.' },
        { type: 'array', items: { type: 'string' }, description: 'Ids of the places hit.' },
      ],
      expand,
      group({
        reach: told(choice(reaches).optional(), 'Reach', 'How far, in a word.'),
        places: told(many(name(context, 'place')), 'Places', 'Places hit, best known first: ISO codes or ids.'),
        beyond: told(many(name(context, 'place')), 'Beyond', 'Places that the trouble is not limited to.'),
        except: told(many(name(context, 'place')), 'Except', 'Places spared.'),
        degree: told(
          choice({
            all: 'Every user there.',
            most: 'Most users there.',
            part: 'Some users there.',
            few: 'Few users there.',
          }).optional(),
          'Degree',
          'How many of the users there.',
        ),
        evidence: notTold(
          choice({ confirmed: 'Told plainly.', apparent: 'Told with a hedge: "appears to".' }).default('confirmed'),
          'Evidence',
          'How sure it is; `confirmed` when nothing is said.',
        ),
        source: told(speaker(context).optional(), 'Source', 'Who says so.'),
      }),
    ),
  )

/** How far it reaches: places affected (`places`), those it is not limited to (`beyond`), those spared (`except`). */
export type IncidentScope = Read<typeof scope>

function expand(value: unknown): unknown {
  if (typeof value === 'string') return Object.hasOwn(reaches, value) ? { reach: value } : { places: value }
  return Array.isArray(value) ? { places: value } : value
}
