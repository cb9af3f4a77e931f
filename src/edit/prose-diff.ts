import type { Pointer } from '../foundation/pointer.ts'
import { difference } from '../foundation/text-diff.ts'
import { type LineSpan, lineSpans } from './line-spans.ts'

/** A sentence of an article: its part, and the values of the file it is based on. */
export interface ToldSentence {
  readonly part: string
  readonly text: string
  readonly from: readonly Pointer[]
}

/**
 * One change of the prose. `because`: the lines that caused it, in the old file for removed sentences, in the new one
 * for added ones.
 */
export interface ProseChange {
  readonly part: string
  readonly gone?: string
  readonly come?: string
  readonly because: readonly ChangedLine[]
}

export interface ChangedLine {
  readonly line: number
  readonly text: string
  /** Whether it is a line of the old file. */
  readonly old: boolean
}

export interface ProseVersion {
  readonly source: string
  readonly sentences: readonly ToldSentence[]
}

/**
 * How the prose changes from one version of an incident to another, sentence by sentence, each with the changed lines
 * it is based on; where there is none (another sentence took its place), with all the changed lines.
 */
export function proseChanges(before: ProseVersion, after: ProseVersion): ProseChange[] {
  const causes = causesOf(before.source, after.source)
  const steps = difference(before.sentences, after.sentences, ({ part, text }) => `${part}\n${text}`)
  const changes: ProseChange[] = []
  for (const part of new Set(steps.map(step => (step.kind === 'come' ? step.new.part : step.old.part)))) {
    const gone = steps.flatMap(step => (step.kind === 'gone' && step.old.part === part ? [step.old] : []))
    const come = steps.flatMap(step => (step.kind === 'come' && step.new.part === part ? [step.new] : []))
    for (let at = 0; at < Math.max(gone.length, come.length); at++) {
      const [left, right] = [gone[at], come[at]]
      changes.push({
        part,
        ...(left && { gone: left.text }),
        ...(right && { come: right.text }),
        because: causes(left?.from ?? [], right?.from ?? []),
      })
    }
  }
  return changes
}

function causesOf(before: string, after: string) {
  const steps = difference(before.split('\n'), after.split('\n'), line => line.trimEnd())
  const isNote = (line: string) => /^\s*(#|$)/.test(line)
  const olds = steps.flatMap(step =>
    step.kind === 'gone' && !isNote(step.old) ? [cause(step.oldAt, step.old, true)] : [],
  )
  const news = steps.flatMap(step =>
    step.kind === 'come' && !isNote(step.new) ? [cause(step.newAt, step.new, false)] : [],
  )
  const [oldSpans, newSpans] = [lineSpans(before), lineSpans(after)]
  return (left: readonly Pointer[], right: readonly Pointer[]): ChangedLine[] => {
    const found = [...news.filter(within(right.map(newSpans))), ...olds.filter(within(left.map(oldSpans)))]
    // A changed line is listed once, in its new form.
    const now = new Set(found.filter(({ old }) => !old).map(({ text }) => keyOf(text)))
    const own = found.filter(({ old, text }) => !old || !now.has(keyOf(text)))
    return own.length > 0
      ? own
      : [...news, ...olds.filter(({ text }) => !news.some(one => keyOf(one.text) === keyOf(text)))]
  }
}

function cause(index: number, text: string, old: boolean): ChangedLine {
  return { line: index + 1, text: text.trim(), old }
}

function within(spans: readonly LineSpan[]): (cause: ChangedLine) => boolean {
  return ({ line }) => spans.some(({ first, last }) => line >= first && line <= last)
}

function keyOf(line: string): string {
  return /^(?:- )*([\w-]+):/.exec(line)?.[1] ?? line
}
