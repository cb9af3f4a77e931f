import { CORE_SCHEMA, dump, load, Type } from 'js-yaml'
import { loadedOnDemand } from '../foundation/load-package.ts'

const frontMatter = loadedOnDemand<typeof import('gray-matter')>('gray-matter')

/** A moment in front matter: unquoted, so that Hugo, Astro, Eleventy and Jekyll all parse it as a date. */
export interface Stamp {
  readonly iso: string
}

export type FrontMatter = Readonly<Record<string, string | boolean | readonly string[] | Stamp>>

const stamp = new Type('tag:yaml.org,2002:timestamp', {
  kind: 'scalar',
  resolve: () => false,
  predicate: (value: unknown) => typeof value === 'object' && value !== null && 'iso' in value,
  represent: (value: object) => (value as Stamp).iso,
})

/** A text: a JSON string is a YAML string too, in every version, and keeps no-break spaces readable. */
const text = new Type('tag:yaml.org,2002:str', {
  kind: 'scalar',
  resolve: () => false,
  predicate: (value: unknown) => typeof value === 'object' && value !== null && 'quoted' in value,
  represent: (value: object) => JSON.stringify((value as QuotedText).quoted).replace(/[\uFFFE\uFFFF]/g, escaped),
})

/** A text that is quoted in the file whatever it looks like. Keys are no such texts. */
interface QuotedText {
  readonly quoted: string
}

/** YAML does not accept these two unescaped. */
function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16)}`
}

const schema = CORE_SCHEMA.extend({ implicit: [stamp, text] })

/**
 * gray-matter with one engine: YAML by js-yaml 4. Every string is quoted, because some consumers still use YAML 1.1,
 * where `no`, `18:30` and `2024-12-11` are no strings. The JavaScript engine is disabled.
 */
const options = {
  language: 'yaml',
  engines: {
    yaml: {
      parse: (text: string) => load(text, { schema: CORE_SCHEMA }) as object,
      stringify: (data: object) => dump(data, { schema, lineWidth: -1 }),
    },
    javascript: refused,
    js: refused,
    coffee: refused,
    json: refused,
  },
}

function refused(): never {
  throw new Error('Front matter is YAML only.')
}

/** A Markdown file: front matter, an empty line, the body. A body that looks like front matter stays body. */
export function withFrontMatter(fields: FrontMatter, body: string): string {
  const written = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, quotedIn(value)]))
  return frontMatter().stringify({ content: `\n${body}` }, written, options)
}

function quotedIn(value: FrontMatter[string]): unknown {
  if (typeof value === 'string') return { quoted: value }
  return Array.isArray(value) ? value.map(text => ({ quoted: text })) : value
}
