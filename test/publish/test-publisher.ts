import type { Post, PostCandidate, Status } from '../../src/publish/post.ts'
import { readyAt } from '../../src/publish/post.ts'
import { hashesOf, type PostFields } from '../../src/publish/post-fields.ts'
import type { Publisher, Remote } from '../../src/publish/publisher.ts'
import { NOW, offer } from './fixture.ts'

/** The post of the sample story in one edition. */
export function postOf(
  edition: 'fr' | 'en',
  changes: Parameters<typeof offer>[1] = {},
  rest: Partial<PostCandidate> = {},
): Post {
  const [post] = readyAt([offer(edition, changes, rest)], NOW).posts
  if (!post) throw new Error('held back')
  return post
}

/** A post with another status. */
export const withStatus = (post: Post, status: Status): Post => ({ ...post, status })

/** A destination of few fields that is never asked anything. `predicts`: it knows an address before the post exists. */
export function testPublisher({ predicts = true } = {}): Publisher {
  const never = async () => {
    throw new Error('a plan asks no destination')
  }
  return {
    name: 'site',
    kind: 'test',
    place: 'nowhere',
    schedules: false,
    draftsFirst: !predicts,
    concurrency: 1,
    verify: never,
    lookUp: never,
    put: never,
    unpublish: never,
    drop: never,
    finish: never,
    wanted: ({ article, status, lang }, links) => ({
      title: article.headline.text,
      body: (article.paragraphs[0]?.sentences ?? []).map(({ text }) => text).join(' '),
      slug: article.slug,
      status,
      lang,
      links: links.map(({ label, address }) => `[${label}](${address ?? ''})`).join(' '),
    }),
    addressOf: ({ article, edition }) => (predicts ? `https://site.example/${edition}/${article.slug}/` : undefined),
    prose: fields => fields.body ?? '',
  }
}

/** The post as the destination holds it: as we wrote it last, but for what somebody changed there. */
export function remoteOf(
  publisher: Publisher,
  post: Post,
  theirs: PostFields = {},
  changes: Partial<Remote> = {},
): Remote {
  const fields = publisher.wanted(post, [])
  return {
    key: post.key,
    id: '1',
    address: `https://site.example/?p=${post.edition}`,
    status: 'published',
    fields: { ...fields, ...theirs },
    wrote: hashesOf(fields),
    version: '1',
    ours: true,
    extras: [],
    ...changes,
  }
}
