import type { Dice } from '../bench/random.ts'

/** What a mutation may use of the other files. */
export interface MutationSupplies {
  /** Whole files: lines and values are pasted from them. */
  readonly texts: readonly string[]
  readonly dice: Dice
}

/** Changes a text in one place, as a hand, a program or a broken disk would. */
type Mutation = (text: string, supplies: MutationSupplies) => string

/** Values that are no value, or one of another sort than the field wants. */
const VALUES: readonly string[] = [
  ...['', 'null', '~', 'true', 'no', '0', '-1', '1e999', '0x1F', '.nan', '٣', '99999999999999999999', '1/0', '½'],
  ...['[]', '{}', '[[]]', '[null]', '[{}]', '{ a: b }', '{ fr: {} }', '{ fr: [], en: x }', '{ lang: fr }', '{ name: }'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '{ __proto__: x }', 'prototype', 'valueOf'],
  ...['"{{x}}"', '"{{{x}}}"', "'{{#if a}}b'", '"$t(x)"', '"<script>alert(1)</script>"', '"<!-- -->"', '"%s"'],
  ...[
    '"\\u0000"',
    '"\\uD800"',
    '"\\u202E"',
    '"\\u200B"',
    '"\\uFEFF"',
    '" "',
    '"\\n"',
    '"a\\nb\\n\\nc"',
    '"\\t"',
    '"."',
  ],
  ...['2024-02-30', '2024-12-11T25:00', '0000-00-00', '9999-12-31T23:59', '-000001-01-01', '2024-12-11T10:00+99:00'],
  ...['18:30', 'tomorrow', '1 h to 0', '90 min', 'PT1H', 'unknown', 'none', 'about 2', 'over', '{ low: 9, high: 1 }'],
  ...[
    '[a, a, a]',
    '{ class: xx }',
    '{ name: x, fr: { class: } }',
    '{ name: x, fr: { class: fs, noun: {} } }',
    '🦊',
    'é',
  ],
  ...[
    'https://',
    'http://[',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '//x',
    '../../x',
    'mailto:x',
    'https://é.x/ a',
  ],
  ...['!!js/function "x"', '&a [*a]', '*a', '<<: x', '|', '>', '|+', "'", '"', '`', '@', '%', '? a', '- a', '# a'],
]

/** Signs that mean something to one of the languages a text goes through. */
const SIGNS: readonly string[] = [
  ...[':', ': ', ' #', '#', '- ', '-', '"', "'", '«', '»', '[', ']', '{', '}', ',', '|', '>', '&', '*', '!', '%', '@'],
  ...['`', '\\', '\t', '\n', '\r', '\r\n', '\n\n', '  ', '\u00A0', '\u202F', '\u2028', '\u0000', '\u200D', '\uFEFF'],
  ...['\uD83D', '\uDE00', '\u0301', '\u061C', '---', '...', '<<', '{{', '}}', '{%', '<b>', '&amp;', '_', '~', '$', '^'],
]

const bytes: Mutation = (text, { dice }) => {
  const raw = Buffer.from(text)
  for (let left = dice.between(1, 3); left > 0 && raw.length > 0; left--)
    raw[dice.between(0, raw.length - 1)] = dice.between(0, 255)
  return raw.toString('utf8')
}

const sign: Mutation = (text, { dice }) => {
  const at = dice.between(0, text.length)
  return text.slice(0, at) + dice.pick(SIGNS) + text.slice(at + (dice.chance(0.5) ? 1 : 0))
}

const cut: Mutation = (text, { dice }) => {
  const at = dice.between(0, text.length)
  return dice.chance(0.5) ? text.slice(0, at) : text.slice(0, at) + text.slice(at + dice.between(1, 40))
}

