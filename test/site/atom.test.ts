import { expect, test } from 'vitest'
import { atomOf } from '../../src/site/feeds/atom.ts'
import { empty, entry, feed } from './feed-fixture.ts'

test('Atom holds the feed and each article, escaped, with the hours of the edition', () => {
  expect(atomOf(feed)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr-BE">
<id>https://news.example/fr/atom.xml</id>
<title>La &lt;Gazette&gt; &amp; Cie</title>
<subtitle>Pannes &amp; retours</subtitle>
<updated>2026-03-02T11:30:00+01:00</updated>
<author><name>La &lt;Gazette&gt; &amp; Cie</name></author>
<link rel="alternate" type="text/html" hreflang="fr-BE" href="https://news.example/fr/"/>
<link rel="self" type="application/atom+xml" href="https://news.example/fr/atom.xml"/>
<rights>https://creativecommons.org/licenses/by/4.0/</rights>
<entry><id>tag:news.example,2026-03-02:fr/2026-03-02-orion</id><title>Orion &amp; &lt;Mail&gt; : « la panne »</title><link rel="alternate" type="text/html" href="https://news.example/fr/2026-03-02-orion/"/><published>2026-03-02T10:00:00+01:00</published><updated>2026-03-02T11:30:00+01:00</updated><author><name>La rédaction</name></author><category term="Orion Mail"/><category term="R&amp;D"/><summary>Le courrier &quot;fonctionne&quot;.</summary><content type="text">Le courrier &quot;fonctionne&quot;. À 11h, l’accès &lt;revient&gt;.</content></entry>
</feed>
`)
})

test('the feed was updated when its first entry was; without any, at the beginning of time', () => {
  const later = { ...entry, updatedIso: '2026-03-03T08:00:00+01:00' }
  expect(atomOf({ ...feed, entries: [later, entry] })).toContain(
    '</subtitle>\n<updated>2026-03-03T08:00:00+01:00</updated>',
  )
  expect(atomOf(empty)).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
})

test('without a description there is no subtitle, without a licence no rights', () => {
  expect(atomOf({ ...empty, description: '' })).not.toMatch(/subtitle|rights/)
})
