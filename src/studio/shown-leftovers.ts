import { changedParts } from '../edit/change-part.ts'
import { changesFor, type Leftover, type LeftoverAnswer, leftoversIn, pastMoments } from '../edit/leftovers.ts'
import type { LineSpan } from '../edit/line-spans.ts'
import type { Fix } from '../foundation/diagnostic.ts'
import type { Pointer } from '../foundation/pointer.ts'
import type { Incident } from '../incident/incident.ts'
import type { ShownLeftover } from './api-types.ts'

/** What the end of a story has overtaken, each with the changes that settle it: what `depeche update` asks. */
export function shownLeftovers(
  incident: Incident,
  text: string,
  context: Parameters<typeof leftoversIn>[1],
  spans: (pointer: Pointer) => LineSpan,
): ShownLeftover[] {
  return leftoversIn(incident, context).map(leftover => ({
    name: leftover.name,
    line: spans(leftover.at).first,
    past: canBePast(leftover, incident.raw) ? fixFor(leftover, { choice: 'past' }, incident.raw, text) : null,
    remove: fixFor(leftover, { choice: 'remove' }, incident.raw, text),
  }))
}

/** Whether the file says enough to mark it as past: words need the hour at which they were said. */
function canBePast({ kind }: Leftover, raw: unknown): boolean {
  return kind === 'estimate' || kind === 'clause' || (kind === 'advice' && pastMoments(raw, raw).ended !== undefined)
}

function fixFor(leftover: Leftover, answer: LeftoverAnswer, raw: unknown, text: string): Fix | null {
  const after = changedParts(text, changesFor(leftover, answer, raw, pastMoments(raw, raw)))
  return after === text ? null : between(text, after)
}

/** What of one text is replaced to make the other. */
function between(before: string, after: string): Fix {
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from += 1
  let same = 0
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1
  return { from, to: before.length - same, text: after.slice(from, after.length - same) }
}
