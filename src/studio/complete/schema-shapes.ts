/** The part of JSON Schema that the editor uses. */
export interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly enumDescriptions?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}

/** A schema with the names of the definitions that led to it: they tell which kinds of names a text may be. */
export interface SchemaCandidate {
  readonly schema: Schema
  readonly through: readonly string[]
}

/** Every schema that may apply to the value at a path. */
export function shapesAt(root: Schema, path: readonly string[]): SchemaCandidate[] {
  let here = spread(root, { schema: root, through: [] })
  for (const token of path) here = here.flatMap(candidate => step(root, candidate, token))
  return here
}

/** The note for a field: the innermost with a text. */
export function noteAt(root: Schema, path: readonly string[]): { title?: string; description?: string } {
  const parents = shapesAt(root, path.slice(0, -1))
  const own = path.at(-1) ?? ''
  for (const { schema } of parents) {
    const field = schema.properties?.[own]
    if (field?.title || field?.description) return pick(field)
  }
  const [found] = shapesAt(root, path)
  return found ? pick(found.schema) : {}
}

function pick({ title, description }: Schema) {
  return { ...(title && { title }), ...(description && { description }) }
}

function step(root: Schema, { schema, through }: SchemaCandidate, token: string): SchemaCandidate[] {
  const next = (found: Schema | undefined) => (found ? spread(root, { schema: found, through }) : [])
  if (token === '*') return next(schema.items)
  if (schema.properties?.[token]) return next(schema.properties[token])
  for (const [pattern, found] of Object.entries(schema.patternProperties ?? {})) {
    if (new RegExp(pattern).test(token)) return next(found)
  }
  return typeof schema.additionalProperties === 'object' ? next(schema.additionalProperties) : []
}

/** Follows references and alternatives to schemas with content of their own. */
function spread(root: Schema, { schema, through }: SchemaCandidate, depth = 0): SchemaCandidate[] {
  if (depth > 20) return []
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/$defs/', '')
    const found = root.$defs?.[name]
    return found ? spread(root, { schema: found, through: [...through, name] }, depth + 1) : []
  }
  if (schema.anyOf) return schema.anyOf.flatMap(each => spread(root, { schema: each, through }, depth + 1))
  return [{ schema, through }]
}
