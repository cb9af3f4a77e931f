import { addressOf, type BuiltSite, fileAt, type SiteDiagnostic } from './built-site.ts'
import { type Tag, tagsOf } from './html-tags.ts'

/** Maximum bytes of an article page, uncompressed: it is read on a telephone, on a bad connection. */
const HEAVIEST = 60_000

/** A page of the site, parsed once for all rules. */
export interface ReadPage {
  readonly file: string
  readonly address: string
  readonly html: string
  readonly tags: readonly Tag[]
  readonly canonical?: string
  readonly indexed: boolean
  /** hreflang to address. */
  readonly versions: ReadonlyMap<string, string>
  readonly ids: ReadonlySet<string>
}

export function readPages(built: BuiltSite): ReadPage[] {
  return built.files.filter(file => file.endsWith('.html')).map(file => readPage(file, built))
}

function readPage(file: string, built: BuiltSite): ReadPage {
  const html = built.text(file)
  const tags = tagsOf(html)
  const links = tags.filter(({ name }) => name === 'link')
  const canonical = links.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href
  return {
    file,
    address: addressOf(file, built),
    html,
    tags,
    ...(canonical !== undefined && { canonical }),
    indexed:
      metaOf(tags, 'name', 'robots')?.includes('noindex') !== true &&
      !tags.some(({ attributes }) => attributes['http-equiv'] === 'refresh'),
    versions: new Map(
      links.flatMap(({ attributes: { hreflang, href = '' } }) => (hreflang === undefined ? [] : [[hreflang, href]])),
    ),
    ids: new Set(tags.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]))),
  }
}

/** Content of a meta element. */
export function metaOf(
  tags: readonly Tag[],
  kind: 'name' | 'property' | 'http-equiv',
  key: string,
): string | undefined {
  return tags.find(({ name, attributes }) => name === 'meta' && attributes[kind] === key)?.attributes.content
}

/** Rules for a page by itself. */
export function pageDiagnostics(page: ReadPage): SiteDiagnostic[] {
  const { file, html, tags } = page
  const diagnostics: SiteDiagnostic[] = []
  const diagnostic = (rule: string, detail = '') => diagnostics.push({ file, rule, detail })
  const lang = tags.find(({ name }) => name === 'html')?.attributes.lang ?? ''
  if (!/^[a-z]{2,3}(-[A-Z]{2})?$/.test(lang)) diagnostic('lang', lang)
  if (!tags.find(({ name }) => name === 'title')?.text?.trim()) diagnostic('title')
  if (!metaOf(tags, 'name', 'description')) diagnostic('description')
  const headings = tags.filter(({ name }) => name === 'h1').length
  if (headings !== 1) diagnostic('heading', String(headings))
  const policy = metaOf(tags, 'http-equiv', 'Content-Security-Policy') ?? ''
  if (!policy.includes("default-src 'none'") || policy.includes('unsafe-')) diagnostic('policy', policy)
  for (const detail of inline(tags)) diagnostic('inline', detail)
  for (const detail of requests(tags)) diagnostic('other-host', detail)
  const ids = tags.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]))
  for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) diagnostic('id', id)
  const size = new TextEncoder().encode(html).byteLength
  if (metaOf(tags, 'property', 'og:type') === 'article' && size > HEAVIEST) diagnostic('weight', String(size))
  return diagnostics
}

/** Inline scripts and styles, and event-handler attributes. */
function inline(tags: readonly Tag[]): string[] {
  return tags.flatMap(({ name, attributes, text }) => {
    const handlers = Object.keys(attributes).filter(key => /^on|^style$/.test(key))
    const own =
      name === 'style' || (name === 'script' && attributes.src === undefined && !/json/.test(attributes.type ?? ''))
    const runs = /^\s*(?:javascript|vbscript|data:text)/i.test(attributes.href ?? '')
    return [
      ...handlers,
      ...(own ? [`<${name}> ${text?.slice(0, 40) ?? ''}`] : []),
      ...(runs ? [attributes.href ?? ''] : []),
    ]
  })
}

