// Payload without Next.js: its own REST endpoints behind Node's server, with the content type that docs/publish/payload.md asks for.
import http from 'node:http'
import path from 'node:path'
import { Readable } from 'node:stream'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig, getPayload, handleEndpoints } from 'payload'
import sharp from 'sharp'

const { PORT, FOLDER, API_KEY } = process.env
const url = `http://127.0.0.1:${PORT}`
const isSignedIn = ({ req }) => Boolean(req.user)
const access = {
  read: ({ req }) => (req.user ? true : { _status: { equals: 'published' } }),
  create: isSignedIn,
  update: isSignedIn,
  delete: isSignedIn,
}

const articles = {
  slug: 'articles',
  access,
  versions: { drafts: { localizeStatus: true } },
  fields: [
    { name: 'storyKey', type: 'text', unique: true, index: true },
    { name: 'title', type: 'text', localized: true, required: true },
    { name: 'slug', type: 'text', localized: true, index: true },
    { name: 'excerpt', type: 'textarea', localized: true },
    { name: 'body', type: 'code', localized: true, admin: { language: 'markdown' } },
    { name: 'hash', type: 'text', localized: true },
    { name: 'publishAt', type: 'date', localized: true },
    // One list for all locales, as many have it.
    { name: 'tags', type: 'text', hasMany: true },
    { name: 'image', type: 'upload', relationTo: 'media', localized: true },
    { name: 'byline', type: 'text', localized: true },
    { name: 'formerSlugs', type: 'textarea', localized: true },
    // Of the people there.
    { name: 'note', type: 'text', localized: true },
  ],
}
const media = {
  slug: 'media',
  access: { ...access, read: () => true },
  upload: { staticDir: path.join(FOLDER, 'media'), mimeTypes: ['image/*'] },
  fields: [{ name: 'alt', type: 'text', localized: true }],
}
// What a newsroom has beside it: one status for all locales, no drafts, nothing localized.
const others = [
  { ...articles, slug: 'plain', versions: { drafts: true } },
  { ...articles, slug: 'undrafted', versions: false },
  {
    slug: 'single',
    access,
    versions: { drafts: true },
    fields: articles.fields.map(field => ({ ...field, localized: false })),
  },
]

const config = await buildConfig({
  experimental: { localizeStatus: true },
  secret: 'of-this-test',
  serverURL: url,
  telemetry: false,
  sharp,
  typescript: { autoGenerate: false },
  graphQL: { disable: true },
  db: sqliteAdapter({ client: { url: `file:${path.join(FOLDER, 'payload.db')}` }, push: true }),
  localization: { locales: ['en', 'fr'], defaultLocale: 'en', fallback: false },
  collections: [{ slug: 'users', auth: { useAPIKey: true }, fields: [] }, media, articles, ...others],
})
const payload = await getPayload({ config })
await payload.create({
  collection: 'users',
  data: { email: 'publisher@example.org', password: 'of-this-test', enableAPIKey: true, apiKey: API_KEY },
})

http
  .createServer(async (asked, answer) => {
    try {
      const body = ['GET', 'HEAD'].includes(asked.method) ? undefined : Readable.toWeb(asked)
      const headers = Object.entries(asked.headers).flatMap(([name, value]) => [value].flat().map(one => [name, one]))
      const request = new Request(url + asked.url, { method: asked.method, headers, body, duplex: 'half' })
      const response = await handleEndpoints({ config, request })
      answer.writeHead(response.status, [...response.headers].filter(([name]) => name !== 'transfer-encoding').flat())
      if (response.body) Readable.fromWeb(response.body).pipe(answer)
      else answer.end()
    } catch (error) {
      answer.writeHead(500).end(String(error?.stack ?? error))
    }
  })
  .listen(Number(PORT), '127.0.0.1')
