const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0', apos: "'" }

/**
 * Our Markdown or HTML as plain text, a line per paragraph, for comparing versions sentence by sentence. Only for
 * display; nothing is ever made from it.
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

/** HTML as text, without tags and with all character references decoded. */
export function htmlText(html: string): string {
  return html.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) =>
    hex || number ? String.fromCodePoint(Number.parseInt(hex ?? number, hex ? 16 : 10)) : (ENTITIES[name] ?? whole),
  )
}
