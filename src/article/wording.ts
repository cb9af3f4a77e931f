/** A piece of a wording: words as they stand, a slot to fill, or an optional group of both. */
export type Segment =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: string; readonly format: string; readonly args: Args }
  | { readonly kind: 'group'; readonly segments: readonly Segment[]; readonly conditions: readonly Condition[] }

export type Args = Readonly<Record<string, string>>

/** Something that words presuppose: they are said only of a fact that holds it, or with `not` only of one that does not. */
export interface Condition {
  readonly name: string
  readonly not: boolean
}

/** One sentence pattern, compiled once per edition. `id` names it in traces: `lead.outage_ongoing#1`. */
export interface Wording {
  readonly id: string
  /** As it is written in the file. */
  readonly text: string
  readonly segments: readonly Segment[]
  readonly conditions: readonly Condition[]
  readonly needs: Needs
  /** Its own long words: two sentences running should share none. */
  readonly own: ReadonlySet<string>
}

/** What a wording, or an optional group of it, requires: slots by their names, and conditions; and the same for the groups in it. */
export interface Needs {
  readonly names: readonly string[]
  readonly conditions: readonly Condition[]
  readonly groups: readonly Needs[]
}

/**
 * Compiles the text of one wording. Slots are i18next's with a format, `{{services, list(word: de)}}`; an optional
 * group stands in brackets and is left out when one of its slots cannot be filled: `[ depuis {{elapsed}}]`. `\[` is a
 * bracket. What words presuppose stands before them: `[?order  ensuite]` is a group said only of a fact that holds
 * `order` (one space ends the conditions), `?order,!total: …` a wording only for one that holds the first and not the
 * second. Throws with the place for text that breaks these rules: only a translator can fix it, and the tests find it.
 *
 * @example compileWording('lead#1', '{{services, list}} [depuis {{elapsed}} ]en panne')
 */
export function compileWording(id: string, text: string): Wording {
  const head = headOf(id, text)
  const { segments, end } = readSegments(id, text, head.end, false)
  if (end < text.length)
    throw new Error(`Wording ${id}: a closing bracket without an opening one at ${end} in “${text}”.`)
  return {
    id,
    text,
    segments,
    conditions: head.conditions,
    needs: needsOf(segments, head.conditions),
    own: longWordsIn(segments),
  }
}

const longWordsIn = (segments: readonly Segment[]): ReadonlySet<string> =>
  new Set(
    segments.flatMap(segment => {
      if (segment.kind === 'group') return [...longWordsIn(segment.segments)]
      return segment.kind === 'words' ? (segment.text.toLowerCase().match(LONG_WORD) ?? []) : []
    }),
  )

const LONG_WORD = /\p{L}{5,}/gu

function needsOf(segments: readonly Segment[], conditions: readonly Condition[]): Needs {
  return {
    names: segments.flatMap(segment => (segment.kind === 'slot' ? [segment.name] : [])),
    conditions,
    groups: segments.flatMap(segment =>
      segment.kind === 'group' ? [needsOf(segment.segments, segment.conditions)] : [],
    ),
  }
}

/** Whether what a fact holds allows words under these conditions. */
export const allows = (conditions: readonly Condition[], holds: ReadonlySet<string>): boolean =>
  conditions.length === 0 || conditions.every(({ name, not }) => holds.has(name) !== not)

/** Every condition a wording names, in groups or not. */
export function conditionsOf({ conditions, segments }: Pick<Wording, 'conditions' | 'segments'>): Condition[] {
  return [...conditions, ...segments.flatMap(segment => (segment.kind === 'group' ? conditionsOf(segment) : []))]
}

/** Every slot a wording names, with its format, in groups or not. */
export function slotsOf(segments: readonly Segment[]): { name: string; format: string; args: Args }[] {
  return segments.flatMap(segment => {
    if (segment.kind === 'slot') return [segment]
    return segment.kind === 'group' ? slotsOf(segment.segments) : []
  })
}

const SLOT = /\{\{\s*([a-z_]+)\s*(?:,\s*([a-z_]+)\s*(?:\(([^)]*)\))?)?\s*\}\}/y

function readSegments(id: string, text: string, start: number, inGroup: boolean): { segments: Segment[]; end: number } {
  const segments: Segment[] = []
  let words = ''
  let at = start
  const flush = () => {
    if (words !== '') segments.push({ kind: 'words', text: words })
    words = ''
  }
  while (at < text.length) {
    const char = text[at]
    if (char === '\\' && (text[at + 1] === '[' || text[at + 1] === ']')) {
      words += text[at + 1]
      at += 2
    } else if (char === ']') {
      if (!inGroup) break
      flush()
      return { segments, end: at + 1 }
    } else if (char === '[') {
      flush()
      const head = conditionsAt(id, text, at + 1, ' ')
      const group = readSegments(id, text, head.end, true)
      segments.push({ kind: 'group', segments: group.segments, conditions: head.conditions })
      at = group.end
    } else if (text.startsWith('{{', at)) {
      flush()
      SLOT.lastIndex = at
      const match = SLOT.exec(text)
      if (!match?.[1]) throw new Error(`Wording ${id}: a slot that cannot be read at ${at} in “${text}”.`)
      segments.push({ kind: 'slot', name: match[1], format: match[2] ?? '', args: readArgs(match[3] ?? '') })
      at = SLOT.lastIndex
    } else {
      words += char
      at += 1
    }
  }
  if (inGroup) throw new Error(`Wording ${id}: a bracket is not closed in “${text}”.`)
  flush()
  return { segments, end: at }
}

/** `?order,!total`; what must follow it depends on where it stands. */
const CONDITIONS = /\?(!?[a-z]+(?:-[a-z]+)*(?:,!?[a-z]+(?:-[a-z]+)*)*)/y

/** The conditions of a whole wording, and where its text begins. */
export const headOf = (id: string, text: string): { conditions: Condition[]; end: number } =>
  conditionsAt(id, text, 0, ': ')

/** The conditions at a place, up to the mark that ends them; none where no question mark opens them. */
function conditionsAt(id: string, text: string, at: number, mark: string): { conditions: Condition[]; end: number } {
  if (text[at] !== '?') return { conditions: [], end: at }
  CONDITIONS.lastIndex = at
  const [whole = '', names = ''] = CONDITIONS.exec(text) ?? []
  const end = at + whole.length
  if (whole === '' || !text.startsWith(mark, end))
    throw new Error(`Wording ${id}: a condition that cannot be read at ${at} in “${text}”.`)
  const conditions = names.split(',').map(name => ({ name: name.replace('!', ''), not: name.startsWith('!') }))
  return { conditions, end: end + mark.length }
}

function readArgs(text: string): Args {
  const args: Record<string, string> = {}
  for (const part of text.split(';')) {
    const colon = part.indexOf(':')
    if (colon > 0) args[part.slice(0, colon).trim()] = part.slice(colon + 1).trim()
  }
  return args
}
