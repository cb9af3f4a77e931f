import type { Article, Sentence } from '../article/article.ts'

/** An article as data: what `show --json` prints, and what a build writes beside its pages. */
export interface Trace {
  readonly id: string
  readonly edition: string
  readonly lang: string
  readonly headline: string
  readonly standfirst: string
  readonly alert: string
  readonly brief: string
  readonly paragraphs: readonly {
    readonly move: string
    readonly sentences: readonly { readonly text: string; readonly wording: string; readonly from: readonly string[] }[]
  }[]
  /** JSON pointers into the incident file. */
  readonly untold: readonly string[]
  readonly problems: readonly object[]
}

/** @param problems the article's diagnostics as they are shown to machines */
export function traceOf(article: Article, diagnostics: readonly object[] = []): Trace {
  return {
    id: article.id,
    edition: article.edition,
    lang: article.lang,
    headline: article.headline.text,
    standfirst: article.standfirst.text,
    alert: article.alert.text,
    brief: article.brief.map(({ text }) => text).join(' '),
    paragraphs: article.paragraphs.map(({ move, sentences }) => ({ move, sentences: sentences.map(traced) })),
    untold: article.untold,
    problems: diagnostics,
  }
}

/** The same shape for an incident that cannot be told: readers of the data need not look twice. */
export function emptyTrace(
  id: string,
  edition: { readonly id: string; readonly tag: string } | undefined,
  diagnostics: readonly object[],
): Trace {
  const nothing = { headline: '', standfirst: '', alert: '', brief: '', paragraphs: [], untold: [] }
  return { id, edition: edition?.id ?? '', lang: edition?.tag ?? '', ...nothing, problems: diagnostics }
}

function traced({ text, wording, from }: Sentence) {
  return { text, wording, from }
}
