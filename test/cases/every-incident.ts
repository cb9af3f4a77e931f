import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readCases } from './read-cases.ts'

const root = resolve(import.meta.dirname, '../..')

/** Every incident there is to try, as its file: reviewed articles, samples and cases that are told, by name. */
export const everyIncident: ReadonlyMap<string, string> = new Map([
  ...readdirSync(join(root, 'test/golden'))
    .map(name => [name, join(root, 'test/golden', name, 'incident.yaml')] as const)
    .filter(([, file]) => existsSync(file))
    .map(([name, file]) => [name, readFileSync(file, 'utf8')] as const),
  ...readdirSync(join(root, 'content/incidents'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .map(name => [name, readFileSync(join(root, 'content/incidents', name), 'utf8')] as const),
  ...readCases()
    .filter(({ refused }) => !refused)
    .map(({ name, text }) => [name, text] as const),
])
