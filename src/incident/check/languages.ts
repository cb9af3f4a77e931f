import type { Complaint } from '../complaint.ts'
import { nearest } from '../nearest.ts'
import { pointerTo } from '../pointer.ts'
import type { Draft } from '../put-together.ts'
import type { Desk } from '../shape/desk.ts'
import { languageKey } from '../shape/text.ts'
import { isMapping } from '../shape/written.ts'

/** Texts for readers that lack a language of the newsroom, or speak one that nobody publishes. */
export function checkLanguages(draft: Draft, desk: Desk): readonly Complaint[] {
  const complaints: Complaint[] = []
  const told = new Set<string>()
  for (const { path, text } of textsOf(draft, [])) {
    const pointer = pointerTo(path)
    const missing = desk.languages.filter(language => text[language] === undefined)
    if (missing.length > 0) {
      const field = String(path.findLast(token => typeof token === 'string') ?? '')
      complaints.push({
        code: 'text/missing-language',
        facts: { languages: missing.join(', '), field },
        pointer,
        part: 'key',
      })
    }
    for (const language of Object.keys(text)) {
      // Said once for a language, not once for each text.
      if (desk.languages.includes(language) || told.has(language)) continue
      told.add(language)
      const near = missing.length > 0 ? (nearest(language, missing) ?? '') : ''
      const facts = { language, languages: desk.languages.join(', '), nearest: near }
      complaints.push({ code: 'text/language-not-published', facts, pointer: `${pointer}/${language}`, part: 'key' })
    }
  }
  return complaints
}

/** Not read by readers, or written by language in another sense. */
const skipped: ReadonlySet<string> = new Set([
  'raw',
  'companions',
  'slug',
  'former_slugs',
  'translations',
  'sources',
  'forms',
])

function* textsOf(
  value: unknown,
  path: readonly PropertyKey[],
): Generator<{ path: readonly PropertyKey[]; text: Record<string, unknown> }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsOf(item, [...path, index])
    return
  }
  // A name has its own forms.
  if (!isMapping(value) || Object.hasOwn(value, 'forms')) return
  const entries = Object.entries(value)
  if (entries.length > 0 && entries.every(([key, text]) => languageKey.test(key) && typeof text === 'string')) {
    // `highlight` may be there for one language only.
    if (path.at(-1) !== 'highlight') yield { path, text: value }
    return
  }
  for (const [key, item] of entries) {
    if (!skipped.has(key) && typeof item === 'object')
      yield* textsOf(item, key === 'publication' ? path : [...path, key])
  }
}
