import matter from 'gray-matter'
import { DEEPEST, depthOf } from '../foundation/nesting-depth.ts'
import { isMapping } from '../foundation/value-kind.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import type { FeedPayload } from './feed-format.ts'
import { readFeedXml } from './feed-xml.ts'

/** Maximum bytes of a feed. */
export const LARGEST_FEED = 10 * 1024 * 1024

/** A feed's bytes as text and as what they hold; or why they are none, a key of `intake.refused`. */
export function readPayload(name: string, bytes: Uint8Array): FeedPayload | string {
  if (bytes.byteLength > LARGEST_FEED) return 'too-large'
  const text = decoded(bytes)
  if (text === undefined) return 'no-text'
  const start = text.trimStart().charAt(0)
  if (start === '{' || start === '[') return withJson(name, text)
  if (start === '<') {
    const xml = readFeedXml(text)
    return xml ? { name, text, xml } : 'malformed'
  }
  return { name, text, ...(text.startsWith('---') && pageOf(text)) }
}

/** UTF-8, or UTF-16 in either order, with its mark or without: every second byte of ASCII is then zero. */
function decoded(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes
  const isLittle = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0)
  const isBig = (a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && b !== undefined)
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Levels inside one another above which no JSON is read: counted before it is parsed, since parsing is recursive. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isText = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isText) {
      if (code === 92) at++
      else if (code === 34) isText = false
    } else if (code === 34) isText = true
    else if (code === 91 || code === 123) {
      if (++depth > DEEPEST) return true
    } else if (code === 93 || code === 125) depth--
  }
  return false
}

function withJson(name: string, text: string): FeedPayload | string {
  if (isTooDeep(text)) return 'malformed'
  try {
    const json: unknown = JSON.parse(text)
    return depthOf(json) > DEEPEST ? 'malformed' : { name, text, json }
  } catch {
    return 'malformed'
  }
}

/** Only YAML is front matter, read as incidents are; anything else is refused, never run. */
const engines = {
  yaml: (text: string): object => {
    const parsed = parseYaml(text)
    return parsed.ok && isMapping(parsed.value) ? parsed.value : {}
  },
}

function pageOf(text: string): Pick<FeedPayload, 'page'> {
  if (!/^---[ \t]*\r?\n/.test(text)) return {}
  try {
    const { data, content } = matter(text, { language: 'yaml', engines })
    return { page: { matter: data, body: content } }
  } catch {
    return {}
  }
}
