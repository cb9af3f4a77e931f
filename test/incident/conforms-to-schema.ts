type Node = { readonly [key: string]: unknown }

/** Whether a value conforms to a JSON Schema: the keywords that ours uses, and an error for any other. */
export function conforms(value: unknown, schema: Node, root: Node): boolean {
  return Object.entries(schema).every(([keyword, wanted]) => {
    const check = keywords[keyword]
    if (!check) throw new Error(`The schema uses a keyword that the test does not know: ${keyword}`)
    return check(value, wanted as never, schema, root)
  })
}

type Check = (value: unknown, wanted: never, schema: Node, root: Node) => boolean

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: value => typeof value === 'string',
  number: value => typeof value === 'number',
  integer: Number.isInteger,
  boolean: value => typeof value === 'boolean',
}

const always: Check = () => true

const keywords: Readonly<Record<string, Check>> = {
  ...Object.fromEntries(
    ['$schema', '$comment', '$defs', 'title', 'description', 'examples', 'enumDescriptions', 'format'].map(keyword => [
      keyword,
      always,
    ]),
  ),
  type: (value, wanted: string | string[]) => [wanted].flat().some(name => types[name]?.(value) ?? false),
  enum: (value, wanted: unknown[]) => wanted.includes(value),
  const: (value, wanted) => value === wanted,
  pattern: (value, wanted: string) => typeof value !== 'string' || new RegExp(wanted, 'u').test(value),
  minLength: (value, wanted: number) => typeof value !== 'string' || value.length >= wanted,
  minimum: (value, wanted: number) => typeof value !== 'number' || value >= wanted,
  maximum: (value, wanted: number) => typeof value !== 'number' || value <= wanted,
  minItems: (value, wanted: number) => !Array.isArray(value) || value.length >= wanted,
  minProperties: (value, wanted: number) => !isObject(value) || Object.keys(value).length >= wanted,
  required: (value, wanted: string[]) => !isObject(value) || wanted.every(key => Object.hasOwn(value, key)),
  items: (value, wanted: Node, _, root) => !Array.isArray(value) || value.every(item => conforms(item, wanted, root)),
  anyOf: (value, wanted: Node[], _, root) => wanted.some(each => conforms(value, each, root)),
  $ref: (value, wanted: string, _, root) =>
    conforms(value, (root.$defs as Record<string, Node>)[wanted.replace('#/$defs/', '')] ?? {}, root),
  properties: (value, wanted: Record<string, Node>, _, root) =>
    !isObject(value) ||
    Object.entries(wanted).every(([key, each]) => !Object.hasOwn(value, key) || conforms(value[key], each, root)),
  propertyNames: (value, wanted: Node, _, root) =>
    !isObject(value) || Object.keys(value).every(key => conforms(key, wanted, root)),
  patternProperties: (value, wanted: Record<string, Node>, _, root) =>
    !isObject(value) ||
    Object.entries(wanted).every(([pattern, each]) =>
      Object.keys(value).every(key => !new RegExp(pattern, 'u').test(key) || conforms(value[key], each, root)),
    ),
  additionalProperties: (value, wanted: Node | boolean, schema, root) => {
    if (!isObject(value)) return true
    const named = new Set(Object.keys((schema.properties as object | undefined) ?? {}))
    const patterns = Object.keys((schema.patternProperties as object | undefined) ?? {}).map(
      each => new RegExp(each, 'u'),
    )
    const rest = Object.keys(value).filter(key => !named.has(key) && !patterns.some(pattern => pattern.test(key)))
    return typeof wanted === 'boolean'
      ? wanted || rest.length === 0
      : rest.every(key => conforms(value[key], wanted, root))
  },
}
