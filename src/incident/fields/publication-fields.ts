import { z } from 'zod'
import { address, slug } from '../../fields/address-field.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import { finish, group, many, marks, named, note, short } from '../../fields/field-types.ts'
import { instant } from '../../fields/moment-field.ts'
import { flag } from '../../fields/number-field.ts'
import { localText, plainText } from '../../fields/text-field.ts'
import { isMapping } from '../../foundation/value-kind.ts'
import type { IncidentSourceLink } from '../incident.ts'

/** Where something can be read. */
export const source = (context: FieldContext) =>
  named(context, 'source', 'Source', 'A page that the facts come from.', () =>
    finish(
      short(
        [{ type: 'string', format: 'uri' }],
        value => (typeof value === 'string' ? { url: value } : value),
        group({
          url: note(address(), 'Address', 'http or https.'),
          title: note(plainText().optional(), 'Title', 'Title of the page, in its own language.'),
          publisher: note(plainText().optional(), 'Publisher', 'Who publishes the page.'),
          seen: note(instant(context, false).optional(), 'Seen', 'When the newsroom read it.'),
        }),
      ),
      (written): IncidentSourceLink => written,
    ),
  )

/** Fields that say how the article is published; in the file they stand at the top level. */
export const publicationFields = (context: FieldContext) => ({
  published: note(instant(context).optional(), 'Published', 'When the first version was published.'),
  publish_at: note(instant(context).optional(), 'Publish at', 'Not before this moment.'),
  embargo: note(instant(context).optional(), 'Embargo', 'Forbidden before this moment.'),
  draft: note(flag().optional(), 'Draft', 'true: not published.'),
  slug: note(
    perEdition(context, slug(), 'slug').optional(),
    'Slug',
    'Last part of the address: one for all editions, or by edition.',
  ),
  former_slugs: note(
    perEdition(context, many(slug()), 'list').optional(),
    'Former slugs',
    'Addresses it had: they lead to the new one. For all editions, or by edition.',
  ),
  reviewed: note(reviewed(context).optional(), 'Reviewed', 'Who read it before publication, and when.'),
  headline: note(localText(context).optional(), 'Headline', 'Instead of the generated one, by language.'),
  standfirst: note(localText(context).optional(), 'Standfirst', 'Instead of the generated one, by language.'),
  tags: note(many(plainText()), 'Tags', 'Key words.'),
})

const reviewed = (context: FieldContext) =>
  named(context, 'reviewed', 'Reviewed', 'Who read it before publication, and when.', () =>
    short(
      [{ type: 'string', description: 'Who.' }],
      value => (typeof value === 'string' ? { by: value } : value),
      group({
        by: note(plainText(), 'By', 'Who.'),
        at: note(instant(context, false).optional(), 'At', 'When.'),
      }),
    ),
  )

/** One value for all editions, or one for each. */
function perEdition<S extends z.ZodType>(context: FieldContext, one: S, kind: 'slug' | 'list') {
  const record = z.record(z.string(), one)
  const shape = short(
    kind === 'slug' ? [{ type: 'string' }] : [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    value =>
      isMapping(value) || value === null
        ? value
        : Object.fromEntries(context.editions.map(edition => [edition, value])),
    record,
  )
  marks.add(shape, { ...marks.get(shape), editions: true })
  return shape
}
