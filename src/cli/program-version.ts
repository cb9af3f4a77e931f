import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOfAll } from '../foundation/digest.ts'
import { programRoot } from '../foundation/program-root.ts'

export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8')) as { version: string }
  return version
}

/**
 * A digest of the program: its own code, its libraries as installed, and the Node that runs it. A build by another
 * program makes everything again.
 */
export function programDigest(): string {
  return digestOfAll(programPieces())
}

function* programPieces(): Generator<string | Uint8Array> {
  yield process.version
  const own = fileURLToPath(new URL('../', import.meta.url))
  const files = readdirSync(own, { recursive: true, encoding: 'utf8' }).filter(file => /(?<!\.d)\.[jt]s$/.test(file))
  for (const file of files.sort()) {
    yield `${file}\0`
    yield readFileSync(join(own, file))
  }
  for (const file of ['package.json', 'node_modules/.package-lock.json']) yield readIf(join(programRoot, file))
}

function readIf(path: string): Uint8Array | string {
  try {
    return readFileSync(path)
  } catch {
    return ''
  }
}
