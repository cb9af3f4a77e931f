import { type BuiltSite, fileAt, type SiteDiagnostic } from './built-site.ts'
import { metaOf, type ReadPage } from './validate-pages.ts'

type JsonLd = Readonly<Record<string, unknown>>

/** ISO 8601 with an offset, to the second. */
export const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** Required properties of an article's structured data (schema.org). */
const NEEDED = [
  '@id',
  'headline',
  'description',
  'inLanguage',
  'datePublished',
  'dateModified',
  'author',
  'publisher',
  'mainEntityOfPage',
  'version',
  'digitalSourceType',
  'isAccessibleForFree',
]

const LONGEST_HEADLINE = 110

/** Validates an article's JSON-LD. Pages that are no articles need none. */
export function dataDiagnostics(page: ReadPage, built: BuiltSite): SiteDiagnostic[] {
  const diagnostics: SiteDiagnostic[] = []
  const diagnostic = (rule: string, detail = '') => diagnostics.push({ file: page.file, rule, detail })
  const isArticle = metaOf(page.tags, 'property', 'og:type') === 'article'
  const scripts = page.tags.filter(
    ({ name, attributes }) => name === 'script' && attributes.type === 'application/ld+json',
  )
  const all = scripts.flatMap(({ text = '' }): JsonLd[] => {
    const data = parsed(text)
    return data ? [data] : []
  })
  const isBroken = all.length < scripts.length
  if (isBroken) diagnostic('data', 'JSON')
  const [crumbs, others] = [all.filter(isBreadcrumbs), all.filter(data => !isBreadcrumbs(data))]
  if (isArticle && !isBroken && others.length !== 1) diagnostic('data', `${others.length} ld+json`)
  for (const data of crumbs) breadcrumbDiagnostics(data, page, built, diagnostic)
  if (isArticle) for (const data of others) articleDiagnostics(data, page, built, diagnostic)
  return diagnostics
}

const isBreadcrumbs = (data: JsonLd): boolean => data['@type'] === 'BreadcrumbList'

/** The way to a page ends at it, and each step of it is there. */
function breadcrumbDiagnostics(
  { itemListElement }: JsonLd,
  page: ReadPage,
  built: BuiltSite,
  diagnostic: (rule: string, detail?: string) => void,
): void {
  const steps = (Array.isArray(itemListElement) ? itemListElement : []) as JsonLd[]
  for (const [at, { position, name, item }] of steps.entries()) {
    const isThere = built.files.includes(fileAt(String(item), built) ?? '')
    if (position !== at + 1 || !name || !isThere) diagnostic('data', `BreadcrumbList ${item}`)
  }
  if (steps.at(-1)?.item !== page.address) diagnostic('data', `BreadcrumbList ${page.address}`)
}

function articleDiagnostics(
  data: JsonLd,
  page: ReadPage,
  built: BuiltSite,
  diagnostic: (rule: string, detail?: string) => void,
): void {
  if (data['@type'] !== 'NewsArticle' && data['@type'] !== 'LiveBlogPosting')
    diagnostic('data', `@type ${data['@type']}`)
  for (const key of NEEDED) if (data[key] === undefined || data[key] === '') diagnostic('data', key)
  if (data['@id'] !== page.address) diagnostic('data', `@id ${data['@id']}`)
  if (String(data.headline ?? '').length > LONGEST_HEADLINE) diagnostic('data', 'headline')
  const lang = page.tags.find(({ name }) => name === 'html')?.attributes.lang
  if (data.inLanguage !== lang) diagnostic('data', `inLanguage ${data.inLanguage}`)
  const { datePublished: from, dateModified: to } = data
  for (const moment of [from, to]) if (!MOMENT.test(String(moment))) diagnostic('data', `date ${moment}`)
  if (Date.parse(String(to)) < Date.parse(String(from))) diagnostic('data', 'dateModified < datePublished')
  for (const key of ['author', 'publisher']) {
    const { name } = (data[key] ?? {}) as JsonLd
    if (typeof name !== 'string' || name === '') diagnostic('data', `${key}.name`)
  }
  const image = (data.image as JsonLd | undefined)?.url
  if (image !== undefined && !built.files.includes(fileAt(String(image), built) ?? ''))
    diagnostic('data', `image ${image}`)
  if (data['@type'] === 'LiveBlogPosting') liveDiagnostics(data, diagnostic)
}

function liveDiagnostics(data: JsonLd, diagnostic: (rule: string, detail?: string) => void): void {
  const updates = Array.isArray(data.liveBlogUpdate) ? (data.liveBlogUpdate as JsonLd[]) : []
  if (!MOMENT.test(String(data.coverageStartTime))) diagnostic('data', 'coverageStartTime')
  if (updates.length === 0) diagnostic('data', `liveBlogUpdate ${updates.length}`)
  for (const { datePublished, headline } of updates) {
    if (!MOMENT.test(String(datePublished)) || !headline) diagnostic('data', 'liveBlogUpdate')
  }
}

function parsed(text: string): JsonLd | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as JsonLd) : undefined
  } catch {
    return undefined
  }
}

/** Properties of ninjs 3.1 that we use, each with its type. The schema would refuse any other. */
const NINJS: Readonly<Record<string, 'string' | 'list' | 'object' | 'moment'>> = {
  standard: 'object',
  uri: 'string',
  type: 'string',
  representationType: 'string',
  version: 'string',
  firstCreated: 'moment',
  versionCreated: 'moment',
  pubStatus: 'string',
  language: 'string',
  copyrightHolder: 'string',
  usageTerms: 'string',
  by: 'string',
  slugline: 'string',
  title: 'string',
  headlines: 'list',
  descriptions: 'list',
  bodies: 'list',
  organisations: 'list',
  places: 'list',
  subjects: 'list',
  genres: 'list',
  infoSources: 'list',
  trustIndicators: 'list',
  digitalSourceType: 'object',
  altIds: 'list',
  renditions: 'list',
  associations: 'list',
}

/** Validates an article as ninjs: its properties, their types, and that its addresses exist. */
export function ninjsDiagnostics(file: string, built: BuiltSite): SiteDiagnostic[] {
  const data = parsed(built.text(file))
  if (!data) return [{ file, rule: 'ninjs', detail: 'JSON' }]
  const diagnostics: SiteDiagnostic[] = []
  const diagnostic = (detail: string) => diagnostics.push({ file, rule: 'ninjs', detail })
  for (const [key, value] of Object.entries(data)) {
    const kind = NINJS[key]
    const fits =
      kind === 'list'
        ? Array.isArray(value)
        : kind === 'moment'
          ? MOMENT.test(String(value))
          : kind !== undefined && typeof value === kind
    if (!fits) diagnostic(key)
  }
  for (const key of ['uri', 'type', 'version', 'versionCreated', 'language', 'headlines', 'bodies', 'by']) {
    if (data[key] === undefined) diagnostic(key)
  }
  if (!['usable', 'withheld', 'canceled'].includes(String(data.pubStatus))) diagnostic(`pubStatus ${data.pubStatus}`)
  const page = fileAt(String(data.uri), built)
  if (page === undefined || !built.files.includes(page)) diagnostic(`uri ${data.uri}`)
  for (const key of ['headlines', 'bodies', 'descriptions']) {
    for (const { value } of (data[key] ?? []) as JsonLd[])
      if (typeof value !== 'string' || value === '') diagnostic(`${key}.value`)
  }
  for (const { name, uri } of (data.associations ?? []) as JsonLd[]) if (!name || !uri) diagnostic('associations')
  return diagnostics
}
