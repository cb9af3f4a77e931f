import yaml from 'js-yaml'

/** Deeper than any incident needs (the deepest field has eight levels), shallow enough for every stack. */
export const deepest = 24

/** The types of js-yaml lack this option. */
const limits: object = { maxDepth: deepest }

/** The value of a YAML text, or where parsing stopped. */
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
 * Every scalar is a text, as typed, except an empty one: `18:30`, `no`, `2024-12-11` and `0800` cannot turn into
 * something else. A field that wants a number parses it from the text.
 */
const schema = yaml.FAILSAFE_SCHEMA.extend({ implicit: [empty] })

/** Parses YAML 1.2 quickly and without positions. An empty text gives `null`. Never throws for malformed text. */
export function parseYaml(text: string): Parsed {
  try {
    return { ok: true, value: yaml.load(text, { schema, ...limits }) ?? null }
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error
    const mark = text.startsWith('\uFEFF') ? 1 : 0
    return { ok: false, offset: (error.mark?.position ?? 0) + mark, reason: error.reason ?? error.message }
  }
}
