import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { openIncidentService } from '../../src/newsroom/incident-service.ts'
import { folder } from '../../src/publish/folder.ts'
import type { Dialect } from '../../src/publish/front-matter-dialect.ts'
import type { PostCandidate } from '../../src/publish/post.ts'
import { postCandidatesOf } from '../../src/publish/post-candidates.ts'
import { need, once, run, runLong } from '../machine/install-systems.ts'
import { onReal } from '../machine/on-real.ts'
import { offer, picture } from '../publish/fixture.ts'
import { sync } from '../publish/publisher-contract.ts'
import { generatorSites } from './generator-sites.ts'

interface Generator {
  readonly dialect: Dialect
  readonly build: (root: string) => void
}

const hugo = async (): Promise<Generator> => {
  await need(['hugo', 'version'], ['hugo'])
  return {
    dialect: 'hugo',
    build: root => void run('hugo', ['--buildFuture', '--quiet', '--panicOnWarning'], { cwd: root }),
  }
}

const eleventy = async (): Promise<Generator> => {
  const installed = await once('eleventy-3.1.2', async beside => {
    writeFileSync(join(beside, 'package.json'), '{"private":true}')
    await runLong('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '@11ty/eleventy@3.1.2'], {
      cwd: beside,
    })
  })
  const program = join(installed, 'node_modules/@11ty/eleventy/cmd.cjs')
  return { dialect: 'eleventy', build: root => void run(process.execPath, [program, '--quiet'], { cwd: root }) }
}

/** The articles of the sample newsroom, and one that is made of what generators trip over. */
async function offers(): Promise<PostCandidate[]> {
  const { service } = openIncidentService(openWorkspace(resolve(import.meta.dirname, '../..')))
  if (!service) throw new Error('the sample newsroom cannot be read')
  const traps = {
    title: 'No: "yes" — {{< x >}} & {% y %}',
    body: ['{{ 7 * 7 }} {% raw %} {{< x >}} <b>b</b> #no *no* `no`'],
  }
  return [
    ...(await postCandidatesOf(service)).offers,
    offer('fr', traps, { image: picture }),
    offer('en', traps, { image: picture }),
  ]
}

for (const [name, prepare] of [
  ['Hugo', hugo],
  ['Eleventy', eleventy],
] as const) {
  await onReal(name, prepare, ({ dialect, build }) => {
    const root = mkdtempSync(join(tmpdir(), `depeche-${dialect}-`))
    afterAll(() => rmSync(root, { recursive: true, force: true }))

    describe(`${name} builds the published folder`, () => {
      test('every article in both languages, linked, and nothing of a text run as code', async () => {
        for (const [path, text] of Object.entries(generatorSites[dialect] ?? {})) {
          mkdirSync(dirname(join(root, path)), { recursive: true })
          writeFileSync(join(root, path), text)
        }
        const all = await offers()
        const { outcome, plan } = await sync(
          folder({ name: 'site', folder: root, place: root, dialect, make: true }),
          all,
        )
        expect(outcome.diagnostics).toEqual([])
        build(root)
        const pages = new Map(outcome.receipts.map(({ key, address }) => [key, address]))
        const out = all.filter(({ article }) => !plan.held.includes(`${article.id}.${article.edition}`))
        expect(pages.size).toBe(out.length)
        for (const { article } of out) {
          const page = read(root, pages.get(`${article.id}.${article.edition}`) ?? '')
          expect(page).toContain(`<html lang="${article.lang}">`)
          const other = pages.get(`${article.id}.${article.edition === 'fr' ? 'en' : 'fr'}`) ?? ''
          expect(page).toMatch(new RegExp(`hreflang="?(fr-BE|en-GB)"? href="?${other}"?`))
          // The line in the text points at a page that is there.
          expect(page).toContain(`<a href="${other}">`)
          expect(existsSync(join(root, 'public', other, 'index.html'))).toBe(true)
        }
        const trap = read(root, pages.get('2026-03-02-orion.fr') ?? '')
        expect(textOf(trap)).toContain('{{ 7 * 7 }} {% raw %} {{< x >}} <b>b</b> #no *no* `no`')
        expect(textOf(trap)).toContain('No: "yes" — {{< x >}} & {% y %}')
      })
    })
  })
}

const read = (root: string, address: string) => readFileSync(join(root, 'public', address, 'index.html'), 'utf8')

/** What a reader sees of a page. */
function textOf(page: string): string {
  return page
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))
    .replace(/&#x([\da-f]+);/gi, (_, number) => String.fromCodePoint(Number.parseInt(number, 16)))
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '')
}
