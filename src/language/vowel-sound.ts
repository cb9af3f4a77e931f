/** Rules for whether a word begins with a vowel sound: `sound:` of a grammar. */
export interface SoundRules {
  /** First letters that are vowel sounds. */
  readonly letters: string
  /** First letters of an acronym in capitals that make it begin with a vowel sound. */
  readonly acronyms: string
  /** Words that do, whatever their letters; `*` at the end stands for any ending. */
  readonly yes: readonly string[]
  /** Words that do not. */
  readonly no: readonly string[]
  /** Tried in order on the whole text, after the words and before the letters. */
  readonly patterns: readonly { readonly match: string; readonly vowel: boolean }[]
}

/** Does this text begin with a vowel sound? */
export type Sound = (text: string) => boolean

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&]+s?(?!\p{L})|^\p{Lu}(?![\p{L}\p{N}'’])/u
const FIRST_WORD = /^[\p{L}\p{N}]+/u
const BEFORE_THE_WORD = /^[^\p{L}\p{N}]+/u

/** Compiles the rules; answers are cached, since a newsroom writes the same names all day. */
export function compileSound(rules: SoundRules): Sound {
  const words = wordTable(rules)
  const patterns = rules.patterns.map(({ match, vowel }) => ({ match: new RegExp(match, 'iu'), vowel }))
  const known = new Map<string, boolean>()

  const decide = (text: string): boolean => {
    const word = FIRST_WORD.exec(text)?.[0] ?? ''
    const listed = words(word.toLowerCase())
    if (listed !== undefined) return listed
    const fitting = patterns.find(({ match }) => match.test(text))
    if (fitting) return fitting.vowel
    const first = text.charAt(0)
    if (first === '') return false
    if (ACRONYM.test(text)) return rules.acronyms.includes(first)
    return rules.letters.includes(first.toLowerCase())
  }

  return text => {
    const bare = text.replace(BEFORE_THE_WORD, '').normalize('NFC')
    // Only the start of the text matters: long texts share their answer.
    const start = bare.slice(0, 24)
    let answer = known.get(start)
    if (answer === undefined) {
      answer = decide(start)
      known.set(start, answer)
    }
    return answer
  }
}

/** Whether a name's sound is decided by the lists, or it is an acronym: nobody has to be asked. */
export function isSoundListed(rules: SoundRules, name: string): boolean {
  const word = FIRST_WORD.exec(name.normalize('NFC'))?.[0] ?? ''
  return ACRONYM.test(name) || wordTable(rules)(word.toLowerCase()) !== undefined
}

/** Looks a word up: exactly first, then by the longest stem. */
function wordTable(rules: SoundRules): (word: string) => boolean | undefined {
  const whole = new Map<string, boolean>()
  const stems = new Map<string, boolean>()
  for (const [list, vowel] of [
    [rules.yes, true],
    [rules.no, false],
  ] as const) {
    for (const entry of list) {
      const word = entry.toLowerCase().normalize('NFC')
      if (word.endsWith('*')) stems.set(word.slice(0, -1), vowel)
      else whole.set(word, vowel)
    }
  }
  return word => {
    if (whole.has(word)) return whole.get(word)
    for (let length = word.length; length > 0; length--) {
      const vowel = stems.get(word.slice(0, length))
      if (vowel !== undefined) return vowel
    }
    return undefined
  }
}
