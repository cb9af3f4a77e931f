import type { Scope } from '../incident.ts'
import type { Desk } from './desk.ts'
import { name } from './name.ts'
import { speaker } from './speaker.ts'
import { choice, finish, group, many, named, note, short } from './written.ts'

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
export const scope = (desk: Desk) =>
  named(desk, 'scope', 'Scope', 'How far the trouble reaches, and how sure that is.', () =>
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
          places: note(many(name(desk, 'place')), 'Places', 'Places hit, best known first: ISO codes or ids.'),
          beyond: note(many(name(desk, 'place')), 'Beyond', 'Places that the trouble is not limited to.'),
          except: note(many(name(desk, 'place')), 'Except', 'Places spared.'),
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
          source: note(speaker(desk).optional(), 'Source', 'Who says so.'),
        }),
      ),
      (written): Scope => ({ ...written, evidence: written.evidence ?? 'confirmed' }),
    ),
  )

function expand(value: unknown): unknown {
  if (typeof value === 'string') return Object.hasOwn(reaches, value) ? { reach: value } : { places: value }
  return Array.isArray(value) ? { places: value } : value
}
