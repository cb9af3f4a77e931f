import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ninjsPath, type PlacedArticle } from '../site/article-paths.ts'

/**
 * The texts of articles as they were written in this build or an earlier one: lists hold summaries, and keep no text in memory.
 *
 * @param folders where a file may lie, the newest first
 */
export function articleBodies(folders: readonly string[]): (article: PlacedArticle) => string | undefined {
  return article => {
    const file = folders.map(folder => join(folder, 'site', ninjsPath(article))).find(existsSync)
    if (file === undefined) return undefined
    const { bodies } = JSON.parse(readFileSync(file, 'utf8')) as { bodies: { role: string; value: string }[] }
    return bodies.find(({ role }) => role === 'article')?.value
  }
}
