import type { Post } from './post.ts'

export type Dialect = 'hugo' | 'eleventy' | 'astro' | 'jekyll'

/** How a site generator names files and fields. Paths are relative to the generator's own folder. */
export interface Convention {
  /** Folder of the posts: `{edition}` stands for the edition. */
  readonly posts: string
  /** Folder of images, and the address they have on the site. */
  readonly images: string
  readonly imageAddress: string
  /** Path of a post below the posts' folder. */
  readonly file: (post: Post) => string
  /** Path of the page below the root of the generator's site. */
  readonly page: (post: Post) => string
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
  }
  /** Fields with constant values. */
  readonly fixed: Readonly<Record<string, string | boolean>>
}

const byStory = ({ story }: Post): string => `${story}.md`

export const dialects: Readonly<Record<Dialect, Convention>> = {
  hugo: {
    posts: 'content/{edition}/posts',
    images: 'static/images',
    imageAddress: '/images',
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
    },
    fixed: {},
  },
  eleventy: {
    posts: 'content/{edition}/posts',
    images: 'content/images',
    imageAddress: '/images',
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
    },
    // Nunjucks or Liquid would execute braces in a text.
    fixed: { templateEngineOverride: 'md' },
  },
  astro: {
    posts: 'src/content/posts/{edition}',
    images: 'public/images',
    imageAddress: '/images',
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
    },
    fixed: {},
  },
  jekyll: {
    posts: '_posts/{edition}',
    images: 'assets/images',
    imageAddress: '/assets/images',
    // Jekyll requires the day in the name; the story keeps it unique and unchanged when a headline changes.
    file: ({ story, date }) => {
      const day = `${new Date(date).toISOString().slice(0, 10)}-`
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
    },
    fixed: { render_with_liquid: false },
  },
}
