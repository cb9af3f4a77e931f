import { z } from 'zod'
import type { Source } from '../incident.ts'
import { address, slug } from './address.ts'
import type { Desk } from './desk.ts'
import { instant } from './moment.ts'
import { flag } from './number.ts'
import { localText, plainText } from './text.ts'
import { finish, group, isMapping, many, marks, named, note, short } from './written.ts'

/** Where something can be read. */
export const source = (desk: Desk) =>
  named(desk, 'source', 'Source', 'A page that the facts come from.', () =>
    finish(
      short(
        [{ type: 'string', format: 'uri' }],
        value => (typeof value === 'string' ? { url: value } : value),
        group({
          url: note(address(), 'Address', 'http or https.'),
          title: note(plainText().optional(), 'Title', 'Title of the page, in its own language.'),
          publisher: note(plainText().optional(), 'Publisher', 'Who publishes the page.'),
          seen: note(instant(desk, false).optional(), 'Seen', 'When the newsroom read it.'),
        }),
      ),
      (written): Source => written,
    ),
  )

/** Fields that say how the article is published; in the file they stand at the top level. */
export const publicationFields = (desk: Desk) => ({
  published: note(instant(desk).optional(), 'Published', 'When the first version was published.'),
  publish_at: note(instant(desk).optional(), 'Publish at', 'Not before this moment.'),
  embargo: note(instant(desk).optional(), 'Embargo', 'Forbidden before this moment.'),
  draft: note(flag().optional(), 'Draft', 'true: not published.'),
  slug: note(
    perEdition(desk, slug(), 'slug').optional(),
    'Slug',
    'Last part of the address: one for all editions, or by edition.',
  ),
  former_slugs: note(
    perEdition(desk, many(slug()), 'list').optional(),
    'Former slugs',
    'Addresses it had: they lead to the new one. For all editions, or by edition.',
  ),
  reviewed: note(reviewed(desk).optional(), 'Reviewed', 'Who read it before publication, and when.'),
  headline: note(localText(desk).optional(), 'Headline', 'Instead of the generated one, by language.'),
  standfirst: note(localText(desk).optional(), 'Standfirst', 'Instead of the generated one, by language.'),
  tags: note(many(plainText()), 'Tags', 'Key words.'),
})

const reviewed = (desk: Desk) =>
  named(desk, 'reviewed', 'Reviewed', 'Who read it before publication, and when.', () =>
    short(
      [{ type: 'string', description: 'Who.' }],
      value => (typeof value === 'string' ? { by: value } : value),
      group({
        by: note(plainText(), 'By', 'Who.'),
        at: note(instant(desk, false).optional(), 'At', 'When.'),
      }),
    ),
  )

/** One value for all editions, or one for each. */
function perEdition<S extends z.ZodType>(desk: Desk, one: S, kind: 'slug' | 'list') {
  const record = z.record(z.string(), one)
  const shape = short(
    kind === 'slug' ? [{ type: 'string' }] : [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    value =>
      isMapping(value) || value === null ? value : Object.fromEntries(desk.editions.map(edition => [edition, value])),
    record,
  )
  marks.add(shape, { ...marks.get(shape), editions: true })
  return shape
}
