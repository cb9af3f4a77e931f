import Handlebars from 'handlebars'
import { MissingWord, type Say, type Slots } from './words.ts'

/** The pages' templates, compiled: a page by its name, from its view. */
export type Templates = (name: string, view: View) => string

/** What every template is given: its words, and whatever its page shows. Every field is there, if only as `false` or `[]`. */
export interface View {
  readonly words: Say
  readonly [field: string]: unknown
}

/** HTML made by us, put in as it stands. */
export type Html = InstanceType<typeof Handlebars.SafeString>

export function html(text: string): Html {
  return new Handlebars.SafeString(text)
}

/** A moment as pages show it: for machines and for people. */
export interface Stamped {
  readonly iso: string
  readonly text: string
}

/** A template that cannot be read or filled; the message names the file. */
export class BadTemplate extends Error {
  constructor(name: string, reason: string) {
    super(`templates/page/${name}.hbs: ${reason.split('\n')[0] ?? ''}`)
    this.name = 'BadTemplate'
  }
}

/** Names without which there is no site. */
const NEEDED = [
  'layout',
  'article',
  'original',
  'figure-timeline',
  'figure-counts',
  'figure-map',
  'index',
  'archive',
  'year',
  'month',
  'subject',
  'topics',
  'method',
  'search',
  'moved',
  'root',
  'missing',
  'item',
  'pager',
]

/**
 * Compiles the templates of `templates/page/`. Each is a partial of the others too. Throws `BadTemplate` for one that is
 * missing or cannot be read.
 *
 * @param sources text by name, without ending
 */
export function openTemplates(sources: Readonly<Record<string, string>>): Templates {
  const engine = Handlebars.create()
  engine.registerHelper('t', say)
  engine.registerHelper('time', time)
  const missing = NEEDED.find(name => sources[name] === undefined)
  if (missing !== undefined) throw new BadTemplate(missing, 'the file is missing')
  const options = { strict: true, noEscape: false, knownHelpers: { t: true, time: true }, knownHelpersOnly: true }
  const pages = new Map<string, Handlebars.TemplateDelegate>()
  for (const [name, source] of Object.entries(sources)) {
    try {
      const page = engine.compile(engine.parse(source), options)
      pages.set(name, page)
      engine.registerPartial(name, page)
    } catch (error) {
      throw new BadTemplate(name, messageOf(error))
    }
  }
  return (name, view) => {
    const page = pages.get(name)
    if (page === undefined) throw new BadTemplate(name, 'the file is missing')
    try {
      return page(view)
    } catch (error) {
      if (error instanceof MissingWord) throw error
      throw new BadTemplate(name, messageOf(error))
    }
  }
}

/**
 * `{{t "article.published" date=(time published)}}`: a word of the page. A slot that is not there throws: Handlebars' own
 * strict mode does not look into the arguments of helpers.
 */
function say(key: string, options: Handlebars.HelperOptions): Html {
  const { words } = options.data.root as View
  let slots: Record<string, string | number> | undefined
  for (const [slot, value] of Object.entries(options.hash as Record<string, unknown>)) {
    if (value === undefined) throw new Error(`{{t "${key}"}} is given nothing for ${slot}`)
    slots ??= {}
    slots[slot] = typeof value === 'number' ? value : Handlebars.escapeExpression(value as string)
  }
  return html(words(key, slots as Slots | undefined))
}

/** `{{time published}}`: a moment with its machine-readable form. */
function time(moment: Stamped | undefined): Html {
  if (moment === undefined) throw new Error('{{time}} is given no moment')
  return html(`<time datetime="${moment.iso}">${Handlebars.escapeExpression(moment.text)}</time>`)
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  // Handlebars speaks of an option that whoever wrote the template never set.
  const [, helper] = /used the unknown helper (\S+)/.exec(message) ?? []
  return helper === undefined ? message : `there is no helper "${helper}"`
}
