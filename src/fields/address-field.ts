import { slugOf } from '../foundation/slug.ts'
import { kindOf } from '../foundation/value-kind.ts'
import { finish, readBy } from './field-types.ts'
import { plainText } from './text-field.ts'

/** A web address: `http` or `https`, nothing that a browser would execute. */
export const address = () =>
  readBy<string>({ type: 'string', format: 'uri', pattern: '^https?://' }, (value, report) => {
    if (typeof value !== 'string') {
      return report.diagnose('shape/wrong-type', { field: '', expected: 'address', found: kindOf(value) })
    }
    return isWebAddress(value) ? value : report.diagnose('shape/not-an-address', { value })
  })

/** Whether a text is an absolute http or https address without spaces, quotes or control characters. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s<>"`\\^{|}\p{Cc}]+$/iu.test(text) || !URL.canParse(text)) return false
  const { protocol, hostname, username } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && hostname !== '' && username === ''
}

/** Maximum length of a slug: it becomes the name of a folder and of files, and file systems limit these. */
const LONGEST = 100

/** The last part of an article's address: lower-case letters without accents, digits, hyphens. */
export const slug = () =>
  finish(plainText(), (value, report) => {
    const right = shortened(articleSlugOf(value))
    if (!slugPattern.test(value)) return report.diagnose('shape/not-a-slug', { value, right }, { replace: right })
    if (value.length <= LONGEST) return value
    return report.diagnose('shape/slug-too-long', { length: value.length, most: LONGEST, right })
  })

/** The whole words of a slug that fit. */
function shortened(slug: string): string {
  if (slug.length <= LONGEST) return slug
  const cut = slug.slice(0, LONGEST + 1)
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, LONGEST)
}

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The nearest valid slug of an article, whatever was typed. */
export function articleSlugOf(text: string): string {
  return slugOf(text) || 'article'
}
