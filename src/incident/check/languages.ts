import type { Complaint } from '../complaint.ts'
import type { Named } from '../directory.ts'
import { locate } from '../locate.ts'
import { pointerTo, shownPath } from '../pointer.ts'
import type { Draft } from '../put-together.ts'
import type { Desk } from '../shape/desk.ts'
import { languageKey } from '../shape/text.ts'
import { isMapping } from '../shape/written.ts'

/** Texts for readers and names written in place that lack a language of the newsroom, or texts in one that nobody publishes. */
export function checkLanguages(draft: Draft, desk: Desk): readonly Complaint[] {
  const complaints: Complaint[] = []
  const told = new Set<string>()
  const path: PropertyKey[] = []
  const unformed = (name: Named) => {
    // Names of the directory are complained of there.
    if (desk.directory.names.get(name.id) === name) return
    for (const language of desk.languages) {
      if (name.forms[language] || told.has(`${language} ${name.name}`)) continue
      told.add(`${language} ${name.name}`)
      complaints.push({ code: 'name/no-form', facts: { name: name.name, language }, pointer: pointerTo(path) })
    }
  }
  eachText(draft, path, unformed, text => {
    const pointer = pointerTo(path)
    const missing = desk.languages.filter(language => text[language] === undefined)
    if (missing.length > 0) {
      const field = shownPath(locate(draft.raw, pointer))
      complaints.push({
        code: 'text/missing-language',
        facts: { languages: missing.join(', '), field, context: insteadOf(path) },
        pointer,
        part: 'key',
      })
    }
    for (const language of Object.keys(text)) {
      // Said once for a language, not once for each text.
      if (desk.languages.includes(language) || told.has(language)) continue
      told.add(language)
      const near = missing.find(one => one[0] === language[0] || one[1] === language[1]) ?? ''
      const facts = { language, languages: desk.languages.join(', '), nearest: near }
      complaints.push({ code: 'text/language-not-published', facts, pointer: `${pointer}/${language}`, part: 'key' })
    }
  })
  return complaints
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
function eachText(value: unknown, path: PropertyKey[], named: (name: Named) => void, found: Found): void {
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

type Found = (text: Record<string, unknown>) => void

function below(
  value: unknown,
  key: PropertyKey,
  path: PropertyKey[],
  named: (name: Named) => void,
  found: Found,
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
