import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import type { Diagnostic } from '../foundation/diagnostic.ts'
import { nearest } from '../foundation/nearest-word.ts'
import { valueOn } from '../foundation/pointer.ts'
import { articleFields, documentOptions, documentSettings, pathPart } from './document-settings.ts'
import { folder } from './folder.ts'
import { ghost } from './ghost.ts'
import { isGhostKey } from './ghost-key.ts'
import { git } from './git-folder.ts'
import { payload } from './payload.ts'
import { type Publisher, publishDiagnostic, type Receipt } from './publisher.ts'
import { strapi } from './strapi.ts'
import { isWebhookSecret, webhook } from './webhook.ts'
import { wordpress } from './wordpress.ts'

const dialect = z.enum(['hugo', 'eleventy', 'astro', 'jekyll', 'docusaurus'])

/** The settings of a destination in `content/site.yaml`, by its kind. Secrets are not allowed there. */
const shapes = {
  folder: z.strictObject({
    kind: z.literal('folder'),
    /** Folder of the generator, from the newsroom's. */
    folder: z.string().min(1),
    dialect,
    /** Address of the generator's site. */
    base: z.url().optional(),
    posts: z.string().optional(),
    images: z.string().optional(),
  }),
  git: z.strictObject({
    kind: z.literal('git'),
    /** The work tree, from the newsroom's folder. */
    tree: z.string().min(1),
    /** The generator's folder in it. */
    folder: z.string().default('.'),
    dialect,
    branch: z.string().default('main'),
    /** A name of git's, or an address; never an option. */
    remote: z.string().optional(),
    author: z.string().optional(),
    base: z.url().optional(),
    posts: z.string().optional(),
    images: z.string().optional(),
  }),
  wordpress: z.strictObject({
    kind: z.literal('wordpress'),
    /** Root of the site. */
    address: z.url({ protocol: /^https?$/ }),
    /** Categories of every post, by edition. */
    categories: z.record(z.string(), z.array(z.string())).optional(),
    concurrency: z.int().min(1).max(8).optional(),
  }),
  ghost: z.strictObject({
    kind: z.literal('ghost'),
    /** Root of the site. */
    address: z.url({ protocol: /^https?$/ }),
    /** `true`: the article on the newsroom's own site is the canonical one. */
    canonical: z.boolean().optional(),
    concurrency: z.int().min(1).max(8).optional(),
  }),
  payload: z.strictObject({
    kind: z.literal('payload'),
    ...documentSettings,
    /** Collection of the pictures. */
    media: pathPart.default('media'),
    /** Collection of the accounts, of which one has the API key. */
    accounts: pathPart.default('users'),
  }),
  strapi: z.strictObject({ kind: z.literal('strapi'), ...documentSettings }),
  webhook: z.strictObject({
    kind: z.literal('webhook'),
    /** Receives the messages. */
    address: z.url({ protocol: /^https?$/ }),
    concurrency: z.int().min(1).max(8).optional(),
  }),
}

/** The kinds of destinations: the word after `kind`, and the name of a page in docs/publish/. */
export const destinationKinds = Object.keys(shapes) as DestinationKind[]
type DestinationKind = keyof typeof shapes

type DestinationSettings = { [Kind in keyof typeof shapes]: z.output<(typeof shapes)[Kind]> }

/** What destinations need beside their settings. */
export interface DestinationEnvironment {
  /** Folder of the newsroom. */
  readonly root: string
  /** Its zone: front matter has its dates. */
  readonly zone?: string
  readonly environment: NodeJS.ProcessEnv
  readonly message: (receipts: readonly Receipt[]) => string
}

type OpenDestination<S> = (name: string, settings: S, environment: DestinationEnvironment, secret: Secret) => Publisher

/** Reads a secret; one of the wrong form is reported before it is sent anywhere. */
type Secret = (what: string, fits?: (value: string) => boolean) => string

type OpenDestinations = { [Kind in keyof DestinationSettings]: OpenDestination<DestinationSettings[Kind]> }

const openers: OpenDestinations = {
  folder: (name, settings, { root, zone }) =>
    folder({
      ...settings,
      zone,
      name,
      folder: resolve(root, settings.folder),
      place: settings.folder,
      make: !isAbsolute(settings.folder) && !settings.folder.split('/').includes('..'),
    }),
  git: (name, settings, { root, zone, environment, message }) =>
    git({
      ...settings,
      zone,
      name,
      tree: resolve(root, settings.tree),
      folder: resolve(root, settings.tree, settings.folder),
      place: join(settings.tree, settings.folder),
      make: !settings.folder.split('/').includes('..'),
      environment,
      message,
    }),
  wordpress: (name, settings, _, secret) =>
    wordpress({
      ...settings,
      name,
      address: settings.address.replace(/\/+$/, ''),
      user: secret('USER'),
      // WordPress shows application passwords in groups; it ignores the spaces.
      password: secret('PASSWORD'),
    }),
  ghost: (name, settings, _, secret) =>
    ghost({ ...settings, name, address: settings.address.replace(/\/+$/, ''), key: secret('KEY', isGhostKey) }),
  payload: (name, settings, { zone }, secret) =>
    payload({
      ...documentOptions(name, settings, zone),
      media: settings.media,
      users: settings.accounts,
      key: secret('KEY'),
    }),
  strapi: (name, settings, { zone }, secret) =>
    strapi({ ...documentOptions(name, settings, zone), token: secret('TOKEN') }),
  webhook: (name, settings, { root }, secret) =>
    webhook({
      ...settings,
      name,
      secret: secret('SECRET', isWebhookSecret),
      state: join(root, '.depeche/publish', name, 'taken'),
    }),
}

