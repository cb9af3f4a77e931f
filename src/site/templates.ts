import Handlebars from 'handlebars'
import { MissingWord, type Say, type WordSlots } from './page-messages.ts'
import { type TemplateDiagnostic, type TemplateNames, templateDiagnosticOf, unknownIn } from './template-diagnostics.ts'

/** The compiled page templates: renders a page by its name, from its view. */
export type Templates = (name: string, view: PageView) => string

/**
 * What every template receives: its messages, and the data of its page. Every field is present, if only as `false` or
 * `[]`.
 */
export interface PageView {
  readonly words: Say
  readonly [field: string]: unknown
}

/** Generated HTML, inserted unescaped. */
export type Html = InstanceType<typeof Handlebars.SafeString>

export function html(text: string): Html {
  return new Handlebars.SafeString(text)
}

/** A moment as pages show it: for machines and for people. */
export interface Stamped {
  readonly iso: string
  readonly text: string
}

/** A template that cannot be parsed or rendered; the message names its own file, with the line where that is known. */
export class BadTemplate extends Error {
  readonly file: string
  readonly diagnostic: TemplateDiagnostic

  constructor(name: string, diagnostic: TemplateDiagnostic) {
    const file = `templates/page/${name}.hbs`
    super(`${file}${diagnostic.line === undefined ? '' : `:${diagnostic.line}`}: ${diagnostic.reason}`)
    this.name = 'BadTemplate'
    this.file = file
    this.diagnostic = diagnostic
  }
}

/** Templates that every site needs. */
const NEEDED = [
  'layout',
  'article',
  'original',
  'glance',
  'embed',
  'figure-timeline',
  'figure-counts',
  'figure-days',
  'figure-map',
  'figure-picture',
  'picture',
  'index',
  'archive',
  'year',
  'month',
  'subject',
  'topics',
  'method',
  'corrections',
  'search',
  'moved',
  'root',
  'missing',
  'item',
  'pager',
]

/**
 * Compiles the templates of `templates/page/`. Each is a partial of the others too. Throws `BadTemplate` for one that
 * is missing or cannot be parsed.
 *
 * @param sources text by name, without extension
 */
export function openTemplates(sources: Readonly<Record<string, string>>): Templates {
  const engine = Handlebars.create()
  engine.registerHelper('t', say)
  engine.registerHelper('time', time)
  const missing = NEEDED.find(name => sources[name] === undefined)
  if (missing !== undefined) throw new BadTemplate(missing, GONE)
  const known = { helpers: Object.keys(HELPERS), partials: Object.keys(sources) }
  const options = { strict: true, noEscape: false, knownHelpers: HELPERS, knownHelpersOnly: true }
  const pages = new Map<string, Handlebars.TemplateDelegate>()
  for (const [name, source] of Object.entries(sources)) {
    const page = withTemplateName(name, engine.compile(readTemplate(name, source, known), options))
    pages.set(name, page)
    engine.registerPartial(name, page)
  }
  return (name, view) => {
    const page = pages.get(name)
    if (page === undefined) throw new BadTemplate(name, GONE)
    return page(view)
  }
}

const HELPERS = { t: true, time: true }
const GONE: TemplateDiagnostic = { reason: 'the file is missing' }

function readTemplate(name: string, source: string, known: TemplateNames): hbs.AST.Program {
  let program: hbs.AST.Program
  try {
    program = Handlebars.parse(source)
  } catch (error) {
    throw new BadTemplate(name, templateDiagnosticOf(error))
  }
  const unknown = unknownIn(program, known)
  if (unknown) throw new BadTemplate(name, unknown)
  return program
}

/** Wraps a template so that errors, as a page or as a partial, are reported under its own name. */
function withTemplateName(name: string, template: Handlebars.TemplateDelegate): Handlebars.TemplateDelegate {
  return (view, options) => {
    try {
      return template(view, options)
    } catch (error) {
      if (error instanceof MissingWord || error instanceof BadTemplate) throw error
      throw new BadTemplate(name, templateDiagnosticOf(error))
    }
  }
}

/**
 * `{{t "article.published" date=(time published)}}`: a message of the page. A missing slot throws: Handlebars' own
 * strict mode does not check the arguments of helpers.
 */
function say(key: string, options: Handlebars.HelperOptions): Html {
  const { words } = options.data.root as PageView
  let slots: Record<string, string | number> | undefined
  for (const [slot, value] of Object.entries(options.hash as Record<string, unknown>)) {
    if (value === undefined) throw new Error(`{{t "${key}"}} is given nothing for ${slot}`)
    slots ??= {}
    slots[slot] = typeof value === 'number' ? value : Handlebars.escapeExpression(value as string)
  }
  return html(words(key, slots as WordSlots | undefined))
}

/** `{{time published}}`: a moment with its machine-readable form. */
function time(moment: Stamped | undefined): Html {
  if (moment === undefined) throw new Error('{{time}} is given no moment')
  return html(`<time datetime="${moment.iso}">${Handlebars.escapeExpression(moment.text)}</time>`)
}
