import type { Article } from '../../src/article/article.ts'
import { hexDigestOf } from '../../src/foundation/digest.ts'
import type { PostCandidate } from '../../src/publish/post.ts'
import { article, prose, sentence } from '../site/fixture.ts'

export const NOW = Date.UTC(2026, 2, 2, 12, 0)

const texts = {
  fr: {
    lang: 'fr-BE',
    headline: 'Orion : la panne est terminée',
    standfirst: 'Le courrier fonctionne de nouveau.',
    body: ['Le courrier d’Orion fonctionne de nouveau.', 'La panne a duré une heure.'],
    sources: 'Sources',
    invitation: 'Lire en français',
  },
  en: {
    lang: 'en-GB',
    headline: 'Orion: outage is over',
    standfirst: 'Mail works again.',
    body: ['Orion’s mail works again.', 'The outage lasted an hour.'],
    sources: 'Sources',
    invitation: 'Read in English',
  },
}

/** An article as the run hands it over. */
export function offer(
  edition: 'fr' | 'en',
  changes: Partial<Article> & { body?: readonly string[]; title?: string } = {},
  rest: Partial<PostCandidate> = {},
): PostCandidate {
  const { lang, headline, standfirst, body, sources, invitation } = texts[edition]
  const { body: newBody, title, ...more } = changes
  const told = article({
    edition,
    lang,
    headline: sentence(title ?? headline),
    standfirst: sentence(standfirst),
    paragraphs: [
      prose(...(newBody ?? body)),
      {
        move: 'advice',
        form: 'list',
        sentences: [sentence('1 < 2 & {{ x }}'), sentence({ text: 'État', href: 'https://status.example/a?b=1&c=2' })],
      },
    ],
    slug: edition === 'fr' ? 'orion-panne' : 'orion-outage',
    tags: edition === 'fr' ? ['Orion', 'panne'] : ['Orion', 'outage'],
    ...more,
  })
  return {
    article: told,
    canonical: `https://depeche.example/${edition}/${told.slug}/`,
    // What is changed in an article is changed in the file of its incident, but where a test says otherwise.
    facts: hexDigestOf(JSON.stringify(changes)),
    sources,
    invitation,
    ...rest,
  }
}

/** One story in both languages. */
export function story(id = '2026-03-02-orion', changes: Parameters<typeof offer>[1] = {}): PostCandidate[] {
  const slug = (edition: string) => `${edition === 'fr' ? 'panne' : 'outage'}-${id}`
  return [offer('fr', { id, slug: slug('fr'), ...changes }), offer('en', { id, slug: slug('en'), ...changes })]
}

/** A picture that every reader of PNG accepts: one pixel. */
export const picture = {
  id: 'orion',
  ending: '.png',
  type: 'image/png',
  alt: 'Orion',
  make: async () =>
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
      'base64',
    ),
}
