import { address } from '../../fields/address-field.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import { finish, group, named, notTold, type Read, short } from '../../fields/field-types.ts'
import { wholeNumber } from '../../fields/number-field.ts'
import { localText, plainText } from '../../fields/text-field.ts'

/** A photograph or a drawing that goes with an article. */
export const picture = (context: FieldContext) =>
  named(context, 'picture', 'Picture', 'A photograph or a drawing that goes with the article.', () =>
    group({
      file: notTold(
        fileName(),
        'File',
        'Name of a JPEG, PNG or WebP: beside the incident file, or in `content/pictures/`.',
      ),
      alt: notTold(localText(context), 'Alternative text', 'What it shows, by language, for those who do not see it.', {
        words: 'sentence',
      }),
      caption: notTold(
        localText(context).optional(),
        'Caption',
        'What stands below it, by language; who, where and when, as far as it is known.',
        { words: 'sentence' },
      ),
      credit: notTold(plainText(), 'Credit', 'Who made it, and for whom: `Anne Roy / Belga`.', { words: 'name' }),
      licence: notTold(
        licence(context).optional(),
        'Licence',
        'Terms under which it is shown: their name, or `{ name, url }`.',
      ),
      source: notTold(address().optional(), 'Source', 'The page it was taken from.'),
      focus: notTold(
        focus(context).optional(),
        'Focal point',
        'What every crop must show, in percent from the left and from the top: `30 60`; the middle when nothing is said.',
      ),
    }),
  )

export type TypedPicture = Read<typeof picture>

/** A path below one of the two folders, and never out of them. */
const fileName = () =>
  finish(plainText(), (value, report) =>
    /^(?:[/\\]|[a-z]:)|\\|(?:^|\/)\.\.?(?:\/|$)/i.test(value)
      ? report.diagnose('picture/path', { file: value })
      : value,
  )

const licence = (context: FieldContext) =>
  named(context, 'picture_licence', 'Licence of a picture', 'Terms under which a picture is shown.', () =>
    short(
      [{ type: 'string', description: 'Name.' }],
      value => (typeof value === 'string' ? { name: value } : value),
      group({
        name: notTold(plainText(), 'Name', 'What the terms are called: `CC BY 4.0`.', { words: 'name' }),
        url: notTold(address().optional(), 'Address', 'http or https.'),
      }),
    ),
  )

const focus = (context: FieldContext) =>
  named(context, 'focus', 'Focal point', 'What every crop of a picture must show.', () =>
    short(
      [{ type: 'string', pattern: POINT.source }],
      value => {
        const [, x, y] = typeof value === 'string' ? (POINT.exec(value.trim()) ?? []) : []
        return x === undefined ? value : { x, y }
      },
      group({
        x: notTold(wholeNumber(0, 100), 'From the left', 'Percent from the left.'),
        y: notTold(wholeNumber(0, 100), 'From the top', 'Percent from the top.'),
      }),
    ),
  )

const POINT = /^(\d{1,3})\s*%?[\s,]+(\d{1,3})\s*%?$/
