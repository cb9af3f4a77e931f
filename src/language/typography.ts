/** `typography:` of a grammar. */
export interface TypographyRules {
  readonly apostrophe: string
  readonly ellipsis: string
  readonly replace: Readonly<Record<string, string>>
  readonly space_before: Readonly<Record<string, string>>
  readonly space_after: Readonly<Record<string, string>>
  readonly glue_with: string
  readonly glue: readonly string[]
  /** Phrases that need a comma where the sentence goes on: « on Dec. 5, 2023, and lasted ». */
  readonly comma_after: readonly string[]
  /** Marks that go inside a closing quotation mark before them: "the message “Error.”" */
  readonly inside_marks: string
}

/** The rules compiled. */
export interface Typography {
  readonly rules: TypographyRules
  /** Outer quotation marks, for straight ones that pair. */
  readonly marks: readonly [string, string]
  /** The opening mark whose closing mark is an apostrophe, for straight single marks that pair. */
  readonly single: string
  /** One pattern for everything that may need an edit, so that most texts are left after one test. */
  readonly before?: RegExp | undefined
  readonly after?: RegExp | undefined
  readonly glue?: RegExp | undefined
  readonly closed?: RegExp | undefined
  readonly inside?: RegExp | undefined
}

const ANY_SPACE = '[ \\u00A0\\u202F]'

export function compileTypography(rules: TypographyRules, marks: readonly (readonly [string, string])[]): Typography {
  const outer = marks[0] ?? ['"', '"']
  return {
    rules,
    marks: [outer[0], outer[1]],
    single: marks.find(([, closing]) => closing === rules.apostrophe)?.[0] ?? rules.apostrophe,
    // From the first space of a run only: starting at each of them, a long run would take quadratic time.
    before: charsOf(rules.space_before, chars => new RegExp(`(?<!${ANY_SPACE})(${ANY_SPACE}*)([${chars}])`, 'gu')),
    after: charsOf(rules.space_after, chars => new RegExp(`([${chars}])(${ANY_SPACE}*)`, 'gu')),
    glue:
      rules.glue.length > 0 ? new RegExp(` (?:${rules.glue.flatMap(glueAlternatives).join('|')})`, 'gu') : undefined,
    inside: rules.inside_marks === '' ? undefined : insideOf(rules.inside_marks, outer[1]),
    closed: rules.comma_after.length > 0 ? closedBy(rules.comma_after) : undefined,
  }
}

/** A closing mark and the mark after it, where they follow a word; not before an ellipsis. */
const insideOf = (marks: string, close: string): RegExp =>
  new RegExp(`(?<=[\\p{L}\\p{N})])${close}[${escaped(marks)}](?![${escaped(marks)}])`, 'gu')

const escaped = (chars: string): string => chars.replace(/[\]\\^-]/g, '\\$&')

/** The place right after one of the phrases, before the word that follows it. */
const closedBy = (phrases: readonly string[]): RegExp =>
  new RegExp(`(?<=${phrases.map(phrase => phrase.replaceAll('~', ANY_SPACE)).join('|')})(?=${ANY_SPACE}\\p{L})`, 'gu')

function charsOf(table: Readonly<Record<string, string>>, make: (chars: string) => RegExp): RegExp | undefined {
  const chars = escaped(Object.keys(table).join(''))
  return chars === '' ? undefined : make(chars)
}

/** `\d~km` says that the space between a digit and « km » does not break; several `~` are several such spaces. */
function glueAlternatives(pattern: string): string[] {
  const parts = pattern.split('~').map(part => part.replaceAll(' ', ANY_SPACE))
  return parts.slice(1).map((_, index) => {
    const left = parts.slice(0, index + 1).join(ANY_SPACE)
    const right = parts.slice(index + 1).join(ANY_SPACE)
    return `(?<=(?:${left}) )(?=${right})`
  })
}
