import { createHmac } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type MarkdownIt from 'markdown-it'
import { descriptionOf } from '../article/article.ts'
import { writeAtomically } from '../foundation/atomic-write.ts'
import { hexDigestOf } from '../foundation/digest.ts'
import { isoOf } from '../foundation/iso-moment.ts'
import { loadedOnDemand } from '../foundation/load-package.ts'
import { bodyOf } from '../site/markdown.ts'
import { markdownDialects } from '../site/markdown-dialect.ts'
import { plain } from '../site/plain-text.ts'
import { type CmsOptions, refusal } from './cms.ts'
import { openHttpClient } from './http-client.ts'
import { type Link, type Post, partsOf } from './post.ts'
import type { Hashes, PostFields } from './post-fields.ts'
import { postProse } from './post-prose.ts'
import type { Publisher, Remote } from './publisher.ts'

export interface WebhookOptions extends CmsOptions {
  /** Signs every message: from the environment. */
  readonly secret: string
  /** Folder that holds what the receiver took last, a file for each post. */
  readonly state: string
}

const markdown = loadedOnDemand<typeof MarkdownIt>('markdown-it')

type WebhookEvent = 'created' | 'updated' | 'removed'

/** What the receiver took last of a post. */
interface Taken {
  readonly key: string
  readonly fields: PostFields
  readonly wrote: Hashes
  readonly id: string
  readonly address: string
  /** Of the last message: part of the next one's name. */
  readonly message: string
}

/**
 * Signed messages to a program of the newsroom's own: a POST of JSON for each change. A message has one name however often it is sent,
 * so that a receiver does twice nothing that arrives twice.
 */
export function webhook(options: WebhookOptions): Publisher {
  const { name, address, secret } = options
  const http = openHttpClient({ ...options, headers: () => ({}) })
  const fileOf = (key: string) => join(options.state, `${encodeURIComponent(key)}.json`)

  return {
    name,
    kind: 'webhook',
    place: address,
    schedules: false,
    draftsFirst: false,
    concurrency: options.concurrency ?? 1,
    async verify() {
      return []
    },
    async lookUp() {
      const files = existsSync(options.state)
        ? readdirSync(options.state).filter(file => /^[^.].*\.json$/.test(file))
        : []
      const remotes = files.flatMap(file => takenIn(join(options.state, file)) ?? []).map(remoteOf)
      return { remotes: new Map(remotes.map(remote => [remote.key, remote])) }
    },
    wanted,
    addressOf: ({ canonical }) => canonical,
    prose: ({ body }) => postProse(body ?? ''),
    async put({ post, remote, fields, wrote }) {
      const before = remote && takenIn(fileOf(post.key))
      const sent = await send(before ? 'updated' : 'created', post.key, fields, before)
      const taken = {
        key: post.key,
        fields,
        wrote,
        ...answered(sent.text, before?.id ?? post.key, post.canonical),
        message: sent.message,
      }
      mkdirSync(options.state, { recursive: true })
      writeAtomically(fileOf(post.key), JSON.stringify(taken), { alone: true })
      return remoteOf(taken)
    },
    async unpublish({ key, fields }) {
      await send('removed', key, fields, takenIn(fileOf(key)))
      rmSync(fileOf(key), { force: true })
    },
    async drop() {},
    async finish() {
      return []
    },
  }

  /** Sends a message until it is taken; the same one has the same name, after an interruption too. */
  async function send(event: WebhookEvent, key: string, fields: PostFields, before: Taken | undefined) {
    const message = `msg_${hexDigestOf(JSON.stringify([event, key, fields, before?.message ?? '']))}`
    const text = JSON.stringify({ event, ...(before && { id: before.id }), ...messageOf(key, fields) })
    const bytes = new TextEncoder().encode(text)
    const answer = await http.request('POST', '', { bytes, headers: signed(message, text) }, 'text')
    if (answer.status < 200 || answer.status > 299)
      throw refusal(options, {
        status: answer.status,
        about: key,
        reason: answer.text.replace(/\s+/g, ' ').slice(0, 200),
      })
    return { message, text: answer.text }
  }

  /** As Standard Webhooks sign: over the name, the second and the body. */
  function signed(message: string, text: string): Record<string, string> {
    const second = Math.floor(Date.now() / 1000)
    const signature = createHmac('sha256', webhookKey(secret)).update(`${message}.${second}.${text}`).digest('base64')
    return {
      'content-type': 'application/json',
      'idempotency-key': message,
      'webhook-id': message,
      'webhook-timestamp': String(second),
      'webhook-signature': `v1,${signature}`,
    }
  }
}

