import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { writeAtomically } from '../foundation/atomic-write.ts'
import { fileText } from '../foundation/file-text.ts'
import { lock } from '../foundation/lock.ts'
import { Refusal } from '../foundation/refusal.ts'
import type { OutputFile } from '../site/site-address.ts'
import { type OutputPlace, TREES } from './output-place.ts'
import { openStage } from './staging.ts'

/**
 * An output folder while it is built. Files are written beside it and moved in at the end: until `commit` nothing that
 * stands there is touched, and a build that is killed leaves at most what the next one clears away or completes.
 */
export interface Output {
  /** The file system's clock when it was opened, in milliseconds. */
  readonly opened: number
  /** Writes a file beside, unless the very same stands there already. Gives its digest. */
  readonly put: (file: OutputFile, known?: string) => string
  /** Folder beside it where whoever writes for this build puts files (`openStage`). */
  readonly staging: string
  /** Takes note of a file that somebody has put there. */
  readonly staged: (path: string) => void
  /** Keeps a file of the last build. */
  readonly keep: (path: string) => void
  /** What the last build remembered under this name. */
  readonly recall: (name: string) => string | undefined
  /** Makes the output exactly the files put and kept. Says how much moved. */
  readonly commit: (change: OutputChange) => OutputCounts
  /** Forgets everything put, and lets the lock go. Safe after `commit` too; one that failed is completed by the next build. */
  readonly close: () => void
}

export interface OutputChange {
  /** Files of the last build that are no more. */
  readonly gone: readonly string[]
  /** Texts to remember, by name and in pieces: they change together with the output. */
  readonly memories: Readonly<Record<string, Iterable<string>>>
  /** Nothing is known of what stands there: the folders are replaced as wholes. */
  readonly whole: boolean
}

export interface OutputCounts {
  readonly written: number
  readonly removed: number
}

/** Up to this many files are moved in one by one; more go in as whole folders, with what is kept linked. */
const FEW = 200

/** What a commit was about to do: written before it starts, so that a killed one is completed by the next build. */
interface Pending {
  readonly kind: 'few' | 'whole'
  readonly put: readonly string[]
  readonly gone: readonly string[]
  readonly memories: readonly string[]
}

/** Opens an output folder: takes its lock, completes or clears away what a killed build left. Throws `Refusal`. */
export function openOutput(place: OutputPlace): Output {
  const unlock = locked(place)
  const context = outputFoldersOf(place)
  try {
    complete(place, context)
    sweep(context)
    mkdirSync(context.staging, { recursive: true })
  } catch (error) {
    unlock()
    throw error
  }
  const put: string[] = []
  const kept: string[] = []
  const made = new Set<string>()
  const stage = openStage(context.staging, place.out)
  return {
    opened: statSync(context.staging).mtimeMs,
    staging: context.staging,
    put(file, known) {
      const { digest, isNew } = stage(file, known)
      const list = isNew ? put : kept
      list.push(file.path)
      return digest
    },
    staged: path => {
      put.push(path)
    },
    keep: path => {
      kept.push(path)
    },
    recall: name => fileText(join(place.memory, name)),
    commit({ gone, memories, whole }) {
      for (const [name, pieces] of Object.entries(memories)) writePieces(join(context.next, name), pieces)
      const few = !whole && put.length + gone.length <= FEW && TREES.every(tree => existsSync(join(place.out, tree)))
      if (!few) {
        for (const tree of TREES) mkdirSync(join(context.staging, tree), { recursive: true })
        for (const path of kept) link(join(place.out, path), join(context.staging, path), made)
      }
      mkdirSync(place.out, { recursive: true })
      const names = Object.keys(memories)
      const pending: Pending = few
        ? { kind: 'few', put, gone, memories: names }
        : { kind: 'whole', put: [], gone: [], memories: names }
      writeAtomically(context.pending, JSON.stringify(pending), { alone: true })
      complete(place, context)
      return { written: put.length, removed: gone.length }
    },
    close() {
      if (!existsSync(context.pending)) sweep(context)
      unlock()
    },
  }
}

