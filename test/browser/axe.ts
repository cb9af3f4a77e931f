import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds, of WCAG 2.2 AA and of good practice: rule and element. */
export async function axe(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(source)
  return page.evaluate(async only => {
    const { axe: engine } = window as unknown as { axe: typeof import('axe-core') }
    const options = only ? { runOnly: { type: 'rule' as const, values: [...only] } } : {}
    const { violations } = await engine.run(document, { ...options, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  }, rules)
}
