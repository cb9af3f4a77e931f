import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { licencesPage, type PackageLock } from '../../../tools/licences/licences.ts'

const root = join(import.meta.dirname, '../../..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as PackageLock

test('LICENCES.md lists what an install brings (npm run licences)', () => {
  expect(readFileSync(join(root, 'LICENCES.md'), 'utf8')).toBe(licencesPage(lock))
})

test('every package says its licence', () => {
  expect(licencesPage(lock)).not.toContain('not said')
})

test('no compiler is among them', () => {
  const installed = Object.entries(lock.packages).filter(([, { dev }]) => !dev)
  expect(installed.map(([path]) => path).filter(path => /typescript|esbuild|tsx|biome/.test(path))).toEqual([])
})
