import { isoInZone } from '../foundation/time-zone.ts'
import { type MarkdownDialect, markdownDialects } from '../site/markdown-dialect.ts'
import type { Post } from './post.ts'

export type Dialect = 'hugo' | 'eleventy' | 'astro' | 'jekyll' | 'docusaurus'

/** How a site generator names files and fields. Paths are relative to the generator's own folder. */
export interface Convention {
  /** How its Markdown is written. */
  readonly markdown: MarkdownDialect
  /** Folder of the posts: `{edition}` stands for the edition. */
  readonly posts: string
  /** Folder of images. */
  readonly images: string
  /** The folder that the generator copies as it is: the address of a file begins below it. */
  readonly copied: string
  /** Path of a post below the posts' folder, by the newsroom's day. */
  readonly file: (post: Post, zone: string) => string
  /** Path of the page below the root of the generator's site. */
  readonly page: (post: Post) => string
  /** How a text names an address of the site, where it is not that very address. */
  readonly link?: (address: string, edition: string) => string
  /** Our fields under the generator's names. `status` decides what is a draft. */
  readonly names: {
    readonly date: string
    readonly modified: string
    readonly description: string
    readonly story: string
    readonly edition: string | undefined
    readonly image: string
    /** The field that hides a page, and whether `true` hides it. */
    readonly hidden: { readonly name: string; readonly when: boolean }
    readonly permalink: string | undefined
    readonly slug: string | undefined
    /** Paths that lead to the page; people add theirs beside ours. */
    readonly former: string
  }
  /** Zone of the newsroom: moments are written with its offset, so that a page stays of its day. */
  readonly zone?: string
  /** Fields with constant values. */
  readonly fixed: Readonly<Record<string, string | boolean>>
}

const byStory = ({ story }: Post): string => `${story}.md`

export const dialects: Readonly<Record<Dialect, Convention>> = {
  hugo: {
    markdown: markdownDialects.hugo,
    posts: 'content/{edition}/posts',
    images: 'static/images',
    copied: 'static',
    file: byStory,
    page: ({ edition, article }) => `/${edition}/posts/${article.slug}/`,
    names: {
      date: 'date',
      modified: 'lastmod',
      description: 'description',
      story: 'translationKey',
      edition: undefined,
      image: 'images',
      hidden: { name: 'draft', when: true },
      permalink: undefined,
      slug: 'slug',
      former: 'aliases',
    },
    fixed: {},
  },
  eleventy: {
    markdown: markdownDialects.eleventy,
    posts: 'content/{edition}/posts',
    images: 'content/images',
    copied: 'content',
    file: byStory,
    page: ({ edition, article }) => `/${edition}/${article.slug}/`,
    names: {
      date: 'date',
      modified: 'updated',
      description: 'description',
      story: 'translationKey',
      edition: 'edition',
      image: 'image',
      // Eleventy has no drafts of its own: excluded from collections, and (with `permalink: false`) no page.
      hidden: { name: 'eleventyExcludeFromCollections', when: true },
      permalink: 'permalink',
      slug: undefined,
      former: 'aliases',
    },
    // Nunjucks or Liquid would execute braces in a text.
    fixed: { templateEngineOverride: 'md' },
  },
  astro: {
    markdown: markdownDialects.astro,
    posts: 'src/content/posts/{edition}',
    images: 'public/images',
    copied: 'public',
    file: byStory,
    page: ({ edition, article }) => `/${edition}/${article.slug}/`,
    names: {
      date: 'pubDate',
      modified: 'updatedDate',
      description: 'description',
      story: 'translationKey',
      edition: 'edition',
      image: 'heroImage',
      hidden: { name: 'draft', when: true },
      permalink: undefined,
      slug: 'slug',
      former: 'aliases',
    },
    fixed: {},
  },
  jekyll: {
    markdown: markdownDialects.jekyll,
    posts: '_posts/{edition}',
    images: 'assets/images',
    copied: '',
    // Jekyll requires the day in the name; the story keeps it unique and unchanged when a headline changes.
    file: ({ story, date }, zone) => {
      const day = `${isoInZone(zone, date).slice(0, 10)}-`
      return story.startsWith(day) ? `${story}.md` : `${day}${story}.md`
    },
    page: ({ edition, article }) => `/${edition}/${article.slug}/`,
    names: {
      date: 'date',
      modified: 'last_modified_at',
      description: 'description',
      story: 'ref',
      edition: 'edition',
      image: 'image',
      hidden: { name: 'published', when: false },
      permalink: 'permalink',
      slug: undefined,
      former: 'redirect_from',
    },
    fixed: { render_with_liquid: false },
  },
  docusaurus: {
    markdown: markdownDialects.docusaurus,
    posts: 'blog/{edition}',
    images: 'static/img',
    copied: 'static',
    file: byStory,
    page: ({ edition, article }) => `/${edition}/blog/${article.slug}/`,
    // Each language is a site of its own there, below whose root it puts every address: out of it leads only the way up.
    link: (address, edition) => (address.startsWith('/') ? `pathname:///${edition}/..${address}` : address),
    names: {
      date: 'date',
      modified: 'updated',
      description: 'description',
      story: 'translationKey',
      edition: 'edition',
      image: 'image',
      hidden: { name: 'draft', when: true },
      permalink: undefined,
      slug: 'slug',
      former: 'aliases',
    },
    fixed: {},
  },
}

/** What the settings say of a generator's folder. */
export interface ConventionSettings {
  readonly posts?: string | undefined
  readonly images?: string | undefined
  /** The newsroom's zone. */
  readonly zone?: string | undefined
}

/** A dialect with the folders that the settings give it; its addresses follow from them. */
export function conventionOf(dialect: Dialect, { posts, images, zone = 'UTC' }: ConventionSettings): Convention {
  const usual = dialects[dialect]
  const own = { posts: trimmed(posts ?? usual.posts), images: trimmed(images ?? usual.images) }
  // Hugo's addresses are the folders below content/; the other dialects say their address in the file, or have routes of their own.
  const isBelow = dialect === 'hugo' && posts !== undefined && own.posts.startsWith('content/')
  const page = ({ edition, article }: Post) =>
    `${own.posts.slice('content'.length).replaceAll('{edition}', edition)}/${article.slug}/`
  return { ...usual, ...own, zone, ...(isBelow && { page }) }
}

/** `./posts/` is `posts`. */
const trimmed = (folder: string): string => folder.replace(/^(?:\.\/)+|\/+$/g, '')

/** The address of a file among the images, from the root of the generator's site. */
export function imageAddress({ images, copied }: Convention, name: string): string {
  const below = copied !== '' && images.startsWith(`${copied}/`) ? images.slice(copied.length) : `/${images}`
  return `${below}/${name}`
}
