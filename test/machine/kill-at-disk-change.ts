import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** When a process dies at a change of the disk: before it, or, of a file that is written, with half of it there. */
export type DiskMoment = 'before' | 'half'

/** Loaded before a program: it kills itself at its nth change of the disk, and lists them. */
const PRELOAD = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const [at, moment] = (process.env.CUT ?? '').split(' ')
const changes = []
const paths = { renameSync: 2, linkSync: 2, copyFileSync: 2 }
const die = () => process.kill(process.pid, 'SIGKILL')
for (const name of ['writeFileSync', 'renameSync', 'rmSync', 'rmdirSync', 'mkdirSync', 'appendFileSync', 'linkSync', 'copyFileSync']) {
  const real = fs[name]
  fs[name] = (...args) => {
    // Node's appendFileSync calls writeFileSync: each has a number of its own.
    changes.push([name, ...args.slice(0, paths[name] ?? 1)].join(' '))
    if (changes.length !== Number(at)) return real(...args)
    // Half of a file is on the disk when the power goes.
    if (moment === 'half' && name === 'writeFileSync') {
      const bytes = Buffer.from(args[1])
      real(args[0], bytes.subarray(0, bytes.length / 2), args[2])
    }
    die()
    // The signal comes when the system gets to it: until then nothing more is changed.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  }
}
syncBuiltinESMExports()
process.on('exit', () => process.env.LIST && fs.writeFileSync(process.env.LIST, changes.join('\\n')))
`

export interface Knife {
  /** What a process is given so that it dies at its nth change of the disk. */
  readonly environment: (at: number, moment: DiskMoment) => { readonly NODE_OPTIONS: string; readonly CUT: string }
  /** What it is given so that it lists them. */
  readonly listing: { readonly NODE_OPTIONS: string; readonly LIST: string }
  /** The changes of the disk of the process that was listing: `renameSync FROM TO`. */
  readonly changes: () => readonly string[]
  readonly remove: () => void
}

/** Processes that die in the midst of their work, at a change of the disk: the same one on every machine. */
export function openKnife(): Knife {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-knife-'))
  const preload = join(folder, 'knife.mjs')
  const listed = join(folder, 'list')
  writeFileSync(preload, PRELOAD)
  const NODE_OPTIONS = `--import=${preload}`
  return {
    environment: (at, moment) => ({ NODE_OPTIONS, CUT: `${at} ${moment}` }),
    listing: { NODE_OPTIONS, LIST: listed },
    changes: () => readFileSync(listed, 'utf8').split('\n'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A change of the disk: which, by its number from 1, what it is, and how a process dies there. */
export interface DiskCut {
  readonly at: number
  readonly change: string
  readonly moment: DiskMoment
}

/** Every way to die in the midst of these changes. */
export const cutsAt = (changes: readonly string[]): DiskCut[] =>
  changes.flatMap((change, nth) => {
    const cut = { at: nth + 1, change }
    return change.startsWith('writeFileSync')
      ? [
          { ...cut, moment: 'before' },
          { ...cut, moment: 'half' },
        ]
      : [{ ...cut, moment: 'before' }]
  })