const line: Mutation = (text, { dice, texts }) => {
  const lines = text.split('\n')
  const at = dice.between(0, lines.length - 1)
  const other = dice.between(0, lines.length - 1)
  const kinds = [
    () => lines.splice(at, 1),
    () => lines.splice(at, 0, lines[other] ?? ''),
    () => ([lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? '']),
    () => lines.splice(at, 1, `  ${lines[at] ?? ''}`),
    () => lines.splice(at, 1, (lines[at] ?? '').replace(/^ {1,2}/, '')),
    () => lines.splice(at, 1, (lines[at] ?? '').trim()),
    () => lines.splice(at, 0, dice.pick(dice.pick(texts).split('\n'))),
  ]
  dice.pick(kinds)()
  return lines.join('\n')
}

const KEY = /^([ -]*)([\w-]+):(.*)$/

const keyed = (text: string, { dice }: MutationSupplies, change: (parts: readonly string[]) => string): string => {
  const lines = text.split('\n')
  const fields = lines.flatMap((one, index) => (KEY.test(one) ? [index] : []))
  if (fields.length === 0) return text
  const at = dice.pick(fields)
  lines[at] = (lines[at] ?? '').replace(KEY, (...parts) => change(parts.slice(1, 4).map(String)))
  return lines.join('\n')
}

const key: Mutation = (text, supplies) => {
  const { dice, texts } = supplies
  const names = [...dice.pick(texts).matchAll(/^[ -]*([\w-]+):/gm)].map(([, name = '']) => name)
  const name = () => (dice.chance(0.8) && names.length > 0 ? dice.pick(names) : dice.pick(VALUES))
  return keyed(text, supplies, ([indent, , value]) => `${indent}${name()}:${value}`)
}

const type: Mutation = (text, supplies) =>
  keyed(text, supplies, ([indent, name]) => `${indent}${name}: ${supplies.dice.pick(VALUES)}`)

const within: Mutation = (text, { dice }) => {
  const values = [...text.matchAll(/(?<=[:,{[] )[^\s,{}[\]][^,{}[\]\n]*/g)]
  if (values.length === 0) return text
  const { 0: old, index } = dice.pick(values)
  return text.slice(0, index) + dice.pick(VALUES) + text.slice(index + old.length)
}

/** What another file says under the same name. */
const kin: Mutation = (text, supplies) => {
  const { dice, texts } = supplies
  const other = dice.pick(texts)
  return keyed(text, supplies, ([indent, name, value]) => {
    const values = [...other.matchAll(new RegExp(`^[ -]*${name}:(.+)$`, 'gm'))].map(([, found = '']) => found)
    return `${indent}${name}:${values.length > 0 ? dice.pick(values) : value}`
  })
}

/** A block of another file, where a block of this one stood or beside it. */
const paste: Mutation = (text, { dice, texts }) => {
  const blocks = blocksOf(dice.pick(texts))
  const own = blocksOf(text)
  const at = dice.between(0, own.length - 1)
  const strange = dice.pick(blocks)
  const name = strange.split(':')[0]
  const kept = dice.chance(0.7) ? own.filter(one => one.split(':')[0] !== name) : own
  kept.splice(dice.between(0, Math.min(at, kept.length)), dice.chance(0.2) ? 1 : 0, strange)
  return kept.join('\n')
}

const blocksOf = (text: string): string[] => text.split(/\n(?=[^\s#-])/)

const many: Mutation = (text, { dice }) => {
  const lines = text.split('\n')
  const at = dice.between(0, lines.length - 1)
  const times = dice.pick([2, 30, 400])
  lines.splice(at, 0, ...Array.from({ length: times }, () => lines[at] ?? ''))
  return lines.join('\n')
}

const KINDS: readonly Mutation[] = [
  ...[bytes, cut, many],
  ...[sign, sign, line, line, key, type, type, within, within],
  ...[kin, kin, kin, kin, paste, paste, paste, paste],
]

/** A text with one to four things changed. */
export function mutated(text: string, supplies: MutationSupplies): string {
  const { dice } = supplies
  let changed = text
  for (let left = dice.pick([1, 1, 1, 1, 2, 2, 3, 5]); left > 0; left--) changed = dice.pick(KINDS)(changed, supplies)
  return changed
}
