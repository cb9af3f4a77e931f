import { z } from 'zod'
import { address, isWebAddress } from '../fields/address-field.ts'
import type { FieldContext } from '../fields/field-context.ts'
import { finish, group, many, named, note } from '../fields/field-types.ts'
import { flag, wholeNumber } from '../fields/number-field.ts'
import { localText, plainText } from '../fields/text-field.ts'
import { isZone } from '../foundation/time-zone.ts'

/**
 * The field context before the newsroom is known: names, languages and editions come from the file that is being read.
 */
export const settingsFieldContext: FieldContext = {
  directory: { names: new Map() },
  zone: 'UTC',
  languages: [],
  editions: [],
}

/** `content/site.yaml`. */
export const siteShape = (context: FieldContext) =>
  named(context, 'site', 'Site', "The newsroom's own settings.", () =>
    group({
      name: note(plainText(), 'Name', 'Name of the publication.'),
      base: note(base(), 'Base', "Address of the site's root, with a final slash."),
      zone: note(zone(), 'Zone', 'IANA zone in which a time without an offset is read.'),
      editions: note(editions(), 'Editions', 'Editions published, in order.'),
      byline: note(localText(context), 'Byline', 'Who signs, by language.'),
      description: note(localText(context), 'Description', 'What the site is, by language.'),
      destinations: note(
        z.record(z.string(), z.unknown()).default({}),
        'Destinations',
        'Where articles can be published.',
      ),
      feeds: note(z.record(z.string(), z.unknown()).default({}), 'Feeds', 'Feeds of status pages that intake reads.'),
      logo: note(logo().optional(), 'Logo', 'A picture of the newsroom folder, SVG or PNG.'),
      colours: note(colours().optional(), 'Colours', 'Colours of the style sheet, in light and in dark.'),
      licence: note(licence(context).optional(), 'Licence', 'Terms under which articles may be taken over.'),
      contact: note(contact().optional(), 'Contact', 'Where readers report a mistake: a mail or web address.'),
      live_hours: note(
        wholeNumber(1, 1000).optional(),
        'Live hours',
        'Hours after which a story under way that has not moved is no longer told as happening now; 24 when nothing is said.',
      ),
      share_cards: note(
        flag().optional(),
        'Share cards',
        'true: draws a picture of each article for those who share it.',
      ),
      embeds: note(
        flag().optional(),
        'Embeds',
        'true: others may show the facts of an article at a glance on their pages, in a frame (oEmbed).',
      ),
      hub: note(address().optional(), 'Hub', 'WebSub hub that feeds name to their readers; tell it of each build.'),
      require_review: note(flag().optional(), 'Require review', 'true: nothing is published that nobody has reviewed.'),
    }),
  )

const base = () =>
  finish(plainText(), (value, report) => {
    if (!isWebAddress(value)) return report.diagnose('shape/not-an-address', { value })
    const [right = ''] = value.split(/[?#]/)
    if (right !== value) return report.diagnose('site/base', { value, right }, { replace: right })
    return value.endsWith('/') ? value : `${value}/`
  })

const zone = () =>
  finish(plainText(), (value, report) =>
    isZone(value) ? value : report.diagnose('time/unknown-zone', { zone: value, nearest: '' }),
  )

const editions = () =>
  finish(many(finish(plainText(), id)), (list, report) =>
    list.length > 0 ? list : report.diagnose('shape/missing', { field: 'editions', of: 'site' }),
  )

/** An edition's id is a folder and a part of addresses. */
function id(value: string, report: Parameters<Parameters<typeof finish>[1]>[1]): string | undefined {
  return /^[a-z][a-z0-9-]*$/.test(value) ? value : report.diagnose('shape/not-an-id', { value })
}

/** Inside the newsroom's folder, so that no other file of the machine is ever served. */
const logo = () =>
  finish(plainText(), (value, report) =>
    /^(?!.*\.\.)[\w][\w./-]*\.(svg|png)$/.test(value) ? value : report.diagnose('site/logo', { value }),
  )

const colours = () => group({ light: palette().optional(), dark: palette().optional() })

const palette = () =>
  z.record(
    z.string().regex(/^[a-z][a-z-]*$/),
    finish(plainText(), (value, report) =>
      /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(value) ? value : report.diagnose('site/colour', { value }),
    ),
  )

const licence = (context: FieldContext) =>
  group({
    url: note(address(), 'Address', 'http or https.'),
    name: note(localText(context).optional(), 'Name', 'What the terms are called, by language.'),
  })

const contact = () =>
  finish(plainText(), (value, report) =>
    isWebAddress(value) || /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/.test(value)
      ? value
      : report.diagnose('shape/not-an-address', { value }),
  )
