import { nounOf } from '../../src/article/noun-phrases.ts'
import type { Named } from '../../src/fields/directory.ts'
import type { Locale } from '../../src/language/locale.ts'
import { withArticle } from '../../src/language/phrase.ts'
import { capital } from '../../src/language/typeset.ts'
import type { TextDiagnostic } from './proof-diagnostic.ts'
import type { Rulebook } from './rulebook.ts'

/**
 * Whether verb and participle agree with a subject that the directory knows and that begins the sentence: « Les Pages
 * jaunes est touché » has two mistakes. Only single names before the verb are checked, since several subjects agree by
 * other rules.
 */
export function disagreements(
  text: string,
  names: readonly Named[],
  locale: Locale,
  { agreement }: Rulebook,
): TextDiagnostic[] {
  if (!agreement) return []
  const diagnostics: TextDiagnostic[] = []
  for (const name of names) {
    const noun = nounOf(locale, name)
    const start = capital(locale, withArticle(locale, noun)).replaceAll("'", '’')
    if (!text.startsWith(`${start} `)) continue
    const rest = text.slice(start.length + 1)
    const isPlural = [noun.class, ...(locale.grammar.classes[noun.class] ?? [])].includes('p')
    const wrong = isPlural ? agreement.singular : agreement.plural
    const verb = verbOf(rest, [...agreement.singular, ...agreement.plural])
    if (verb === undefined) continue
    if (wrong.includes(verb)) diagnostics.push({ check: 'rule/verb-agreement', found: `${start} ${verb}` })
    if (!agreement.agreeing.includes(verb)) continue
    const participle = new RegExp(`^${verb} (\\p{L}+)`.normalize(), 'u').exec(rest)?.[1]
    const own = agreement.endings[noun.class]
    const others = Object.values(agreement.endings).filter(ending => ending !== own)
    if (own === undefined || participle === undefined) continue
    const ending = longest([own, ...others].filter(one => participle.endsWith(one)))
    if (ending !== undefined && ending !== own)
      diagnostics.push({ check: 'rule/participle-agreement', found: `${start} … ${participle}` })
  }
  return diagnostics
}

const verbOf = (rest: string, verbs: readonly string[]): string | undefined =>
  longest(verbs.filter(verb => rest === verb || rest.startsWith(`${verb} `) || rest.startsWith(`${verb},`)))

const longest = (texts: readonly string[]): string | undefined =>
  [...texts].sort((one, other) => other.length - one.length)[0]
