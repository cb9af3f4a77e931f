import { expect, test } from 'vitest'
import { rssOf } from '../../src/site/feeds/rss.ts'
import { empty, feed } from './feed-fixture.ts'

test('RSS 2.0 holds the channel and each article, escaped', () => {
  expect(rssOf(feed)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>La &lt;Gazette&gt; &amp; Cie</title>
<link>https://news.example/fr/</link>
<description>Pannes &amp; retours</description>
<language>fr-BE</language>
<copyright>https://creativecommons.org/licenses/by/4.0/</copyright>
<lastBuildDate>Mon, 02 Mar 2026 10:30:00 GMT</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="https://news.example/fr/feed.xml"/>
<item><title>Orion &amp; &lt;Mail&gt; : « la panne »</title><link>https://news.example/fr/2026-03-02-orion/</link><guid isPermaLink="false">tag:news.example,2026-03-02:fr/2026-03-02-orion</guid><pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate><dc:creator>La rédaction</dc:creator><category>Orion Mail</category><category>R&amp;D</category><description>Le courrier &quot;fonctionne&quot;. À 11h, l’accès &lt;revient&gt;.</description><atom:updated>2026-03-02T11:30:00+01:00</atom:updated></item></channel>
</rss>
`)
})

test('a channel without articles names neither a licence nor a last change', () => {
  expect(rssOf(empty)).not.toMatch(/copyright|lastBuildDate|<item>/)
})
