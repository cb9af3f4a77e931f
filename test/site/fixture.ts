import type { Article, Paragraph, Sentence, Span } from '../../src/article/article.ts'
import type { Incident } from '../../src/incident/incident.ts'

/** A sentence of one span, or of several. */
export function sentence(...spans: (string | Span)[]): Sentence {
  const full = spans.map(span => (typeof span === 'string' ? { text: span } : span))
  return { spans: full, text: full.map(span => span.text).join(''), wording: 'test', from: ['/state'] }
}

export function prose(...texts: string[]): Paragraph {
  return { move: 'lead', form: 'prose', sentences: texts.map(text => sentence(text)) }
}

/** A whole article, of which a test changes what it is about. */
export function article(changes: Partial<Article> = {}): Article {
  return {
    id: '2026-03-02-orion',
    edition: 'fr',
    lang: 'fr-BE',
    state: 'resolved',
    kind: 'outage',
    event: 'outage',
    weight: 0,
    headline: sentence('Orion : la panne est terminée'),
    standfirst: sentence('Le courrier fonctionne de nouveau.'),
    alert: sentence('Orion fonctionne de nouveau'),
    brief: [sentence('Orion fonctionne de nouveau.')],
    paragraphs: [prose('Le courrier d’Orion fonctionne de nouveau.', 'La panne a duré une heure.')],
    kicker: 'Résolu',
    slug: '2026-03-02-orion',
    published: Date.UTC(2026, 2, 2, 9, 0),
    updated: Date.UTC(2026, 2, 2, 10, 30),
    knownToTheDay: { published: false, updated: false },
    author: 'La rédaction',
    tags: ['panne'],
    services: ['Orion Mail'],
    draft: false,
    sources: [{ url: 'https://status.example/1', label: 'Orion' }],
    untold: [],
    unworded: [],
    ...changes,
  }
}

/** A whole incident with nothing in it, of which a test fills what it is about. */
export function incident(changes: Partial<Incident> = {}): Incident {
  return {
    id: '2026-03-02-orion',
    file: 'content/incidents/2026/2026-03-02-orion.yaml',
    state: 'resolved',
    kind: 'outage',
    as_of: Date.UTC(2026, 2, 2, 10, 30),
    as_of_moment: { precision: 'exact', at: Date.UTC(2026, 2, 2, 10, 30) },
    providers: [],
    services: [],
    not_affected: [],
    still_works: [],
    started: [],
    ended: [],
    event: [],
    casualties: [],
    intervals: [],
    lasted: [],
    planned: [],
    facts: [],
    recovery: [],
    attack: [],
    expected: [],
    symptoms: [],
    advice: [],
    compensation: [],
    counts: [],
    statements: [],
    reactions: [],
    third_parties: [],
    causes: [],
    updates: [],
    residual: [],
    knock_on: [],
    economy: [],
    precedents: [],
    background: [],
    corrections: [],
    sources: [],
    publication: { draft: false, slug: {}, former_slugs: {}, tags: [], pictures: [], sentences: [] },
    companions: {},
    raw: {},
    ...changes,
  }
}
