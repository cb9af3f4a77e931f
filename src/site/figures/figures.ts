import type { Article } from '../../article/article.ts'
import type { Incident } from '../../incident/incident.ts'
import type { Voice } from '../house.ts'

/** The pictures of an article, each as a template draws it; `false` where its facts give none. */
export interface Figures {
  readonly timeline: object | false
  readonly counts: object | false
  readonly map: object | false
}

export function figuresOf(_incident: Incident, _article: Article, _voice: Voice): Figures {
  return { timeline: false, counts: false, map: false }
}