/**
 * Opens one destination of `content/site.yaml`; or returns what is wrong with its settings. Secrets come from the
 * environment: `DEPECHE_<NAME>_…`.
 */
export function openDestination(
  name: string,
  settings: unknown,
  environment: DestinationEnvironment,
): { readonly publisher?: Publisher; readonly diagnostics: readonly Diagnostic[] } {
  const kind = destinationKind(settings)
  if (kind === undefined) {
    return { diagnostics: [unknownKind(name, (settings as { kind?: unknown } | null)?.kind)] }
  }
  const read = shapes[kind].safeParse(settings)
  if (!read.success)
    return { diagnostics: read.error.issues.flatMap(issue => settingDiagnostics(name, kind, settings, issue)) }
  const unsafe = unsafeSettings(name, read.data)
  if (unsafe.length > 0) return { diagnostics: unsafe }
  const missing: Diagnostic[] = []
  const secret: Secret = (what, fits = () => true) => {
    const variable = variableOf(name, what)
    const value = environment.environment[variable] ?? ''
    if (value === '') missing.push(publishDiagnostic('no-secret', { name, variable }))
    else if (!fits(value)) missing.push(publishDiagnostic('bad-secret', { name, variable }))
    return value
  }
  const open = openers[kind] as OpenDestination<unknown>
  const publisher = open(name, read.data, environment, secret)
  return missing.length > 0 ? { diagnostics: missing } : { publisher, diagnostics: [] }
}

/** Settings that git would take for options, and addresses that hold a password: it is not printed. */
function unsafeSettings(name: string, settings: object): Diagnostic[] {
  return Object.entries(settings).flatMap(([field, value]) => {
    if (typeof value !== 'string') return []
    if ((field === 'remote' || field === 'branch') && value.startsWith('-'))
      return publishDiagnostic('option-as-setting', { name, field })
    const isSecret = /^https?:\/\/[^/?#]*@/i.test(value) || /^\w+:\/\/[^/?#]*:[^/?#]*@/.test(value)
    return isSecret ? publishDiagnostic('secret-in-address', { name, field }) : []
  })
}

function unknownKind(name: string, found: unknown): Diagnostic {
  const facts = { name, known: destinationKinds.join(', ') }
  if (typeof found !== 'string') return publishDiagnostic('unknown-kind', { ...facts, context: 'none' })
  return publishDiagnostic('unknown-kind', { ...facts, kind: found, nearest: nearest(found, destinationKinds) ?? '' })
}

function destinationKind(settings: unknown): DestinationKind | undefined {
  const kind = (settings as { kind?: unknown } | null)?.kind
  return typeof kind === 'string' && Object.hasOwn(shapes, kind) ? (kind as DestinationKind) : undefined
}

/** Names of settings under which people store secrets. */
const SECRET = /pass|secret|token|key|user/i

function settingDiagnostics(
  name: string,
  kind: DestinationKind,
  settings: unknown,
  issue: z.core.$ZodIssue,
): Diagnostic[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(field =>
      issue.path[0] === 'fields' ? unknownField(name, kind, field) : unknownSetting(name, kind, field),
    )
  const field = issue.path.join('.')
  if (isBlank(valueOn(settings, issue.path))) return [publishDiagnostic('missing-setting', { name, field, kind })]
  return [publishDiagnostic('wrong-setting', { name, field, kind, ...wanted(issue) })]
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === ''

function unknownSetting(name: string, kind: DestinationKind, field: string): Diagnostic {
  if (SECRET.test(field)) return publishDiagnostic('secret-in-file', { name, field, variable: variableOf(name, '…') })
  const known = Object.keys(shapes[kind].shape)
  const facts = { name, field, kind, known: known.join(', '), nearest: nearest(field, known) ?? '' }
  return publishDiagnostic('unknown-setting', facts)
}

/** A field of articles that none has. */
function unknownField(name: string, kind: DestinationKind, field: string): Diagnostic {
  const known = articleFields.map(one => `fields.${one}`)
  const facts = {
    name,
    field: `fields.${field}`,
    kind,
    known: known.join(', '),
    nearest: nearest(`fields.${field}`, known) ?? '',
  }
  return publishDiagnostic('unknown-setting', facts)
}

/** What a setting has to be, as facts of the message. */
function wanted(issue: z.core.$ZodIssue): Diagnostic['facts'] {
  if (issue.code === 'invalid_value') return { context: 'choice', known: issue.values.join(', ') }
  if (issue.code === 'invalid_format') return { expected: issue.format === 'url' ? 'address' : 'text' }
  if (issue.code === 'too_small') return { context: 'least', limit: Number(issue.minimum) }
  if (issue.code === 'too_big') return { context: 'most', limit: Number(issue.maximum) }
  return { expected: issue.code === 'invalid_type' ? (TERMS[issue.expected] ?? 'text') : 'text' }
}

/** What zod calls a type, as a key of `terms` in `problems.json`. */
const TERMS: Readonly<Record<string, string>> = {
  int: 'number',
  number: 'number',
  boolean: 'flag',
  array: 'list',
  record: 'mapping',
}

/** The environment variable of a destination's secret: `DEPECHE_MY_SITE_PASSWORD`. */
function variableOf(name: string, secret: string): string {
  return `DEPECHE_${name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_${secret}`
}
