import type { SlotUse } from './wording-lexicon.ts'

/** What a language's grammar has for the forms of slots. */
export interface Forms {
  /** Agreement classes, each with the broader names that also match it. */
  readonly classes: Readonly<Record<string, readonly string[]>>
  readonly clock: Frames
  readonly day: Frames
  readonly duration: Frames
}

interface Frames {
  readonly frames: Readonly<Record<string, unknown>>
}

/** A form that would stop every article that uses it. */
export type FormDiagnostic =
  | { readonly code: 'wording/agreement'; readonly facts: { slot: string; classes: string } }
  | {
      readonly code: 'wording/unknown-frame'
      readonly facts: { slot: string; frame: string }
      readonly near: { word: string; known: readonly string[] }
    }

/** Which frames of the grammar a format puts its slot in. */
const FRAMES: Readonly<Record<string, Readonly<Record<string, 'clock' | 'day' | 'duration'>>>> = {
  when: {
    '': 'clock',
    moment: 'clock',
    clock: 'clock',
    near: 'clock',
    hour_or_day: 'clock',
    day: 'day',
    today: 'day',
    earlier: 'day',
    oneday: 'day',
  },
  duration: { '': 'duration', plain: 'duration' },
}

/** What the grammar cannot do for a slot of these kinds: agree in every class, or use a frame that does not exist. */
export function formDiagnostics(
  { name, format, args }: SlotUse,
  kinds: Iterable<string>,
  forms: Forms,
): FormDiagnostic[] {
  const slot = `{{${name}}}`
  if (format === 'agree') {
    const left = Object.entries(forms.classes).filter(([cls, broader]) => ![cls, ...broader].some(one => one in args))
    const classes = left.map(([cls]) => cls).join(', ')
    return left.length > 0 ? [{ code: 'wording/agreement', facts: { slot, classes } }] : []
  }
  const frame = args.as
  const [table] = [...kinds].flatMap(kind => FRAMES[kind]?.[format] ?? [])
  if (frame === undefined || !table || Object.hasOwn(forms[table].frames, frame)) return []
  const near = { word: frame, known: Object.keys(forms[table].frames) }
  return [{ code: 'wording/unknown-frame', facts: { slot, frame }, near }]
}

/** Arguments that name another slot: `window(to: end)`. */
const NAMING = ['to', 'beside', 'length'] as const

/** Slots that a slot's arguments name. */
export const slotsNamed = ({ args }: SlotUse): string[] => NAMING.flatMap(name => args[name] ?? [])
