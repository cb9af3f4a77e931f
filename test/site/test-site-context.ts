import { openWorkspace } from '../../src/foundation/workspace.ts'
import { openEditions } from '../../src/newsroom/open-editions.ts'
import { openSiteContext } from '../../src/newsroom/open-site-context.ts'
import type { SiteSettings } from '../../src/settings/site-settings.ts'
import type { ArticleSummary } from '../../src/site/article-summary.ts'
import { listFiles } from '../../src/site/list-files.ts'
import type { OutputFile } from '../../src/site/output-file.ts'
import type { SiteContext } from '../../src/site/site-context.ts'
import { staticFiles } from '../../src/site/static-files.ts'

/** The repository's own templates and locales, for a newsroom under a path. */
export async function testSiteContext(
  editions: readonly string[] = ['fr', 'en'],
  settings: Partial<SiteSettings> = {},
): Promise<SiteContext> {
  const workspace = openWorkspace(new URL('../../', import.meta.url).pathname)
  const site = {
    name: 'La <Gazette> & Cie',
    base: 'https://news.example/sous/',
    zone: 'Europe/Brussels',
    editions,
    byline: { fr: 'La rédaction', en: 'The desk' },
    description: { fr: 'Pannes & retours', en: 'Outages' },
    ...settings,
  }
  return openSiteContext(workspace, site, await openEditions(workspace, site, editions))
}

/** Every file of a site that is no article's, made. */
export async function listedFiles(
  items: readonly ArticleSummary[],
  siteContext: SiteContext,
  now = Date.UTC(2026, 5, 1),
): Promise<OutputFile[]> {
  const generatedFiles = [...listFiles({ items, siteContext, now }), ...staticFiles(siteContext)]
  return Promise.all(
    generatedFiles.map(async generated =>
      'text' in generated ? generated : { path: generated.path, text: await generated.make() },
    ),
  )
}
