import type { Article } from '../../src/article/article.ts'
import { applyFixes } from '../../src/edit/apply-fixes.ts'
import type { Diagnostic } from '../../src/foundation/diagnostic.ts'
import type { DiagnosticWords } from '../../src/foundation/diagnostic-words.ts'
import { showDiagnostic } from '../../src/foundation/show-diagnostic.ts'
import type { Workspace } from '../../src/foundation/workspace.ts'
import type { CompanionSource } from '../../src/incident/companion-text.ts'
import type { EditionService } from '../../src/newsroom/edition-service.ts'
import { messageLanguages } from '../../src/newsroom/editor-language.ts'
import { filesOf } from '../../src/newsroom/incident-files.ts'
import { type IncidentService, openIncidentService } from '../../src/newsroom/incident-service.ts'
import { openDiagnosticWords } from '../../src/newsroom/open-diagnostic-words.ts'
import { openDestination } from '../../src/publish/destinations.ts'
import { readyAt } from '../../src/publish/post.ts'
import { candidateOf } from '../../src/publish/post-candidates.ts'
import type { Publisher } from '../../src/publish/publisher.ts'

/** One mutated incident. */
export interface FuzzCase {
  readonly text: string
  readonly companions: readonly CompanionSource[]
}

/** What a case did that no file may do. */
export interface Breach {
  readonly kind: 'exception' | 'leak' | 'slow' | 'no line' | 'words'
  /** The same for breaches of one cause. */
  readonly what: string
}

/** Everything that a file goes through, in one process. */
export interface WholePipeline {
  readonly run: (one: FuzzCase) => { readonly breaches: readonly Breach[]; readonly told: boolean }
}

const FILE = 'content/incidents/2024/2024-12-11-fuzz.yaml'
/** Beyond any publication time that a case could have. */
const NOW = Date.UTC(2100, 0, 1)
/** Milliseconds of work that the slowest file may take. */
const SLOW = 5000

/** Opens a newsroom: its service, its words in every language, a destination of every kind. */
export async function openWholePipeline(workspace: Workspace): Promise<WholePipeline> {
  const { service } = openIncidentService(workspace)
  if (!service) throw new Error('The newsroom has errors of its own.')
  const editions = await service.inEditions()
  const words = messageLanguages(workspace).map(language => openDiagnosticWords(workspace, language))
  const publishers = publishersOf(workspace)
  return { run: one => ran(one, { service, editions, words, publishers }) }
}

interface Opened {
  readonly service: IncidentService
  readonly editions: EditionService
  readonly words: readonly DiagnosticWords[]
  readonly publishers: readonly Publisher[]
}

function publishersOf({ root }: Workspace): Publisher[] {
  const folder = { kind: 'folder', folder: 'nowhere' }
  const asked = {
    ...Object.fromEntries(['hugo', 'eleventy', 'astro', 'jekyll'].map(one => [one, { ...folder, dialect: one }])),
    ghost: { kind: 'ghost', address: 'https://ghost.example' },
    wordpress: { kind: 'wordpress', address: 'https://wordpress.example' },
    payload: { kind: 'payload', address: 'https://payload.example', page: 'https://news.example/{locale}/{slug}' },
    strapi: { kind: 'strapi', address: 'https://strapi.example' },
  }
  const environment = {
    DEPECHE_GHOST_KEY: `${'0'.repeat(24)}:${'0'.repeat(64)}`,
    DEPECHE_WORDPRESS_USER: 'x',
    DEPECHE_WORDPRESS_PASSWORD: 'x',
    DEPECHE_PAYLOAD_KEY: 'x',
    DEPECHE_STRAPI_TOKEN: 'x',
  }
  return Object.entries(asked).flatMap(([name, settings]) => {
    const { publisher, diagnostics } = openDestination(name, settings, { root, environment, message: () => '' })
    if (!publisher) throw new Error(`${name}: ${diagnostics.map(({ code }) => code).join()}`)
    return publisher
  })
}

