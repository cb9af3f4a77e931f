import type { Form } from './directory.ts'
import type { FieldContext, WrittenNoun } from './field-context.ts'
import type { ReportDiagnostic } from './field-types.ts'
import { unknownClasses } from './name-classes.ts'

/** Forms of a name as they are told, and as they were typed. */
interface WrittenForms {
  readonly forms: Readonly<Record<string, Form>>
  /** The names as they stand in the file, with their articles. */
  readonly typed: readonly string[]
  /** Whether it is a common noun in some language. */
  readonly common: boolean
}

/**
 * Takes the article of each name written with one apart from it, and the class from both: `fr: la distribution` is
 * `fr: { name: distribution, article: la, class: fs }`. What cannot be known is asked.
 */
export function writtenForms(
  context: FieldContext,
  forms: Readonly<Record<string, Form>>,
  report: ReportDiagnostic,
): WrittenForms {
  const read = Object.entries(forms).map(([language, form]) => {
    for (const { field, facts } of unknownClasses(language, form, context.classesOf))
      report.diagnose('shape/not-a-known-value', facts, { at: ['forms', language, field] })
    const noun = isWhole(form) ? undefined : context.nouns?.(language, form.name ?? '')
    const own = noun && isPlaced(form, noun) ? undefined : noun
    return { language, form, noun: own, told: own ? toldAs(own, language, form, context, report) : form }
  })
  return {
    forms: Object.fromEntries(read.map(({ language, told }) => [language, told])),
    typed: read.flatMap(({ noun, form }) => (noun && form.name ? [form.name] : [])),
    common: read.some(({ noun }) => noun?.common),
  }
}

/** A form that says its article, or has no name of its own. */
const isWhole = ({ name, article }: Form): boolean => name === undefined || article !== undefined

/** A place says by its prepositions what becomes of a capital article: « au Havre ». */
const isPlaced = (form: Form, { choices }: WrittenNoun): boolean => {
  const article = choices[0]?.article ?? ''
  return article !== article.toLowerCase() && [form.in, form.to, form.of].some(one => one !== undefined)
}

function toldAs(
  noun: WrittenNoun,
  language: string,
  form: Form,
  context: FieldContext,
  report: ReportDiagnostic,
): Form {
  const { text, choices, elides } = noun
  const chosen = choices.length === 1 ? choices[0] : choices.find(one => one.class === form.class)
  if (!chosen && form.class === undefined && context.languages.includes(language)) {
    const classes = choices.map(one => one.class)
    const examples = classes.map(cls => `${language}: { name: ${form.name}, class: ${cls} }`)
    const facts = { name: form.name ?? '', language, classes: classes.join(', '), examples: examples.join(' | ') }
    report.diagnose('name/no-class', facts, { at: ['forms', language] })
  }
  const article = (chosen ?? choices.find(one => one.class === form.class) ?? choices[0])?.article
  return {
    ...form,
    name: text,
    ...(article !== undefined && { article }),
    ...((form.class ?? chosen?.class) !== undefined && { class: form.class ?? chosen?.class }),
    ...(elides !== undefined && form.elides === undefined && { elides }),
  } as Form
}
