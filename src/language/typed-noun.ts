import type { Grammar } from './grammar.ts'
import { grammarPattern } from './grammar-pattern.ts'

/** The mark that a list of nouns has for one of them, such as its gender. */
export type NounMark = (noun: string) => string | undefined

/** A grammar's rules for names, with what they need of the rest of it. */
export type NounRules = Pick<Grammar, 'naming' | 'apposition_article' | 'before_vowel'> & {
  readonly letters: string
}

/**
 * What a name written with its article is as a noun: its text without the article, and the classes it can have, each with
 * its definite article. Several classes: nobody but the editor knows. `undefined` for a name that is no such noun.
 * @example typedNoun(rules, mark, "l'application bancaire") // { text: 'application bancaire', choices: [{ class: 'fs', article: 'la' }] }
 */
export function typedNoun(rules: NounRules, mark: NounMark, typed: string) {
  const { naming } = rules
  if (!naming) return undefined
  const { article, text } = apart(Object.keys(naming.articles), typed)
  if (text === '' || (article === undefined && !(naming.bare && isSmall(text)))) return undefined
  const open = article === undefined ? undefined : naming.articles[article]
  const classes = narrowed(open, rules, mark, text)
  if (classes.length === 0) return undefined
  return {
    text,
    choices: classes.map(cls => ({ class: cls, ...articleOf(rules, article, cls) })),
    ...elisionOf(rules, article, text),
    /** In small letters, as no brand is. */
    common: isSmall(text) && (article === undefined || isSmall(article)),
  }
}

function apart(articles: readonly string[], typed: string): { article?: string; text: string } {
  const plain = typed.replaceAll('’', "'")
  const article = articles
    .filter(one => plain.startsWith(isElided(one) ? one : `${one} `))
    .sort((a, b) => b.length - a.length)[0]
  return article === undefined ? { text: typed } : { article, text: typed.slice(article.length).trimStart() }
}

const isElided = (article: string): boolean => article.endsWith("'")

const isSmall = (text: string): boolean => {
  const first = text.charAt(0)
  return first === first.toLowerCase() && first !== first.toUpperCase()
}

/** The classes that the article leaves open, as far as the noun itself tells between them. */
function narrowed(open: readonly string[] | undefined, rules: NounRules, mark: NounMark, text: string): string[] {
  const noun = headOf(rules, text)
  const [first, ...others] = [
    open,
    byEnding(rules, noun),
    open?.length === 1 ? undefined : byLexicon(rules, mark, noun),
  ].filter(classes => classes !== undefined)
  if (!first) return []
  return others.reduce<string[]>(
    (left, classes) => {
      const both = left.filter(cls => classes.includes(cls))
      return both.length > 0 ? both : left
    },
    [...first],
  )
}

/** « application bancaire »: its first word; "checks at the border": the last before "at". */
function headOf({ naming }: NounRules, text: string): string {
  const words = text.split(/\s+/)
  if (naming?.head === 'first') return words[0] ?? text
  const end = words.findIndex((word, at) => at > 0 && naming?.ends_before.includes(word))
  return words[(end === -1 ? words.length : end) - 1] ?? text
}

function byEnding({ naming }: NounRules, noun: string): readonly string[] | undefined {
  return naming?.endings.find(({ match }) => grammarPattern(match).test(noun))?.classes
}

function byLexicon({ naming }: NounRules, mark: NounMark, noun: string): readonly string[] | undefined {
  const { lexicon } = naming ?? {}
  if (!lexicon) return undefined
  for (const form of [noun, ...singularsOf(lexicon.singulars, noun)]) {
    const found = mark(form) ?? mark(form.toLowerCase())
    if (found !== undefined) return lexicon.marks[found]
  }
  return undefined
}

function singularsOf(rules: readonly { match: string; put: string }[], noun: string): string[] {
  return rules.flatMap(({ match, put }) => {
    const rule = grammarPattern(match, 'iu')
    return rule.test(noun) ? [noun.replace(rule, put)] : []
  })
}

/** Its own article as it is typed; the definite one of its class for one that is elided or indefinite. */
function articleOf(rules: NounRules, article: string | undefined, cls: string): { article?: string } {
  if (article === undefined) return {}
  if (!isElided(article) && !rules.naming?.indefinite.includes(article)) return { article }
  const definite = rules.apposition_article[cls]
  return definite === undefined ? {} : { article: definite }
}

/** Whether it elides is as it is typed: « l'hotline » and « le haut débit » are told so. */
function elisionOf(
  { before_vowel, letters }: NounRules,
  article: string | undefined,
  text: string,
): { elides?: boolean } {
  if (article === undefined) return {}
  if (isElided(article)) return { elides: true }
  const could = before_vowel[article.toLowerCase()] !== undefined && letters.includes(text.charAt(0).toLowerCase())
  return could ? { elides: false } : {}
}
