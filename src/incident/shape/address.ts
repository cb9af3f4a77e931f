import { plainText, typeOf } from './text.ts'
import { finish, readBy } from './written.ts'

/** An address of the web: `http` or `https`, nothing that a browser would execute. */
export const address = () =>
  readBy<string>({ type: 'string', format: 'uri', pattern: '^https?://' }, (value, report) => {
    if (typeof value !== 'string') {
      return report.complain('shape/wrong-type', { field: '', expected: 'address', found: typeOf(value) })
    }
    return isWebAddress(value) ? value : report.complain('shape/not-an-address', { value })
  })

/** Whether a text is an absolute http or https address without spaces, quotes or control characters. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s<>"`\\^{|}\p{Cc}]+$/iu.test(text) || !URL.canParse(text)) return false
  const { protocol, hostname, username } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && hostname !== '' && username === ''
}

/** The last part of an article's address: small letters without accents, digits, hyphens. */
export const slug = () =>
  finish(plainText(), (value, report) =>
    slugPattern.test(value)
      ? value
      : report.complain('shape/not-a-slug', { value, right: slugOf(value) }, { replace: slugOf(value) }),
  )

export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The nearest good slug. @example slugOf('Panne chez Méta !') // 'panne-chez-meta' */
export function slugOf(text: string): string {
  const letters = text.replace(/œ/gi, 'oe').replace(/æ/gi, 'ae').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return letters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'article'
}
