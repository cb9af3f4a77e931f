/**
 * Columns to indent the line after this one: the same as this line, or two more after a key without a value. After a
 * dash it is aligned with the first key of the item.
 * @example indentAfter(' - at: 18:30') // 4
 */
export function indentAfter(line: string): number {
  const indent = /^ */.exec(line)?.[0].length ?? 0
  const words = line
    .slice(indent)
    .replace(/(^|\s)#.*$/, '')
    .trimEnd()
  const dashes = /^(?:- +)*/.exec(words)?.[0].length ?? 0
  const rest = words.slice(dashes)
  const own = indent + (/^[\p{L}\p{N}_"'.-]+ *:(\s|$)/u.test(rest) ? dashes : 0)
  return /:(?:[ \t]+[|>][+\-\d]*)?$/.test(rest) ? own + 2 : own
}