/** Addresses of other hosts that a browser would load by itself. */
function requests(tags: readonly Tag[]): string[] {
  return tags.flatMap(({ name, attributes }) => {
    const loads =
      name === 'link'
        ? /stylesheet|icon|preload|manifest/.test(attributes.rel ?? '')
        : /^(?:img|script|iframe|source|video|audio|embed|object)$/.test(name)
    const address = attributes.src ?? attributes.href ?? attributes.data ?? ''
    return loads && /^(?:[a-z]+:)?\/\//i.test(address) ? [address] : []
  })
}

/** Canonical address, versions in other languages that link back, x-default, and link previews. */
export function headDiagnostics(
  page: ReadPage,
  pages: ReadonlyMap<string, ReadPage>,
  built: BuiltSite,
): SiteDiagnostic[] {
  if (!page.indexed) return []
  const { file, address, versions, tags, canonical } = page
  const diagnostics: SiteDiagnostic[] = []
  const diagnostic = (rule: string, detail = '') => diagnostics.push({ file, rule, detail })
  if (canonical !== address) diagnostic('canonical', canonical ?? '')
  const lang = tags.find(({ name }) => name === 'html')?.attributes.lang ?? ''
  // The root lists every edition, and belongs to none.
  const own = file === 'index.html' ? versions.get('x-default') : versions.get(lang)
  if (own !== address) diagnostic('hreflang-self', lang)
  if (!versions.has('x-default')) diagnostic('x-default')
  for (const [language, to] of versions) {
    const target = fileAt(to, built)
    const other = target === undefined ? undefined : pages.get(target)
    if (!other) diagnostic('hreflang-lost', `${language} ${to}`)
    else if (language !== 'x-default' && file !== 'index.html' && other.versions.get(lang) !== address) {
      diagnostic('hreflang-return', `${language} ${to}`)
    }
  }
  for (const property of ['og:title', 'og:type', 'og:url', 'og:description', 'og:site_name', 'og:locale']) {
    if (!metaOf(tags, 'property', property)) diagnostic('card-tag', property)
  }
  const url = metaOf(tags, 'property', 'og:url')
  if (url !== undefined && url !== address) diagnostic('card-tag', `og:url ${url}`)
  const image = metaOf(tags, 'property', 'og:image')
  if (image !== undefined && !built.files.includes(fileAt(image, built) ?? '')) diagnostic('link', image)
  if (!metaOf(tags, 'name', 'twitter:card')) diagnostic('card-tag', 'twitter:card')
  return diagnostics
}

/** Links within the site to missing pages, and addresses that no link may have. */
export function linkDiagnostics(
  page: ReadPage,
  pages: ReadonlyMap<string, ReadPage>,
  files: ReadonlySet<string>,
  built: BuiltSite,
): SiteDiagnostic[] {
  const diagnostics: SiteDiagnostic[] = []
  for (const { name, attributes } of page.tags) {
    const address = attributes.href ?? attributes.src ?? (name === 'form' ? attributes.action : undefined)
    if (address === undefined || /^(?:mailto|data|tel):/.test(address)) continue
    const whole = resolved(address, page.address)
    if (whole === undefined) diagnostics.push({ file: page.file, rule: 'link', detail: address })
    else {
      const target = fileAt(whole.href, built)
      const anchor = decodeURIComponent(whole.hash.slice(1))
      if (target === undefined) continue
      if (!files.has(target)) diagnostics.push({ file: page.file, rule: 'link', detail: address })
      else if (anchor !== '' && pages.get(target)?.ids.has(anchor) === false) {
        diagnostics.push({ file: page.file, rule: 'anchor', detail: address })
      }
    }
  }
  return diagnostics
}

function resolved(address: string, from: string): URL | undefined {
  try {
    const url = new URL(address, from)
    return /^https?:$/.test(url.protocol) ? url : undefined
  } catch {
    return undefined
  }
}