function ran(one: FuzzCase, opened: Opened): { breaches: Breach[]; told: boolean } {
  const start = process.cpuUsage()
  try {
    const { breaches, told } = passed(one, opened)
    const took = process.cpuUsage(start).user / 1000
    return {
      breaches: took > SLOW ? [...breaches, { kind: 'slow', what: `${Math.round(took / 1000)} s` }] : breaches,
      told,
    }
  } catch (error) {
    return { breaches: [{ kind: 'exception', what: whereOf(error) }], told: false }
  }
}

/** Message and first place in the sources: what is the same for one cause. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const places = [...(error.stack ?? '').matchAll(/(?:src|lib)\/([\w/-]+\.[tj]s:\d+)/g)].map(([, place = '']) => place)
  return `${error.name}: ${error.message.slice(0, 80)} (${places.slice(0, 3).join(' < ')})`
}

function passed(
  one: FuzzCase,
  { service, editions, words, publishers }: Opened,
): { breaches: Breach[]; told: boolean } {
  const { incident, diagnostics } = service.read({ file: FILE, ...one })
  const breaches = diagnostics.flatMap(found => diagnosed(found, one, words))
  applyFixes(one.text, text => service.read({ file: FILE, text }).diagnostics)
  if (!incident) return { breaches, told: false }
  const realised = editions.realise(incident, { proofread: 'all', text: one.text, addresses: editions.addresses() })
  breaches.push(...realised.diagnostics.flatMap(found => diagnosed(found, one, words)))
  const typed = one.text + one.companions.map(({ text }) => text).join('\n')
  editions.ranking(incident)
  for (const article of realised.articles) breaches.push(...leaksOf(editions.text(article), typed, 'text'))
  const files = filesOf(realised, [], editions.siteContext())
  for (const { path, text } of files)
    if (typeof text === 'string' && /\.(?:html|md)$/.test(path))
      breaches.push(...leaksOf(text, typed, path.split('.').at(-1) ?? ''))
  const candidates = realised.articles.map((article: Article) => candidateOf(article, incident, editions))
  for (const post of readyAt(candidates, NOW).posts)
    for (const publisher of publishers) {
      const fields = publisher.wanted(post, [])
      publisher.addressOf(post)
      for (const [name, value] of Object.entries(fields))
        if (typeof value !== 'string') breaches.push({ kind: 'leak', what: `${publisher.kind} ${name} is no text` })
        else breaches.push(...leaksOf(value, typed, `${publisher.name} ${name}`))
      publisher.prose(fields)
    }
  return { breaches, told: true }
}

/** What no reader may see, unless somebody typed it. */
const LEAKS = [
  /\[object \w+\]/i,
  /\bundefined\b/,
  /\bNaN\b/,
  /\bInvalid Date\b/,
  /\{\{[^}]*\}\}/,
  /\bnull\b/,
  /function \(/,
]

function leaksOf(text: string, typed: string, where: string): Breach[] {
  return LEAKS.flatMap(pattern => {
    const found = pattern.exec(text)?.[0]
    return found === undefined || pattern.test(typed) ? [] : [{ kind: 'leak' as const, what: `${found} in ${where}` }]
  })
}

/** Every diagnostic has words in every language, and a line that exists in the file it names. */
function diagnosed(found: Diagnostic, { text, companions }: FuzzCase, words: readonly DiagnosticWords[]): Breach[] {
  const { place, code } = found
  const source = place.file === FILE ? text : companions.find(({ file }) => file === place.file)?.text
  const breaches: Breach[] = []
  const lines = (source ?? '').split(/\r\n|\r|\n/).length
  const isOfWhole = code.startsWith('file/')
  if (
    !isOfWhole &&
    (place.line === undefined || place.line < 1 || place.line > Math.max(lines, (source ?? '').split('\n').length))
  )
    breaches.push({ kind: 'no line', what: `${code} at line ${place.line}` })
  for (const language of words) {
    const shown = showDiagnostic(found, language, source === undefined ? {} : { source })
    const said = language.message(found)
    const leak = [/\[object \w+\]/, /\bundefined\b/].find(pattern => pattern.test(said) && !pattern.test(text))
    if (leak || said === '' || !shown.includes(code))
      breaches.push({ kind: 'words', what: `${code} in ${language.language}: ${leak}` })
  }
  return breaches
}
