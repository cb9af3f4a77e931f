import type { Article } from '../article/article.ts'
import type { Incident, State } from '../incident/incident.ts'
import { wholeEnds } from '../incident/moments.ts'

export type ArticleLength = 'alert' | 'brief' | 'article'

/**
 * The incident in another state, without a change to the file: a missing end is taken to be `as_of`; an end is dropped
 * where the state says that it goes on.
 */
export function withState(incident: Incident, state: State): Incident {
  if (state === incident.state) return incident
  const over = state === 'resolved' || state === 'disputed'
  if (!over) return { ...incident, state, ended: incident.ended.filter(one => !wholeEnds([one]).includes(one)) }
  const whole = wholeEnds(incident.ended)
  const ended = whole.length > 0 ? incident.ended : [{ precision: 'exact' as const, at: incident.as_of }]
  return { ...incident, state, ended, expected: [] }
}

/** The article at another length, in the same page: its alert or its brief instead of its paragraphs. */
export function withLength(article: Article, length: ArticleLength): Article {
  if (length === 'article') return article
  const sentences = length === 'alert' ? [article.alert] : article.brief
  return { ...article, paragraphs: [{ move: length, form: 'prose', sentences }] }
}
