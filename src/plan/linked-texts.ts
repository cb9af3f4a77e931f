import type { LocalText } from '../fields/values.ts'
import type { Fact, Story } from '../story/story.ts'

/** So many rarer words, or one name, make two typed clauses speak of the same; of a short one, one in four. */
const WORDS = 2
const SHORT = 4
/** What more of them than this hold is what all of them are about. */
const RARE = 4

/**
 * The typed clauses that speak of the same as one of them, and those that speak of the same as they do, in the order of the file:
 * by the names and the rarer words they share, in every language. Pure.
 */
export function linkedTexts(fact: Fact, all: readonly Fact[], incident: Story['incident']): readonly Fact[] {
  const texts = textsAmong(all, incident)
  const found = new Set(all.filter(({ slots }) => slots === fact.slots))
  for (const one of found)
    for (const other of all)
      if (isShared(one, other, texts, language => neededOf(one, other, texts, language))) found.add(other)
  return all.filter(one => found.has(one))
}

/** Of others, the clause that plainly speaks of the same as this one: so many names and rarer words they share. */
export function nearestText(fact: Fact, others: readonly Fact[], incident: Story['incident']): Fact | undefined {
  const texts = textsAmong([fact, ...others], incident)
  return others.find(other => isShared(fact, other, texts, () => PLAINLY))
}

const PLAINLY = 4

/** The marks of each clause, and how many clauses have each. */
interface TextMarks {
  readonly marks: ReadonlyMap<Fact, ReadonlySet<string>>
  readonly counts: ReadonlyMap<string, number>
}

function textsAmong(all: readonly Fact[], incident: Story['incident']): TextMarks {
  const known = namesOf(incident)
  const marks = new Map(all.map(one => [one, marksOf(one, known)]))
  const counts = new Map<string, number>()
  for (const own of marks.values()) for (const mark of own) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return { marks, counts }
}

/** Whether two clauses share enough in every language. */
function isShared(one: Fact, other: Fact, { marks, counts }: TextMarks, needed: (language: string) => number): boolean {
  const languages = languagesOf(one)
  const shared = [...(marks.get(one) ?? [])].filter(
    mark => marks.get(other)?.has(mark) && (counts.get(mark) ?? 0) <= RARE,
  )
  const weightIn = (language: string) =>
    shared
      .filter(mark => mark.startsWith(`${language} `))
      .reduce((sum, mark) => sum + (/ \p{Lu}/u.test(mark) ? WORDS : 1), 0)
  return one !== other && languages.length > 0 && languages.every(language => weightIn(language) >= needed(language))
}

/** How much two clauses have to share: less where one of them is short. */
function neededOf(one: Fact, other: Fact, { marks }: TextMarks, language: string): number {
  const sizes = [one, other].map(
    fact => [...(marks.get(fact) ?? [])].filter(mark => mark.startsWith(`${language} `)).length,
  )
  return Math.min(WORDS, Math.ceil(Math.min(...sizes) / SHORT))
}

const textOf = ({ slots: { text } }: Fact): LocalText => (text?.kind === 'text' ? text.text : {})

const languagesOf = (fact: Fact): string[] => Object.keys(textOf(fact))

/** Names with their capital, figures aside; other long words by their stem; each with its language before it. */
function marksOf(fact: Fact, known: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    Object.entries(textOf(fact)).flatMap(([language, text]) =>
      (text.match(/\p{L}[\p{L}\p{N}]{3,}/gu) ?? [])
        .filter(word => !known.has(word.toLowerCase()))
        .map(word => `${language} ${/^\p{Lu}/u.test(word) ? word : word.slice(0, STEM)}`),
    ),
  )
}

const STEM = 6

/** The words that name what the whole article is about. */
function namesOf({ company, services }: Story['incident']): ReadonlySet<string> {
  const named = [...(company ? [company] : []), ...services.map(({ service }) => service)]
  return new Set(named.flatMap(({ name, id }) => [...name.split(/\s+/u), id]).map(word => word.toLowerCase()))
}
