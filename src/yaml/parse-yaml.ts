import yaml from 'js-yaml'

/** Deeper than any incident needs (the deepest field has eight levels), shallow enough for every stack. */
export const deepest = 24

/** The option is younger than the types of js-yaml. */
const limits: object = { maxDepth: deepest }

/** What a YAML text holds, or where its reading stopped. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  /** `offset` in UTF-16 units into the text; `reason` in the words of the parser. */
  | { readonly ok: false; readonly offset: number; readonly reason: string }

const empty = new yaml.Type('tag:yaml.org,2002:null', {
  kind: 'scalar',
  resolve: (data: unknown) => data === null || data === '' || data === '~' || data === 'null',
  construct: () => null,
})

/**
 * Everything is text, as typed, except what is empty: `18:30`, `no`, `2024-12-11` and `0800` cannot turn into something
 * else on the way. A field that wants a number reads it from the text.
 */
const schema = yaml.FAILSAFE_SCHEMA.extend({ implicit: [empty] })

/** Reads YAML 1.2 quickly and without positions. An empty text gives `null`. Never throws for what is in the text. */
export function parseYaml(text: string): Parsed {
  try {
    return { ok: true, value: yaml.load(text, { schema, ...limits }) ?? null }
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error
    const mark = text.startsWith('\uFEFF') ? 1 : 0
    return { ok: false, offset: (error.mark?.position ?? 0) + mark, reason: error.reason ?? error.message }
  }
}