/** Locks an output folder and gives how to let go; throws a `Refusal` while another build is at work. */
function locked({ memory, name }: OutputPlace): () => void {
  const file = join(memory, 'lock')
  const taken = lock(file)
  if ('holder' in taken) throw new Refusal('locked', { path: name, pid: taken.holder.pid, file })
  return taken.release
}

interface OutputFolders {
  readonly staging: string
  readonly next: string
  readonly trash: string
  readonly pending: string
  /** Folder made in the output itself, to be removed with them. */
  readonly lodged?: string
}

/** The working folders: in the memory, or in the output folder itself when that lies on another file system. */
function outputFoldersOf({ out, memory }: OutputPlace): OutputFolders {
  const elsewhere = existsSync(out) && statSync(out).dev !== statSync(memory).dev
  const lodged = join(out, '.building')
  const under = elsewhere ? lodged : memory
  return {
    staging: join(under, 'staging'),
    trash: join(under, 'trash'),
    next: join(memory, 'next'),
    pending: join(memory, 'pending.json'),
    ...(elsewhere && { lodged }),
  }
}

/** Carries out what is pending, from wherever it stopped: each step is skipped when it is done already. */
function complete(place: OutputPlace, context: OutputFolders): void {
  const text = fileText(context.pending)
  if (text === undefined) return
  const pending = JSON.parse(text) as Pending
  if (pending.kind === 'whole') moveTrees(place, context)
  else moveFew(place, context, pending)
  for (const name of pending.memories) moveIf(join(context.next, name), join(place.memory, name))
  rmSync(context.pending, { force: true })
}

function moveTrees({ out }: OutputPlace, { staging, trash }: OutputFolders): void {
  mkdirSync(trash, { recursive: true })
  for (const tree of TREES) {
    const from = join(staging, tree)
    const to = join(out, tree)
    if (!existsSync(from)) continue
    if (existsSync(to)) {
      rmSync(join(trash, tree), { recursive: true, force: true })
      renameSync(to, join(trash, tree))
    }
    renameSync(from, to)
  }
}

function moveFew({ out }: OutputPlace, { staging }: OutputFolders, { put, gone }: Pending): void {
  for (const path of put) moveIf(join(staging, path), join(out, path))
  const now = new Set(put)
  for (const path of gone) if (!now.has(path)) removeWithFolders(out, path)
}

/** Removes a file, and the folders it leaves empty. */
function removeWithFolders(out: string, path: string): void {
  rmSync(join(out, path), { force: true })
  for (let folder = dirname(path); folder.includes('/'); folder = dirname(folder)) {
    try {
      rmdirSync(join(out, folder))
    } catch {
      return
    }
  }
}

function moveIf(from: string, to: string): void {
  if (!existsSync(from)) return
  mkdirSync(dirname(to), { recursive: true })
  renameSync(from, to)
}

/** Clears away what is not needed any more. */
function sweep({ staging, trash, next, lodged }: OutputFolders): void {
  for (const folder of [staging, trash, next, lodged]) {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}

/** A second name for the same file: nothing is copied, its time stays. Copied where the file system knows no links. */
function link(from: string, to: string, made: Set<string>): void {
  const folder = dirname(to)
  if (!made.has(folder)) {
    mkdirSync(folder, { recursive: true })
    made.add(folder)
  }
  try {
    linkSync(from, to)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EPERM' && code !== 'EXDEV' && code !== 'EMLINK' && code !== 'ENOTSUP') throw error
    copyFileSync(from, to)
  }
}

/** Writes a long text without ever holding it as one. */
function writePieces(path: string, pieces: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, 'w')
  try {
    // `writeSync` may write a part of it and say nothing, on a disk that is nearly full.
    for (const piece of pieces) writeFileSync(file, piece)
  } finally {
    closeSync(file)
  }
}
