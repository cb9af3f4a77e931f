/** The smallest sites of two languages that docs/publish/folder.md describes: file by file, for the generators' tests. */
export const generatorSites: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hugo: {
    'config.yaml': `# The smallest site of two languages that docs/publish/folder.md describes.
baseURL: https://site.example/
title: Site
defaultContentLanguage: fr
defaultContentLanguageInSubdir: true
disableKinds: [taxonomy, term, RSS, sitemap]
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
  return { dir: { input: 'content', includes: '../_includes', output: 'public' } }
}
`,
    '_includes/post.njk': `<!doctype html>
<html lang="{{ lang }}">
<head>
<title>{{ title }}</title>
<meta name="description" content="{{ description }}">
{% for other in collections.all %}{% if other.data.translationKey == translationKey %}<link rel="alternate" hreflang="{{ other.data.lang }}" href="{{ other.url }}">
{% endif %}{% endfor %}</head>
<body><h1>{{ title }}</h1>{{ content | safe }}</body>
</html>
`,
  },
}
