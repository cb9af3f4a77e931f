import { describe, expect, test } from 'vitest'
import { embedFiles } from '../../src/site/embed-files.ts'
import { staticFiles } from '../../src/site/static-files.ts'
import { article, incident } from './fixture.ts'
import { testSiteContext } from './test-site-context.ts'

const one = article()
const of = async (embeds: boolean) => {
  const siteContext = await testSiteContext(['fr', 'en'], { embeds })
  return { files: embedFiles({ article: one, incident: incident() }, siteContext), siteContext }
}

const headers = (files: readonly { readonly path: string }[]): string =>
  String((files.find(({ path }) => path === 'site/_headers') as unknown as { text: string }).text)

describe('embeds', () => {
  test('are off as a rule, and nothing may be framed', async () => {
    const { files, siteContext } = await of(false)
    expect(files).toEqual([])
    expect(headers(staticFiles(siteContext))).toContain('/sous/*\n  X-Content-Type-Options: nosniff')
    expect(headers(staticFiles(siteContext)).match(/frame-ancestors [^\n]*/g)).toEqual(["frame-ancestors 'none'"])
  })

  test('are a page without a script, in a folder that alone may be framed', async () => {
    const { files, siteContext } = await of(true)
    const page = files.find(({ path }) => path === `site/embed/${one.edition}/${one.slug}/index.html`)
    expect(page?.text).not.toMatch(/<script|<iframe|<base/)
    expect(page?.text).toContain('class="embedded"')
    expect(page?.text).toContain('target="_blank" rel="noopener"')
    const rules = headers(staticFiles(siteContext)).matchAll(
      /^(\S+)\n(?: {2}[^\n]*\n)*? {2}Content-Security-Policy: ([^\n]*)/gm,
    )
    expect([...rules].map(([, path, policy]) => `${path} ${policy}`)).toEqual([
      "/sous/ frame-ancestors 'none'",
      "/sous/404.html frame-ancestors 'none'",
      "/sous/fr/* frame-ancestors 'none'",
      "/sous/en/* frame-ancestors 'none'",
      '/sous/embed/* frame-ancestors *',
    ])
  })

  test('have an oEmbed answer with the frame', async () => {
    const { files } = await of(true)
    const answer = JSON.parse(files.find(({ path }) => path.endsWith('/oembed.json'))?.text ?? '{}')
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 600, height: 420 })
    expect(answer.html).toMatch(/^<iframe src="https:\/\/news\.example\/sous\/embed\/[^"]*" title="[^"<>]*" /)
  })
})
