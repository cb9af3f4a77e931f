import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * What npm runs after an install in a checkout: the program is compiled where the compilers are. An install without them
 * (`npm ci --omit=dev`) keeps what is compiled already; where nothing is, they are fetched beside, used once and removed.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const NEEDED = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'tsconfig.types.json',
  'src',
]

const run = (folder, ...args) => {
  const { status } = spawnSync(npm, args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}`)
}

const isThere = path => existsSync(join(root, path))

function compiledElsewhere() {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-compile-'))
  try {
    for (const path of NEEDED) cpSync(join(root, path), join(folder, path), { recursive: true })
    run(folder, 'ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund')
    run(folder, 'run', 'compile')
    cpSync(join(folder, 'lib'), join(root, 'lib'), { recursive: true })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (isThere('node_modules/.bin/tsc') && isThere('node_modules/.bin/esbuild')) run(root, 'run', 'compile')
else if (!isThere('lib/cli/main.js')) compiledElsewhere()
