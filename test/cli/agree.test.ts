import { describe, expect, test } from 'vitest'
import { incidentText, newsroom } from '../site/newsroom.ts'
import { depeche } from './depeche.ts'

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
function checked(root: string, ...args: string[]): { status: number | null; found: Found[] } {
  const { status, out } = depeche(root, ['check', '--json', ...args])
  return { status, found: (JSON.parse(out) as { problems: Found[] }).problems }
}

describe('check and build agree', () => {
  test.each(['2026', 'service', 'recherche', 'archives'])('on the address %s, which is the site’s own', slug => {
    const here = newsroom({ [ONE]: incidentText({ slug }) })
    const { status, found } = checked(here.root)
    expect(status).toBe(1)
    expect(found).toMatchObject([{ code: 'publication/slug-in-use', file: ONE, line: 7 }])
    const { status: built, err } = depeche(here.root, ['build'])
    expect(built).toBe(1)
    expect(err).toContain(`${ONE}:7:7  publication/slug-in-use`)
  })

  test('on an address that two incidents have, of the whole newsroom and of one file', () => {
    const here = newsroom({
      [ONE]: incidentText(),
      [TWO]: incidentText({ draft: 'false', slug: '{ en: 2026-03-02-orion }' }),
    })
    for (const args of [[], [TWO]]) {
      const { status, found } = checked(here.root, ...args)
      expect(status).toBe(1)
      expect(found).toMatchObject([{ code: 'publication/slug-in-use', file: TWO, line: 8 }])
      expect(found[0]?.message).toContain('2026-03-02-orion')
    }
    expect(checked(here.root, ONE).found).toEqual([])
    expect(depeche(here.root, ['build']).err).toContain(`${TWO}:8:13  publication/slug-in-use`)
    here.write(TWO, incidentText({ draft: 'true', slug: '2026-03-02-orion' }))
    expect(checked(here.root)).toEqual({ status: 0, found: [] })
  })

  test('on a headline that is too long', () => {
    const here = newsroom({ [ONE]: incidentText({ headline: `{ en: ${'Orion '.repeat(27)}}` }) })
    const { status, found } = checked(here.root)
    expect(status).toBe(1)
    const about = found.filter(({ code }) => code === 'article/headline-too-long')
    expect(about).toMatchObject([{ severity: 'error', line: 7 }])
    for (let run = 0; run < 2; run++) {
      const { status: built, err } = depeche(here.root, ['build', '--now', '2026-06-01'])
      expect(built).toBe(1)
      expect(err).toContain(`${ONE}:7:17  article/headline-too-long`)
      expect(err).toContain(`Left out, because of an error in it: ${ONE}`)
      expect(here.has('dist/markdown/en/2026-03-02-orion.md')).toBe(false)
    }
  })
})
