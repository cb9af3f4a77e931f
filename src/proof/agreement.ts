import { nounOf } from '../article/nouns.ts'
import type { Named } from '../incident/directory.ts'
import { withArticle } from '../language/phrase.ts'
import type { Tongue } from '../language/tongue.ts'
import { capital } from '../language/typeset.ts'
import type { Fault } from './finding.ts'
import type { Rulebook } from './rulebook.ts'

/**
 * Whether verb and participle agree with a subject that the directory knows and that opens the sentence: « Les Pages
 * jaunes est touché » has two faults. Only names that stand alone before the verb are looked at, since several subjects
 * agree by other rules.
 */
export function disagreements(text: string, names: readonly Named[], tongue: Tongue, { agreement }: Rulebook): Fault[] {
  if (!agreement) return []
  const faults: Fault[] = []
  for (const name of names) {
    const noun = nounOf(tongue, name)
    const start = capital(tongue, withArticle(tongue, noun)).replaceAll("'", '’')
    if (!text.startsWith(`${start} `)) continue
    const rest = text.slice(start.length + 1)
    const isPlural = [noun.class, ...(tongue.grammar.classes[noun.class] ?? [])].includes('p')
    const wrong = isPlural ? agreement.singular : agreement.plural
    const verb = verbOf(rest, [...agreement.singular, ...agreement.plural])
    if (verb === undefined) continue
    if (wrong.includes(verb)) faults.push({ check: 'rule/verb-agreement', found: `${start} ${verb}` })
    if (!agreement.agreeing.includes(verb)) continue
    const participle = new RegExp(`^${verb} (\\p{L}+)`.normalize(), 'u').exec(rest)?.[1]
    const own = agreement.endings[noun.class]
    const others = Object.values(agreement.endings).filter(ending => ending !== own)
    if (own === undefined || participle === undefined) continue
    const ending = longest([own, ...others].filter(one => participle.endsWith(one)))
    if (ending !== undefined && ending !== own)
      faults.push({ check: 'rule/participle-agreement', found: `${start} … ${participle}` })
  }
  return faults
}

const verbOf = (rest: string, verbs: readonly string[]): string | undefined =>
  longest(verbs.filter(verb => rest === verb || rest.startsWith(`${verb} `) || rest.startsWith(`${verb},`)))

const longest = (texts: readonly string[]): string | undefined =>
  [...texts].sort((one, other) => other.length - one.length)[0]
