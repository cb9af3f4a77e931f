import { describe, expect, test } from 'vitest'
import { depeche } from '../cli/depeche.ts'
import { incidentText, newsroom } from '../site/sample-newsroom.ts'

const ONE = 'content/incidents/2026/2026-03-02-orion.yaml'
const TWO = 'content/incidents/2026/2026-03-04-orion.yaml'

interface Found {
  readonly code: string
  readonly severity: string
  readonly file: string
  readonly line: number | null
  readonly message: string
  readonly hint: string | null
}

/** What `check` finds, in a few words. */
async function checked(root: string, ...args: string[]): Promise<{ status: number | null; found: Found[] }> {
  const { status, out } = await depeche(root, ['check', '--json', ...args])
  return { status, found: (JSON.parse(out) as { problems: Found[] }).problems }
}

describe('check and build agree', () => {
  test.each(['2026', 'service', 'recherche', 'archives'])('on the address %s, which is the site’s own', async slug => {
    const here = newsroom({ [ONE]: incidentText({ slug }) })
    const { status, found } = await checked(here.root)
    expect(status).toBe(1)
    expect(found).toMatchObject([{ code: 'publication/slug-in-use', file: ONE, line: 7 }])
    const { status: built, err } = await depeche(here.root, ['build'])
    expect(built).toBe(1)
    expect(err).toContain(`${ONE}:7:7  publication/slug-in-use`)
  })

  test('on an address that two incidents have, of the whole newsroom and of one file', async () => {
    const here = newsroom({
      [ONE]: incidentText(),
      [TWO]: incidentText({ draft: 'false', slug: '{ en: 2026-03-02-orion }' }),
    })
    for (const args of [[], [TWO]]) {
      const { status, found } = await checked(here.root, ...args)
      expect(status).toBe(1)
      expect(found).toMatchObject([{ code: 'publication/slug-in-use', file: TWO, line: 8 }])
      expect(found[0]?.message).toContain('2026-03-02-orion')
    }
    expect((await checked(here.root, ONE)).found).toEqual([])
    expect((await depeche(here.root, ['build'])).err).toContain(`${TWO}:8:13  publication/slug-in-use`)
    here.write(TWO, incidentText({ draft: 'true', slug: '2026-03-02-orion' }))
    expect(await checked(here.root)).toEqual({ status: 0, found: [] })
  })

  test('on a headline that is too long', async () => {
    const here = newsroom({ [ONE]: incidentText({ headline: `{ en: ${'Orion '.repeat(27)}}` }) })
    const { status, found } = await checked(here.root)
    expect(status).toBe(1)
    const about = found.filter(({ code }) => code === 'article/headline-too-long')
    expect(about).toMatchObject([{ severity: 'error', line: 7 }])
    for (let run = 0; run < 2; run++) {
      const { status: built, err } = await depeche(here.root, ['build', '--now', '2026-06-01'])
      expect(built).toBe(1)
      expect(err).toContain(`${ONE}:7:17  article/headline-too-long`)
      expect(err).toContain(`Left out, because of an error in it: ${ONE}`)
      expect(here.has('dist/markdown/en/2026-03-02-orion.md')).toBe(false)
    }
  })

  test('on a logo that is not there, also after a build', async () => {
    const here = newsroom({ [ONE]: incidentText(), 'content/mark.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' })
    here.write('content/site.yaml', `${here.read('content/site.yaml')}logo: content/mark.svg\n`)
    expect(await checked(here.root)).toEqual({ status: 0, found: [] })
    expect((await depeche(here.root, ['build'])).status).toBe(0)
    here.remove('content/mark.svg')
    const { status, found } = await checked(here.root)
    expect(status).toBe(1)
    expect(found).toMatchObject([{ code: 'site/logo-missing', file: 'content/site.yaml', line: 7 }])
    expect((await depeche(here.root, ['build'])).status).toBe(1)
  })

  test.each(['https://news.example/?a=1', 'https://news.example/#top'])('on the base %s', async base => {
    const here = newsroom({ [ONE]: incidentText() })
    here.write('content/site.yaml', here.read('content/site.yaml').replace('https://news.example/', `"${base}"`))
    const { status, found } = await checked(here.root)
    expect(status).toBe(1)
    expect(found).toMatchObject([{ code: 'site/base', line: 2, hint: 'Write https://news.example/' }])
    expect(await depeche(here.root, ['build'])).toMatchObject({ status: 1 })
  })

  test('on a colour that the style sheet does not have', async () => {
    const here = newsroom({ [ONE]: incidentText() })
    const colours = 'colours:\n  light:\n    link: "#123456"\n    acent: "#123456"\n'
    here.write('content/site.yaml', here.read('content/site.yaml') + colours)
    const { status, found } = await checked(here.root)
    expect(status).toBe(0)
    expect(found).toMatchObject([{ code: 'site/unknown-colour', severity: 'warning', line: 10 }])
    expect(found[0]?.hint).toContain('“accent”')
    expect((await depeche(here.root, ['build'])).err).toContain('site.yaml:10:5  site/unknown-colour')
  })

  test('on an edition that nobody has', async () => {
    const here = newsroom({ [ONE]: incidentText() })
    await depeche(here.root, ['build'])
    here.write('content/site.yaml', here.read('content/site.yaml').replace('[fr, en]', '[fr, engb]'))
    const { status, found } = await checked(here.root)
    expect(status).toBe(1)
    expect(found).toMatchObject([{ code: 'site/unknown-edition', file: 'content/site.yaml', line: 4 }])
    expect(found[0]?.hint).toContain('“en-gb”')
    const { status: built, err } = await depeche(here.root, ['build'])
    expect(built).toBe(1)
    expect(err).toContain('content/site.yaml:4:16  site/unknown-edition')
    expect(here.has('dist/markdown/en/2026-03-02-orion.md')).toBe(true)
  })
})

test('an earlier incident that is not there is warned of, with the one that was probably meant', async () => {
  const precedents = 'precedents: [{ at: 2026-01-02, incident: 2026-03-02-orionn }]\n'
  const here = newsroom({ [ONE]: incidentText(), [TWO]: `${incidentText()}${precedents}` })
  const { status, found } = await checked(here.root, TWO)
  expect(status).toBe(0)
  expect(found).toMatchObject([{ code: 'publication/no-such-incident', severity: 'warning', file: TWO }])
  expect(found[0]?.hint).toContain('2026-03-02-orion')
  here.write(TWO, `${incidentText()}${precedents.replace('orionn', 'orion')}`)
  expect((await checked(here.root)).found).toEqual([])
})
