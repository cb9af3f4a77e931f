import type { Named } from '../../fields/directory.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import { locate } from '../../fields/short-form-pointers.ts'
import { languageKey } from '../../fields/text-field.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import { pointerTo, shownPath } from '../../foundation/pointer.ts'
import { isMapping } from '../../foundation/value-kind.ts'
import type { IncidentDraft } from '../assemble-incident.ts'

/** Texts for readers and names written in place that lack a language of the newsroom, or texts in one that nobody publishes. */
export function checkLanguages(draft: IncidentDraft, context: FieldContext): readonly UnplacedDiagnostic[] {
  const unplaced: UnplacedDiagnostic[] = []
  const told = new Set<string>()
  const path: PropertyKey[] = []
  const unformed = (name: Named) => {
    // Names of the directory are complained of there.
    if (context.directory.names.get(name.id) === name) return
    for (const language of context.languages) {
      if (name.forms[language] || told.has(`${language} ${name.name}`)) continue
      told.add(`${language} ${name.name}`)
      unplaced.push({ code: 'name/no-form', facts: { name: name.name, language }, pointer: pointerTo(path) })
    }
  }
  eachText(draft, path, unformed, text => {
    const pointer = pointerTo(path)
    const missing = context.languages.filter(language => text[language] === undefined)
    if (missing.length > 0) {
      const field = shownPath(locate(draft.raw, pointer))
      unplaced.push({
        code: 'text/missing-language',
        facts: { languages: missing.join(', '), field, context: insteadOf(path) },
        pointer,
        part: 'key',
      })
    }
    for (const language of Object.keys(text)) {
      // Said once for a language, not once for each text.
      if (context.languages.includes(language) || told.has(language)) continue
      told.add(language)
      const near = missing.find(one => one[0] === language[0] || one[1] === language[1]) ?? ''
      const facts = { language, languages: context.languages.join(', '), nearest: near }
      unplaced.push({ code: 'text/language-not-published', facts, pointer: `${pointer}/${language}`, part: 'key' })
    }
  })
  return unplaced
}

/** What an article says where a text is missing: a title is made, an unnamed or explained person goes without it, all else is quoted. */
function insteadOf(path: readonly PropertyKey[]): 'made' | 'left' | '' {
  const last = path.at(-1)
  if (last === 'headline' || last === 'standfirst') return 'made'
  return last === 'role' || last === 'called' ? 'left' : ''
}

/** Not read by readers, or written by language in another sense. */
const skipped: ReadonlySet<string> = new Set([
  'raw',
  'companions',
  'slug',
  'former_slugs',
  'translations',
  'sources',
  'reviewed',
  'forms',
])

/** Calls `found` for every text by language, `named` for every name, with the way to it (which is used again for the next one). */
function eachText(value: unknown, path: PropertyKey[], named: (name: Named) => void, found: VisitText): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) below(value[index], index, path, named, found)
    return
  }
  if (!isMapping(value)) return
  // A name has its own forms.
  if (Object.hasOwn(value, 'forms')) {
    named(value as unknown as Named)
    return
  }
  if (isLocalText(value)) {
    // `highlight` may be there for one language only.
    if (path.at(-1) !== 'highlight') found(value)
    return
  }
  for (const key in value) {
    const item = value[key]
    if (typeof item !== 'object' || skipped.has(key)) continue
    if (key === 'publication') eachText(item, path, named, found)
    else below(item, key, path, named, found)
  }
}

type VisitText = (text: Record<string, unknown>) => void

function below(
  value: unknown,
  key: PropertyKey,
  path: PropertyKey[],
  named: (name: Named) => void,
  found: VisitText,
): void {
  path.push(key)
  eachText(value, path, named, found)
  path.pop()
}

function isLocalText(value: Record<string, unknown>): boolean {
  let some = false
  for (const key in value) {
    if (typeof value[key] !== 'string' || !languageKey.test(key)) return false
    some = true
  }
  return some
}
