import Handlebars from 'handlebars'
import { jsonOf, textOf } from '../foundation/layered-workspace.ts'
import { openTranslations } from '../foundation/translations.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { pageWords } from '../site/page-messages.ts'

/** Languages of the interface: those with a `studio.json`. */
export function studioLanguages(workspace: Workspace): string[] {
  return workspace.list('locales').flatMap(path => /^locales\/([^/]+)\/studio\.json$/.exec(path)?.[1] ?? [])
}

/** The page of the studio, in a language; the messages for its script are embedded as data. */
export function studioPage(workspace: Workspace, asked: string, fallback: string, nonce: string): string {
  const spoken = studioLanguages(workspace)
  const language = [asked, fallback, spoken[0]].find(one => one !== undefined && spoken.includes(one)) ?? ''
  const texts = jsonOf(workspace, `locales/${language}/studio.json`)
  const say = pageWords(openTranslations(language, { studio: texts }), text => text)
  const engine = Handlebars.create()
  engine.registerHelper('t', (key: string) => say(key))
  const template = engine.compile(textOf(workspace, 'templates/studio/index.hbs'), { strict: true })
  return template({
    lang: language,
    nonce,
    style: new Handlebars.SafeString(textOf(workspace, 'templates/studio/studio.css')),
    others: spoken.map(one => ({ language: one, here: one === language, name: nameOf(workspace, one) })),
    // Nothing in it can end its element.
    words: new Handlebars.SafeString(JSON.stringify(texts).replaceAll('<', '\\u003c')),
  })
}

function nameOf(workspace: Workspace, language: string): string {
  const { name } = jsonOf(workspace, `locales/${language}/studio.json`) as { name?: unknown }
  return typeof name === 'string' ? name : language
}
