import type { Problem } from '../problem/problem.ts'
import { problem } from './complaint.ts'
import type { Site } from './newsroom.ts'
import { problemsOf } from './problems-of.ts'
import { readShape } from './read-shape.ts'
import { readText } from './read-text.ts'
import { siteDesk, siteShape } from './shape/site.ts'
import type { Workspace } from './workspace.ts'
import { readMapping } from './yaml/read.ts'

export const siteFile = 'content/site.yaml'

/** The newsroom's own settings, from `content/site.yaml`; absent when a problem stands in the way. */
export function readSite(ws: Workspace): { site?: Site; problems: readonly Problem[] } {
  const { text, problems: unreadable } = readText(ws, siteFile)
  if (text === undefined) {
    return {
      problems: unreadable.length > 0 ? unreadable : [problem('site/missing', { file: siteFile }, { file: siteFile })],
    }
  }
  const { value: raw, problems: malformed } = readMapping(text, siteFile)
  if (raw === undefined) return { problems: malformed }
  const { value, complaints } = readShape(siteShape(siteDesk), raw)
  const problems = problemsOf(complaints, { text, file: siteFile, raw, before: malformed })
  if (value === undefined || problems.some(one => one.severity === 'error')) return { problems }
  return { site: value, problems }
}
