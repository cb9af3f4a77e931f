/** `typography:` of a grammar. */
export interface TypographyRules {
  readonly apostrophe: string
  readonly ellipsis: string
  readonly replace: Readonly<Record<string, string>>
  readonly space_before: Readonly<Record<string, string>>
  readonly space_after: Readonly<Record<string, string>>
  readonly glue_with: string
  readonly glue: readonly string[]
}

/** The rules made ready for use. */
export interface Typography {
  readonly rules: TypographyRules
  /** Outer quotation marks, for straight ones that pair. */
  readonly marks: readonly [string, string]
  /** Everything that may need an edit, so that most texts are left after one look. */
  readonly before?: RegExp | undefined
  readonly after?: RegExp | undefined
  readonly glue?: RegExp | undefined
}

const ANY_SPACE = '[ \\u00A0\\u202F]'

export function compileTypography(rules: TypographyRules, marks: readonly (readonly [string, string])[]): Typography {
  const outer = marks[0] ?? ['"', '"']
  return {
    rules,
    marks: [outer[0], outer[1]],
    before: charsOf(rules.space_before, chars => new RegExp(`(${ANY_SPACE}*)([${chars}])`, 'gu')),
    after: charsOf(rules.space_after, chars => new RegExp(`([${chars}])(${ANY_SPACE}*)`, 'gu')),
    glue:
      rules.glue.length > 0 ? new RegExp(` (?:${rules.glue.flatMap(glueAlternatives).join('|')})`, 'gu') : undefined,
  }
}

function charsOf(table: Readonly<Record<string, string>>, make: (chars: string) => RegExp): RegExp | undefined {
  const chars = Object.keys(table)
    .join('')
    .replace(/[\]\\^-]/g, '\\$&')
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
