/** The smallest sites of two languages that docs/publish/folder.md describes: file by file, for the generators' tests. */
export const generatorSites: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hugo: {
    'config.yaml': `# The smallest site of two languages that docs/publish/folder.md describes.
baseURL: https://site.example/
title: Site
defaultContentLanguage: fr
defaultContentLanguageInSubdir: true
disableKinds: [taxonomy, term, RSS, sitemap]
enableEmoji: true
markup: { goldmark: { extensions: { typographer: true, linkify: true } } }
languages:
  fr: { contentDir: content/fr, languageCode: fr-BE }
  en: { contentDir: content/en, languageCode: en-GB }
`,
    'layouts/index.html': `<!doctype html>
<html lang="{{ .Site.LanguageCode }}"><head><title>{{ .Title }}</title></head><body>{{ range .RegularPagesRecursive }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</body></html>
`,
    'layouts/_default/list.html': `<!doctype html>
<html lang="{{ .Site.LanguageCode }}"><head><title>{{ .Title }}</title></head><body>{{ range .RegularPagesRecursive }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</body></html>
`,
    'layouts/_default/single.html': `<!doctype html>
<html lang="{{ .Params.lang }}">
<head>
<title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}">
<meta name="date" content="{{ .Date.Format "2006-01-02" }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Params.lang }}" href="{{ .RelPermalink }}">
{{ end }}</head>
<body><h1>{{ .Title }}</h1>{{ .Content }}</body>
</html>
`,
  },
  eleventy: {
    'eleventy.config.js': `// The smallest site of two languages that docs/publish/folder.md describes.
export default function (config) {
  config.addPassthroughCopy('content/images')
  config.addGlobalData('layout', 'post.njk')
  config.addFilter('day', date => new Intl.DateTimeFormat('sv').format(date))
  return { dir: { input: 'content', includes: '../_includes', output: 'public' } }
}
`,
    '_includes/post.njk': `<!doctype html>
<html lang="{{ lang }}">
<head>
<title>{{ title }}</title>
<meta name="description" content="{{ description }}">
<meta name="date" content="{{ page.date | day }}">
{% for other in collections.all %}{% if other.data.translationKey == translationKey %}<link rel="alternate" hreflang="{{ other.data.lang }}" href="{{ other.url }}">
{% endif %}{% endfor %}</head>
<body><h1>{{ title }}</h1>{{ content | safe }}</body>
</html>
`,
  },
  jekyll: {
    '_config.yml': `# The smallest site of two languages that docs/publish/folder.md describes.
title: Site
timezone: Europe/Brussels
future: true
defaults:
  - { scope: { path: "" }, values: { layout: post } }
`,
    '_layouts/post.html': `<!doctype html>
<html lang="{{ page.lang }}">
<head>
<title>{{ page.title | escape }}</title>
<meta name="description" content="{{ page.description | escape }}">
<meta name="date" content="{{ page.date | date: '%Y-%m-%d' }}">
{% for other in site.posts %}{% if other.ref == page.ref %}<link rel="alternate" hreflang="{{ other.lang }}" href="{{ other.url }}">
{% endif %}{% endfor %}</head>
<body><h1>{{ page.title | escape }}</h1>{{ content }}</body>
</html>
`,
  },
  astro: {
    'astro.config.mjs': `// The smallest site of two languages that docs/publish/folder.md describes.
export default { site: 'https://site.example/', compressHTML: false, output: 'static', outDir: 'public-site' }
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
const schema = z.object({
  title: z.string(), description: z.string(), pubDate: z.coerce.date(), updatedDate: z.coerce.date(),
  lang: z.string(), edition: z.string(), translationKey: z.string(), slug: z.string(), draft: z.boolean(), tags: z.array(z.string()),
})
export const collections = {
  posts: defineCollection({
    loader: glob({ base: './src/content/posts', pattern: '**/*.md', generateId: ({ entry }) => entry.replace(/\\.md$/, '') }),
    schema,
  }),
}
`,
    'src/pages/[edition]/[slug].astro': `---
import { getCollection, render } from 'astro:content'
export async function getStaticPaths() {
  const posts = await getCollection('posts', ({ data }) => !data.draft)
  return posts.map(post => ({
    params: { edition: post.data.edition, slug: post.data.slug },
    props: { post, others: posts.filter(({ data }) => data.translationKey === post.data.translationKey) },
  }))
}
const { post, others } = Astro.props
const { Content } = await render(post)
const day = new Intl.DateTimeFormat('sv').format(post.data.pubDate)
---
<!doctype html>
<html lang={post.data.lang}>
<head>
<title>{post.data.title}</title>
<meta name="description" content={post.data.description}>
<meta name="date" content={day}>
{others.map(({ data }) => <link rel="alternate" hreflang={data.lang} href={\`/\${data.edition}/\${data.slug}/\`}>)}
</head>
<body><h1>{post.data.title}</h1><Content /></body>
</html>
`,
  },
  docusaurus: {
    'package.json': '{"private":true}',
    'src/pages/index.md': '# Site',
    'docusaurus.config.js': `// The smallest site of two languages that docs/publish/folder.md describes.
const edition = process.env.DOCUSAURUS_CURRENT_LOCALE ?? 'fr'
export default {
  title: 'Site',
  url: 'https://site.example',
  baseUrl: '/',
  i18n: { defaultLocale: 'fr', locales: ['fr', 'en'], localeConfigs: { fr: { htmlLang: 'fr-BE', baseUrl: '/fr/' }, en: { htmlLang: 'en-GB', baseUrl: '/en/' } } },
  presets: [
    [
      'classic',
      {
        docs: false,
        sitemap: false,
        blog: { path: 'blog/' + edition, onUntruncatedBlogPosts: 'ignore', onInlineAuthors: 'ignore' },
      },
    ],
  ],
}
`,
  },
}
