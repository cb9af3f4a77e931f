import { type DiffStep, difference } from './text-diff.ts'

/** Lines shown around a change. */
const AROUND = 3

type Step = DiffStep<string>

/** The changes of a file as a patch that `git apply` and `patch -p1` read; empty where nothing changes. */
export function patchOf(file: string, before: string, after: string): string {
  const steps = difference(linesOf(before), linesOf(after), line => line)
  const hunks = hunksOf(steps)
  return hunks.length === 0 ? '' : `--- ${beside('a', file)}\n+++ ${beside('b', file)}\n${hunks.map(hunkText).join('')}`
}

const beside = (side: string, file: string): string => `${side}${file.startsWith('/') ? '' : '/'}${file}`

/** Lines with their break, so that one that lacks it is another. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** Runs of steps near a change, in order. */
function hunksOf(steps: readonly Step[]): Step[][] {
  const changes = steps.flatMap(({ kind }, index) => (kind === 'same' ? [] : index))
  const hunks: [number, number][] = []
  for (const at of changes) {
    const last = hunks.at(-1)
    if (last && at - AROUND <= last[1]) last[1] = at + AROUND + 1
    else hunks.push([Math.max(0, at - AROUND), at + AROUND + 1])
  }
  return hunks.map(([from, to]) => steps.slice(from, to))
}

function hunkText(steps: readonly Step[]): string {
  const old = steps.flatMap(step => ('oldAt' in step ? step.oldAt : []))
  const come = steps.flatMap(step => ('newAt' in step ? step.newAt : []))
  return `@@ -${spanOf(old)} +${spanOf(come)} @@\n${steps.map(lineText).join('')}`
}

const spanOf = (lines: readonly number[]): string => `${lines.length === 0 ? 0 : (lines[0] ?? 0) + 1},${lines.length}`

function lineText(step: Step): string {
  const [sign, line] = step.kind === 'come' ? ['+', step.new] : [step.kind === 'gone' ? '-' : ' ', step.old]
  return line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`
}
