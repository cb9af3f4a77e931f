import { execSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../machine/temporary-folders.ts'

const root = join(import.meta.dirname, '../..')
const MEBIBYTE = 1024 * 1024

/** Runs a command as somebody types it who has no more than Node and npm. */
function ran(folder: string, command: string): string {
  return execSync(`${command} 2>&1`, { cwd: folder, encoding: 'utf8' })
}

/** Bytes of a folder, as its files have them. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

const COMPILERS = ['typescript', 'typescript-compiler', '@typescript', 'esbuild', 'tsx', '@biomejs', 'vitest']

/** A checkout: what git has, and nothing that was installed or compiled. */
function checkout(): string {
  const folder = temporaryFolder('test')
  const tracked = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).stdout.split('\0')
  for (const file of tracked) if (file && existsSync(join(root, file))) cpSync(join(root, file), join(folder, file))
  return folder
}

test('npm ci --omit=dev in a fresh checkout gives a program that runs, without a compiler', () => {
  const folder = checkout()
  ran(folder, 'npm ci --omit=dev --no-audit --no-fund')
  expect(ran(folder, 'npx depeche show 2024-12-11-meta --edition en')).toContain('Instagram')
  expect(readdirSync(join(folder, 'node_modules')).filter(name => COMPILERS.includes(name))).toEqual([])
  expect(sizeOf(join(folder, 'node_modules')) + sizeOf(join(folder, 'lib'))).toBeLessThan(120 * MEBIBYTE)
})

test('a new newsroom installs the program from the packed file, builds, and makes another newsroom', () => {
  const elsewhere = temporaryFolder('test')
  ran(root, `node lib/cli/main.js init "${join(elsewhere, 'gazette')}"`)
  const gazette = join(elsewhere, 'la gazette')
  // It stands by itself: moved, as onto another machine.
  cpSync(join(elsewhere, 'gazette'), gazette, { recursive: true })
  ran(gazette, 'npm install --no-audit --no-fund')
  ran(gazette, 'npx depeche build')
  expect(readFileSync(join(gazette, 'dist/site/index.html'), 'utf8')).toContain('<html')
  expect(sizeOf(join(gazette, 'node_modules'))).toBeLessThan(120 * MEBIBYTE)
  ran(gazette, `npx depeche init "${join(elsewhere, 'third')}"`)
  expect(existsSync(join(elsewhere, 'third/depeche-0.1.0.tgz'))).toBe(true)
})
