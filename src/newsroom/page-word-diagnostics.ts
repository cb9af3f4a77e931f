import type { Diagnostic } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { defaultsOf, jsonOf, overridesOf, templatesIn, textOf } from '../foundation/layered-workspace.ts'
import { nearest } from '../foundation/nearest-word.ts'
import { placeAt } from '../foundation/text-place.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { jsonPlaces } from '../yaml/json-positions.ts'

const WORDS = /^locales\/[^/]+\/site\.json$/
/** How a template uses a message: `{{t "home"}}`, `(t "home")`. */
const MESSAGE_USE = /[{(]~?\s*t\s+["']([^"']+)["']/g

/**
 * Messages of the pages in the newsroom's own folder that no page uses: neither the program nor a template has their
 * key.
 */
export function pageWordDiagnostics(workspace: Workspace): Diagnostic[] {
  const [own, defaults] = [overridesOf(workspace), defaultsOf(workspace)]
  if (defaults === undefined) return []
  const paths = own.list('locales').filter(path => WORDS.test(path) && defaults.read(path) !== undefined)
  if (paths.length === 0) return []
  const sources = Object.values(templatesIn(workspace, 'templates/page'))
  const keysUsed = sources.flatMap(source => [...source.matchAll(MESSAGE_USE)].map(([, key = '']) => key))
  return paths.flatMap(path => {
    const known = [...keysOf(jsonOf(defaults, path)), ...keysUsed]
    const bases = new Set(known.map(bare))
    const text = textOf(own, path)
    const places = jsonPlaces(text)
    return keysOf(jsonOf(own, path))
      .filter(key => !bases.has(bare(key)))
      .map(key => {
        const { from, to } = places.rangeOf(key.split('.'))
        const facts = { key, nearest: nearest(key, known) ?? '' }
        return diagnostic('words/unknown-key', facts, placeAt(path, text, from, to))
      })
  })
}

/** Every key that holds a message, with its ancestors: `article.published`. */
function keysOf(words: object, above = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${above}${key}.`) : [above + key],
  )
}

/** A key without the suffixes of plural and context. */
function bare(key: string): string {
  return key.replace(/_[^.]*$/, '')
}