/** The key of a secret: what follows `whsec_` is Base64; any other secret is taken as it is. */
const webhookKey = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret)

/** Short ones can be guessed from one message. */
export const isWebhookSecret = (secret: string): boolean => webhookKey(secret).length >= 16

function wanted(post: Post, links: readonly Link[]): PostFields {
  const { article } = post
  return {
    title: plain(article.headline.text),
    excerpt: plain(descriptionOf(article)),
    body: bodyOf(article, post.sources, markdownDialects.plain).trim(),
    sources: JSON.stringify(article.sources.map(({ label, url }) => ({ label, url }))),
    links: links
      .map(({ label, address, edition, lang }) => `[${label}](${address ?? ''}) ${edition} ${lang}`)
      .join('\n'),
    slug: article.slug,
    status: post.status === 'draft' ? 'draft' : 'published',
    date: isoOf(post.date),
    modified: isoOf(post.modified),
    lang: article.lang,
    canonical: post.canonical,
    image: post.image
      ? JSON.stringify({ url: post.image.address ?? new URL('card.png', post.canonical).href, alt: post.image.alt })
      : '',
    tags: JSON.stringify(article.tags.map(plain)),
    services: JSON.stringify(article.services.map(plain)),
    state: article.state,
    author: plain(article.author),
    former: post.former.inEdition.join(' '),
  }
}

/** The fields of a message: lists are lists there, and `links` has the name that it is read under. */
function messageOf(key: string, fields: PostFields): object {
  const listed = (name: string): unknown => JSON.parse(fields[name] || '[]')
  const { body, image, former, links: _, ...texts } = fields
  return {
    key,
    ...partsOf(key),
    ...texts,
    markdown: body,
    // What was typed is text there.
    html: markdown()()
      .render(body ?? '')
      .trim(),
    image: image ? JSON.parse(image) : null,
    former: (former ?? '').split(' ').filter(slug => slug !== ''),
    sources: listed('sources'),
    translations: translationsIn(fields.links ?? ''),
    tags: listed('tags'),
    services: listed('services'),
  }
}

/** The links to translations, as `wanted` writes them. */
const translationsIn = (links: string): object[] =>
  links.split('\n').flatMap(line => {
    const [, label, address, edition, lang] = /^\[(.*)\]\((\S+)\) (\S+) (\S+)$/.exec(line) ?? []
    return edition === undefined ? [] : [{ edition, lang, label, address }]
  })

/** A receiver may answer with its own identifier, and with the address where readers find the article. */
function answered(text: string, id: string, address: string): { id: string; address: string } {
  try {
    const given = JSON.parse(text) as { id?: unknown; address?: unknown } | null
    return {
      id: typeof given?.id === 'string' || typeof given?.id === 'number' ? String(given.id) : id,
      address: typeof given?.address === 'string' && /^https?:/.test(given.address) ? given.address : address,
    }
  } catch {
    return { id, address }
  }
}

/** What is remembered of a post. A file that is broken tells nothing: its post is sent again. */
function takenIn(file: string): Taken | undefined {
  try {
    const { key, fields, wrote, id, address, message } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Taken>
    return key && fields && wrote && id && address
      ? { key, fields, wrote, id, address, message: message ?? '' }
      : undefined
  } catch {
    return undefined
  }
}

function remoteOf({ key, id, address, fields, wrote, message }: Taken): Remote {
  const status = fields.status === 'draft' ? 'draft' : 'published'
  return { key, id, address, status, fields, wrote, version: message, ours: true, extras: [] }
}
