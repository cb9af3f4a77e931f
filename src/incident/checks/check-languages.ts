import type { Named } from '../../fields/directory.ts'
import type { FieldContext } from '../../fields/field-context.ts'
import { type DescribedField, isWorded } from '../../fields/field-tree.ts'
import { type Route, routesTo, type VisitValue, walkFields } from '../../fields/field-walk.ts'
import { locate } from '../../fields/short-form-pointers.ts'
import type { LocalText, Speaker } from '../../fields/values.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import { shownPath } from '../../foundation/pointer.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import { describedIncident } from '../described-incident.ts'

/** Texts for readers and names defined in place that lack a published language, or texts in an unpublished one. */
export function checkLanguages(draft: IncidentDraft, context: FieldContext): readonly UnplacedDiagnostic[] {
  const unplaced: UnplacedDiagnostic[] = []
  const told = new Set<string>()
  const { story, publication } = wordedRoutes()
  const visit: VisitValue = (value, field, pointer) => {
    // A word or a number that stands for a text or a name (`of: customers`) is worded by each language.
    if (typeof value !== 'object') return
    if (field.part === 'text') checkText(value as LocalText, field, pointer)
    else if (field.part !== 'speaker') checkName(value as Named, pointer)
    else checkSpeaker(value as Speaker, pointer)
  }
  walkFields(draft, story, visit)
  walkFields(draft.publication, publication, visit)
  return unplaced

  function checkSpeaker({ name, and = [] }: Speaker, pointer: string): void {
    if (name) checkName(name, `${pointer}/name`)
    for (const [nth, other] of and.entries()) checkSpeaker(other, `${pointer}/${nth + 1}`)
  }

  function checkName(name: Named, pointer: string): void {
    // Names of the directory are reported there.
    if (context.directory.names.get(name.id) === name) return
    for (const language of context.languages) {
      checkSound(name, language, pointer)
      if (name.forms[language] || told.has(`${language} ${name.name}`)) continue
      told.add(`${language} ${name.name}`)
      unplaced.push({ code: 'name/no-form', facts: { name: name.name, language }, pointer })
    }
  }

  /** « D'Hexa » or « de Hexa »: asked once, where the name stands first. */
  function checkSound(name: Named, language: string, pointer: string): void {
    const form = name.forms[language]
    const written = form?.name ?? name.name
    const isKnown = form?.elides !== undefined || form?.article !== undefined || name.kind === 'person'
    const sounds = isKnown ? undefined : context.unsureSound?.(language, written)
    if (!sounds || told.has(`sound ${language} ${written}`)) return
    told.add(`sound ${language} ${written}`)
    unplaced.push({ code: 'name/unsure-sound', facts: { name: written, language, ...sounds }, pointer })
  }

  function checkText(text: LocalText, { traits }: DescribedField, pointer: string): void {
    if (traits.lacking === 'allowed') return
    const missing = context.languages.filter(language => text[language] === undefined)
    if (missing.length > 0) {
      const field = shownPath(locate(draft.raw, pointer))
      unplaced.push({
        code: 'text/missing-language',
        facts: { languages: missing.join(', '), field, context: traits.lacking ?? '' },
        pointer,
        part: 'key',
      })
    }
    for (const language of Object.keys(text)) {
      // Reported once for a language, not once for each text.
      if (context.languages.includes(language) || told.has(language)) continue
      told.add(language)
      const near = missing.find(one => one[0] === language[0] || one[1] === language[1]) ?? ''
      const facts = { language, languages: context.languages.join(', '), nearest: near }
      unplaced.push({ code: 'text/language-not-published', facts, pointer: `${pointer}/${language}`, part: 'key' })
    }
  }
}

/** The routes to values written by language: texts, and names that may be defined in place. */
function wordedRoutes(): Record<'story' | 'publication', readonly Route[]> {
  const { story, publication } = describedIncident()
  worded ??= { story: routesTo(story, isWorded), publication: routesTo(publication, isWorded) }
  return worded
}

let worded: Record<'story' | 'publication', readonly Route[]> | undefined
