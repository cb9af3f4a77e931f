const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0', apos: "'" }

/**
 * Markdown or HTML of ours as plain text, a line per paragraph: what two versions are compared by, sentence by sentence.
 * Only for showing a difference to a person; nothing is ever made from it.
 */
export function postProse(markup: string): string {
  const bare = markup
    .replace(/<!--[\s\S]*?-->/g, '\n')
    .replace(/<\/(?:p|li|h\d|blockquote|ul|ol)>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/^(?:#+|[-*>]|\d+\.) +/gm, '')
    .replace(/\[((?:[^\]\\]|\\.)*)\]\([^)]*\)/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
  return htmlText(bare)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n')
}

/** HTML without tags as text, however many of its characters are written as entities. */
export function htmlText(html: string): string {
  return html.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) =>
    hex || number ? String.fromCodePoint(Number.parseInt(hex ?? number, hex ? 16 : 10)) : (ENTITIES[name] ?? whole),
  )
}
