import { fieldText } from '../edit/write-yaml.ts'
import type { DraftedFields } from './draft-fields.ts'
import { written } from './draft-times.ts'

/** Looks up a text for the file in the editor's language: `edit.json`, under `intake`. */
export type IntakeSay = (key: string, slots?: Readonly<Record<string, string>>) => string

/** What begins the line by which a draft is found again. */
export const FEED_MARK = '# depeche-feed: '

/**
 * A draft as a file: at its top, as comments, where it comes from and what was not taken over; posts that are not quoted
 * at its end. Nothing of a feed can end a comment.
 */
export function draftText(key: string, { fields, remarks, unquoted }: DraftedFields, say: IntakeSay): string {
  const head = [
    `${FEED_MARK}${key}`,
    `# ${say('file.head')}`,
    ...remarks.map(({ key: remark, slots }) => `# - ${comment(say(`left.${remark}`, slots), 2000)}`),
  ]
  const tail = unquoted.map(
    ({ at, phase, text }) => `# ${at === undefined ? '' : `${written(at)} `}${phase}: ${comment(text, 600)}`,
  )
  const body = Object.entries(fields).map(([field, value]) => fieldText(field, value))
  return [
    `${head.join('\n')}\n\n${body.join('')}`,
    ...(tail.length > 0 ? [`# ${say('file.unquoted')}\n${tail.join('\n')}\n`] : []),
  ].join('\n')
}

function comment(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most)} […]`
}
