import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { CheckerDiagnostic, GrammarChecker } from './checker-diagnostic.ts'

const run = promisify(execFile)
const COMMAND = 'grammalecte-cli'

/** Grammalecte as Debian packages it. Installs it where possible: as root on a Debian machine. */
export async function openGrammalecte(): Promise<GrammarChecker | string> {
  if (!isThere()) install()
  return isThere() ? read : `${COMMAND} is not installed (Debian: apt-get install ${COMMAND})`
}

const isThere = (): boolean => spawnSync(COMMAND, ['--help'], { stdio: 'ignore' }).status === 0

function install(): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return
  process.stderr.write(`Installing ${COMMAND} …\n`)
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', COMMAND], { stdio: 'ignore' })
  } catch {
    // No network, or no such package: the caller reports that it is missing.
  }
}

interface GrammalecteReport {
  readonly data: readonly {
    readonly iParagraph: number
    readonly lGrammarErrors: readonly { nStart: number; nEnd: number; sRuleId: string; sMessage: string }[]
  }[]
}

const read: GrammarChecker = async texts => {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-proof-'))
  try {
    const file = join(folder, 'texts.txt')
    writeFileSync(file, `${texts.join('\n')}\n`)
    const { stdout } = await run(COMMAND, ['-f', file, '-j', '-owe'], { maxBuffer: 1 << 30 })
    const remarks: CheckerDiagnostic[][] = texts.map(() => [])
    const { data } = JSON.parse(stdout) as GrammalecteReport
    for (const { iParagraph, lGrammarErrors } of data) {
      const text = texts[iParagraph - 1] ?? ''
      for (const { nStart, nEnd, sRuleId, sMessage } of lGrammarErrors)
        remarks[iParagraph - 1]?.push({ rule: sRuleId, found: text.slice(nStart, nEnd), message: sMessage })
    }
    return remarks
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
