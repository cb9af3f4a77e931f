import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { licencesPage } from './licences.ts'

/** `npm run licences`: writes LICENCES.md anew. */
const at = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
writeFileSync(at('LICENCES.md'), licencesPage(JSON.parse(readFileSync(at('package-lock.json'), 'utf8'))))
