import { z } from 'zod'
import { address, slug } from '../../fields/address-field.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import { finish, group, many, marks, named, note, notTold, type Read, short } from '../../fields/field-types.ts'
import { instant, knownMoment } from '../../fields/moment-field.ts'
import { flag } from '../../fields/number-field.ts'
import { localText, plainText, textBeside } from '../../fields/text-field.ts'
import { isMapping } from '../../foundation/value-kind.ts'
import { picture } from './picture-fields.ts'

/** Where something can be read. */
export const source = (context: FieldContext) =>
  named(context, 'source', 'Source', 'A page that the facts come from.', () =>
    short(
      [{ type: 'string', format: 'uri' }],
      value => (typeof value === 'string' ? { url: value } : value),
      finish(
        group({
          url: notTold(address().optional(), 'Address', 'http or https; or else its publisher.'),
          title: notTold(plainText().optional(), 'Title', 'Title of the page, in its own language.', {
            words: 'title',
          }),
          publisher: notTold(
            plainText().optional(),
            'Publisher',
            'Who publishes it; enough for what has no address: print, radio, a call.',
            { words: 'name' },
          ),
          seen: notTold(instant(context, false).optional(), 'Seen', 'When the newsroom read it.'),
        }),
        (written, report) =>
          written.url || written.publisher ? written : report.diagnose('shape/one-of', { fields: 'url, publisher' }),
      ),
    ),
  )

export type IncidentSourceLink = Read<typeof source>

/** Fields about how the article is published; in the file they are at the top level. */
export const publicationFields = (context: FieldContext) => ({
  published: notTold(instant(context).optional(), 'Published', 'When the first version was published.'),
  publish_at: notTold(instant(context).optional(), 'Publish at', 'Not before this moment.'),
  embargo: notTold(instant(context).optional(), 'Embargo', 'Forbidden before this moment.'),
  draft: notTold(flag().default(false), 'Draft', 'true: not published.'),
  slug: notTold(
    perEdition(context, slug(), 'slug').default({}),
    'Slug',
    'Last part of the address: one for all editions, or by edition.',
  ),
  former_slugs: notTold(
    perEdition(context, many(slug()), 'list').default({}),
    'Former slugs',
    'Addresses it had: they lead to the new one. For all editions, or by edition.',
  ),
  reviewed: note(reviewed(context).optional(), 'Reviewed', 'Who read it before publication, and when.', {
    invented: 0.1,
  }),
  headline: notTold(
    localText(context).optional(),
    'Headline',
    'Instead of the generated one, by language; the alert too, where none is typed.',
    {
      lacking: 'made',
    },
  ),
  standfirst: notTold(
    localText(context).optional(),
    'Standfirst',
    'Instead of the generated one, by language; it opens the brief.',
    {
      lacking: 'made',
      invented: 0.02,
      words: 'sentence',
    },
  ),
  alert: notTold(
    localText(context).optional(),
    'Alert',
    'Instead of the generated one, by language: at most 110 characters.',
    { lacking: 'made', invented: 0.02, words: 'title' },
  ),
  angle: notTold(
    plainText().optional(),
    'Angle',
    'Which fact leads, in place of the most newsworthy: its field, `cause`, or an entry of it, `counts/1`. `show --plan` lists them.',
  ),
  sentences: note(
    many(sentence(context)),
    'Sentences',
    'Sentences in an editor’s own words, each in place of one that is made; `show --trace` names them.',
  ),
  pictures: note(
    many(picture(context)),
    'Pictures',
    'Photographs or drawings; the first stands at the head of the article, in lists and on the share card.',
  ),
  tags: notTold(many(plainText()), 'Tags', 'Key words.'),
})

/** How the article is published; slugs are by edition. */
export type Publication = Readonly<z.output<z.ZodObject<ReturnType<typeof publicationFields>>>>

/** One sentence in an editor's own words. */
const sentence = (context: FieldContext) =>
  named(context, 'sentence', 'Sentence', 'A sentence in an editor’s own words, in place of the one that is made.', () =>
    textBeside(context, {
      tells: notTold(plainText(), 'Tells', 'What it tells, as `show --trace` names it: `counts.any counts/0`.'),
      facts: notTold(
        plainText().optional(),
        'Facts',
        'The mark of its facts that `show --trace` gives beside it. Once they change, `check` asks again, and the sentence is made until then.',
      ),
      text: notTold(localText(context), 'Text', 'The sentence, by language; in the others it is made.', {
        lacking: 'allowed',
        words: 'sentence',
      }),
    }),
  )

const reviewed = (context: FieldContext) =>
  named(context, 'reviewed', 'Reviewed', 'Who read it before publication, and when.', () =>
    short(
      [{ type: 'string', description: 'Who.' }],
      value => (typeof value === 'string' ? { by: value } : value),
      group({
        by: notTold(plainText(), 'By', 'Who.', { words: 'name' }),
        at: notTold(knownMoment(context).optional(), 'At', 'When.'),
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
