import type { ArticleSummary } from '../../src/site/article-summary.ts'

/** What lists keep of an article, of which a test changes what it is about. */
export function summary(changes: Partial<ArticleSummary> = {}): ArticleSummary {
  const id = changes.id ?? '2026-03-02-orion'
  return {
    id,
    edition: 'fr',
    slug: id,
    former: [],
    headline: 'Orion : la panne est terminée',
    standfirst: 'Le courrier fonctionne de nouveau.',
    kicker: 'Résolu',
    state: 'resolved',
    published: Date.UTC(2026, 2, 2, 9, 0),
    updated: Date.UTC(2026, 2, 2, 10, 30),
    knownToTheDay: { published: false, updated: false },
    author: 'La rédaction',
    services: ['Orion Mail'],
    aged: false,
    weight: 0,
    corrections: [],
    words: { head: 'orion pann', body: 'courri' },
    subjects: [],
    ...changes,
  }
}
