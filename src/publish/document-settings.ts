import { z } from 'zod'
import type { FieldNames } from './document-mark.ts'
import type { DocumentOptions } from './documents.ts'

/** A part of an address: nothing that would lead elsewhere. */
export const pathPart = z.string().regex(/^[\w-]+$/)

/** A field of a content type by our name for it; `false` where the type has none. */
const named = z.string().regex(/^\w+$/)
const fieldName = (name: string) => named.default(name)
const optionalField = z.union([named, z.literal(false)])

const fields = z.strictObject({
  key: fieldName('storyKey'),
  mark: fieldName('hash'),
  title: fieldName('title'),
  body: fieldName('body'),
  slug: fieldName('slug'),
  excerpt: optionalField.default('excerpt'),
  date: optionalField.default('publishAt'),
  tags: optionalField.default('tags'),
  image: optionalField.default('image'),
  author: optionalField.optional(),
  canonical: optionalField.optional(),
  former: optionalField.optional(),
})

/** Our names for the fields of an article. */
export const articleFields = Object.keys(fields.shape)

/** Settings of what publishes documents with locales. */
export const documentSettings = {
  /** Root of the CMS. */
  address: z.url({ protocol: /^https?$/ }),
  /** Collection of the articles. */
  collection: pathPart.default('articles'),
  /** Where readers find an article on the site that shows them. */
  page: z
    .url({ protocol: /^https?$/ })
    .regex(/\{slug\}/)
    .optional(),
  /** Locales there, by edition. */
  locales: z.record(z.string(), pathPart).optional(),
  fields: fields.prefault({}),
  concurrency: z.int().min(1).max(8).optional(),
}

type DocumentSettings = z.output<z.ZodObject<typeof documentSettings>>

/** Settings as options; fields that a content type does not have are left out. */
export function documentOptions(name: string, settings: DocumentSettings, zone: string | undefined): DocumentOptions {
  const there = Object.entries(settings.fields).filter(([, field]) => field)
  const fields = Object.fromEntries(there) as unknown as FieldNames
  return { ...settings, fields, zone, name, address: settings.address.replace(/\/+$/, '') }
}
