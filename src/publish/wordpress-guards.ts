/**
 * What WordPress changes in a text when it shows it: straight quotation marks, several hyphens or dots, a lone hyphen, `2x4`, ` (tm)`,
 * smileys, square brackets (shortcodes), its own name.
 */
const CHANGED =
  /&quot;|&#39;|["'[]|-{2,}|(?<=^|\s)-(?=\s|$)|\.{3,}|(?<=\d[\d.,]*)x(?=\d)|(?<=^|\s)\((?=tm\))|`{2,}|W(?=ordpress)|(?<=^|\s):(?=\S)|(?<=^|\s);(?=-?\))|(?<=^|\s)8(?=-?[)O])/g

/** An address alone in a paragraph, whose page WordPress would put in its place. */
const ALONE = /^(\s*https?):(?=\S+\s*$)/

const UNESCAPED: Readonly<Record<string, string>> = { '&quot;': '"', '&#39;': "'" }

/** Escaped text between tags that WordPress shows as it stands: what it would change is written as references. */
export function guarded(html: string): string {
  return html
    .split(/(<[^>]*>)/)
    .map((part, at) => (at % 2 === 0 ? part.replace(CHANGED, referred).replace(ALONE, '$1&#058;') : part))
    .join('')
}

/** The same text as the block editor writes it, and as we compare it: without references. */
export function unguarded(html: string): string {
  return html.replace(/&#(034|039|040|045|046|056|058|059|087|091|093|096|120);/g, (_, code) =>
    String.fromCharCode(Number(code)),
  )
}

/** With three digits, as WordPress itself writes them: what it stored is what we sent. */
function referred(marks: string): string {
  return [...(UNESCAPED[marks] ?? marks)].map(mark => `&#${String(mark.charCodeAt(0)).padStart(3, '0')};`).join('')
}
