import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { GeneratedFile } from '../output-file.ts'
import type { SiteEdition } from '../site-context.ts'
import { stemmerFile, stemmerName } from './search-words.ts'

const load = createRequire(import.meta.url)

/** Path of the search engine that the search page loads. */
export const ENGINE = 'search/minisearch.js'

/** Path of the stemmer that the search page of an edition loads; nothing where its language has none. */
export function stemmerPath(siteEdition: SiteEdition): string | undefined {
  const name = stemmerName(siteEdition)
  return stemmerFile(name) === undefined ? undefined : `search/${name}.js`
}

/** What the search page loads from packages: MiniSearch (MIT), and the stemmers of the languages (Apache-2.0, Snowball BSD). */
export function searchScripts(siteEditions: readonly SiteEdition[]): GeneratedFile[] {
  const names = [...new Set(siteEditions.map(stemmerName))]
  return [
    {
      path: `site/${ENGINE}`,
      key: engineVersion(),
      make: () =>
        `/* MiniSearch ${engineVersion()}, MIT licence, https://github.com/lucaong/minisearch */\n${engineText()}`,
    },
    ...names.flatMap(name => {
      const file = stemmerFile(name)
      return file === undefined
        ? []
        : [
            {
              path: `site/search/${name}.js`,
              key: name,
              make: () => readFileSync(file, 'utf8').replace(SOURCE_MAP, ''),
            },
          ]
    }),
  ]
}

const SOURCE_MAP = /\n?\/\/# sourceMappingURL=.*\n?$/

const engineFolder = (): string => join(dirname(load.resolve('minisearch')), '../..')

const engineVersion = (): string =>
  (JSON.parse(readFileSync(join(engineFolder(), 'package.json'), 'utf8')) as { version: string }).version

/** The engine without its comments, which are two fifths of it. */
function engineText(): string {
  return readFileSync(join(engineFolder(), 'dist/es/index.js'), 'utf8')
    .replace(SOURCE_MAP, '\n')
    .split('\n')
    .filter(line => !/^\s*(?:\/\*\*|\*(?:\s|\/|$))/.test(line))
    .join('\n')
}
