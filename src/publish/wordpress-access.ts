import type { Diagnostic } from '../foundation/diagnostic.ts'
import type { HttpClient } from './http-client.ts'
import { publishDiagnostic } from './publisher.ts'

/** What is there, and diagnostics for whatever prevents writing. */
export interface WordPressAccess {
  readonly plugin: boolean
  /** Our plugin leads former addresses to their posts. */
  readonly redirects: boolean
  readonly diagnostics: Diagnostic[]
}

/** Capabilities of an editor's account. */
const RIGHTS = ['edit_posts', 'publish_posts', 'edit_published_posts', 'delete_published_posts', 'upload_files']

/**
 * Whether our plugin is installed, and diagnostics for whatever prevents writing; a missing plugin alone is a warning.
 */
export async function accessTo(
  http: HttpClient,
  { name, address }: { name: string; address: string },
): Promise<WordPressAccess> {
  const root = await http.request('GET', '/?rest_route=/')
  const { namespaces, authentication } = (root.json ?? {}) as { namespaces?: string[]; authentication?: object }
  if (!Array.isArray(namespaces) || !namespaces.includes('wp/v2'))
    return {
      plugin: false,
      redirects: false,
      diagnostics: [publishDiagnostic('not-there', { address, what: 'WordPress' })],
    }
  const plugin = namespaces.includes('depeche/v1')
  const redirects = namespaces.includes('depeche/redirects')
  const refused = (code: string, facts: Diagnostic['facts']) => ({
    plugin,
    redirects,
    diagnostics: [publishDiagnostic(code, facts)],
  })
  if (!Object.hasOwn(authentication ?? {}, 'application-passwords'))
    return refused(address.startsWith('https:') ? 'no-app-passwords' : 'needs-https', { address })
  // A wrong password is no error on a public endpoint: it is answered as if anonymous. Only this request tells.
  const me = await http.request('GET', '/?rest_route=/wp/v2/users/me&context=edit&_fields=id,capabilities')
  if (me.status === 401 || me.status === 403)
    return refused(plugin ? await whyAnonymous(http) : 'unauthorized', { address, name })
  const { capabilities = {} } = (me.json ?? {}) as { capabilities?: Record<string, boolean> }
  const missing = RIGHTS.filter(right => !capabilities[right])
  if (missing.length > 0) return refused('forbidden', { address, name, reason: missing.join(', ') })
  return { plugin, redirects, diagnostics: plugin ? [] : [publishDiagnostic('no-plugin', { address }, 'warning')] }
}

/**
 * Whether an answer is what WordPress gives to such a request. The first one, which asks who is there, may say anything.
 */
export function isOfWordPress(_: string, path: string, { json }: { readonly json: unknown }): boolean {
  const what = /^\/\?rest_route=\/(?:wp\/v2\/)?([\w/.-]*)/.exec(path)?.[1] ?? ''
  if (what === '' || what.startsWith('depeche')) return true
  const isOne = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    (Number.isInteger((value as { id?: unknown }).id) || 'deleted' in value)
  return Array.isArray(json) ? json.every(isOne) : isOne(json)
}

/** Why we are treated as anonymous. WordPress itself does not say; our plugin knows whether a password arrived. */
async function whyAnonymous(http: HttpClient): Promise<string> {
  const { json } = await http.request('GET', '/?rest_route=/depeche/v1/version')
  const { authorization } = (json ?? {}) as { authorization?: boolean }
  return authorization === false ? 'header-stripped' : 'unauthorized'
}
