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
import { dirname, join, sep } from 'node:path'
import { onDisk, writeAtomically } from '../foundation/atomic-write.ts'
import { fileText } from '../foundation/file-text.ts'
import { lock } from '../foundation/lock.ts'
import { Refusal } from '../foundation/refusal.ts'
import type { OutputFile } from '../site/output-file.ts'
import { type OutputPlace, TREES } from './output-place.ts'
import { openStage } from './staging.ts'

/**
 * An output folder while it is built. Files are written to a staging folder and moved in at the end: until `commit`
 * nothing in the output is touched, and a killed build leaves at most what the next one clears away or completes.
 */
export interface Output {
  /** The file system's clock when it was opened, in milliseconds. */
  readonly opened: number
  /** Writes a file to staging, unless the same one exists in the output. Returns its digest. */
  readonly put: (file: OutputFile, known?: string) => string
  /** Staging folder, into which every writer of this build writes (`openStage`). */
  readonly staging: string
  /** Registers a file that a writer has put there. */
  readonly staged: (path: string) => void
  /** Keeps a file of the last build. */
  readonly keep: (path: string) => void
  /** What the last build kept under this name; what is empty or broken is thrown away. */
  readonly recall: (name: string) => object | undefined
  /** Files of the memory that were thrown away, from the workspace. */
  readonly broken: readonly string[]
  /** Makes the output exactly the files put and kept. Returns how much changed. */
  readonly commit: (change: OutputChange) => OutputCounts
  /**
   * Drops everything put, and releases the lock. Safe after `commit` too; one that failed is completed by the next
   * build.
   */
  readonly close: () => void
}

export interface OutputChange {
  /** Files of the last build that are removed. */
  readonly gone: readonly string[]
  /** Texts to keep, by name and in pieces: they change together with the output. */
  readonly stateFiles: Readonly<Record<string, Iterable<string>>>
  /** Nothing is known of the output: the folders are replaced as wholes. */
  readonly whole: boolean
}

export interface OutputCounts {
  readonly written: number
  readonly removed: number
}

/** Up to this many files are moved in one by one; more are moved as whole folders, with unchanged files linked. */
const MAX_SINGLE_MOVES = 200

/** A commit about to be made: written before it starts, so that the next build completes a killed one. */
interface Pending {
  readonly kind: 'few' | 'whole'
  readonly put: readonly string[]
  readonly gone: readonly string[]
  readonly stateFiles: readonly string[]
}

/** Opens an output folder: locks it, and completes or clears away what a killed build left. Throws `Refusal`. */
export function openOutput(place: OutputPlace): Output {
  const unlock = locked(place)
  const context = outputFoldersOf(place)
  const broken: string[] = []
  try {
    completePending(place, context, broken)
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
    recall: name => remembered(join(place.stateFolder, name), broken),
    broken,
    commit({ gone, stateFiles, whole }) {
      for (const [name, pieces] of Object.entries(stateFiles)) {
        writePieces(join(context.next, name), pieces)
        onDisk(join(context.next, name))
      }
      const few =
        !whole && put.length + gone.length <= MAX_SINGLE_MOVES && TREES.every(tree => existsSync(join(place.out, tree)))
      if (!few) {
        for (const tree of TREES) mkdirSync(join(context.staging, tree), { recursive: true })
        for (const path of kept) link(join(place.out, path), join(context.staging, path), made)
      }
      // What is announced is on the disk before: of many files the file system is trusted to keep the order.
      if (few) for (const path of put) onDisk(join(context.staging, path))
      mkdirSync(place.out, { recursive: true })
      const names = Object.keys(stateFiles)
      const pending: Pending = few
        ? { kind: 'few', put, gone, stateFiles: names }
        : { kind: 'whole', put: [], gone: [], stateFiles: names }
      writeAtomically(context.pending, JSON.stringify(pending), { alone: true, durable: true })
      completePending(place, context, broken)
      return { written: put.length, removed: gone.length }
    },
    close() {
      if (!existsSync(context.pending)) sweep(context)
      unlock()
    },
  }
}

/** Locks an output folder and returns how to release it; throws a `Refusal` while another build runs. */
function locked({ stateFolder, name }: OutputPlace): () => void {
  const file = join(stateFolder, 'lock')
  const taken = lock(file)
  if ('holder' in taken) throw new Refusal('locked', { path: name, pid: taken.holder.pid, file })
  return taken.release
}

interface OutputFolders {
  readonly staging: string
  readonly next: string
  readonly trash: string
  readonly pending: string
  /** Working folder inside the output itself, to be removed with the others. */
  readonly innerFolder?: string
}

/** The working folders: in `.depeche/`, or in the output folder itself when that is on another file system. */
function outputFoldersOf({ out, stateFolder }: OutputPlace): OutputFolders {
  const elsewhere = existsSync(out) && statSync(out).dev !== statSync(stateFolder).dev
  const innerFolder = join(out, '.building')
  const under = elsewhere ? innerFolder : stateFolder
  return {
    staging: join(under, 'staging'),
    trash: join(under, 'trash'),
    next: join(stateFolder, 'next'),
    pending: join(stateFolder, 'pending.json'),
    ...(elsewhere && { innerFolder }),
  }
}

/** Carries out a pending commit, from wherever it stopped: steps already done are skipped. */
function completePending(place: OutputPlace, context: OutputFolders, broken: string[]): void {
  const pending = remembered(context.pending, broken) as Pending | undefined
  if (!pending) return
  if (pending.kind === 'whole') moveTrees(place, context)
  else moveFiles(place, context, pending)
  for (const name of pending.stateFiles) moveIf(join(context.next, name), join(place.stateFolder, name))
  rmSync(context.pending, { force: true })
}

/** A file of the memory. One that says nothing is thrown away and named: what it knew is found out anew. */
function remembered(path: string, broken: string[]): object | undefined {
  const text = fileText(path)
  if (text === undefined) return undefined
  const value = parsed(text)
  if (value) return value
  rmSync(path, { force: true })
  broken.push(path.slice(path.lastIndexOf('.depeche')).split(sep).join('/'))
  return undefined
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * Completes the commit of a killed build, for whoever reads the output. While another build is at work nothing is done: it
 * will be whole when that is.
 */
export function completeOutput(place: OutputPlace): void {
  if (!existsSync(join(place.stateFolder, 'pending.json'))) return
  const taken = lock(join(place.stateFolder, 'lock'))
  if ('holder' in taken) return
  try {
    completePending(place, outputFoldersOf(place), [])
  } finally {
    taken.release()
  }
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

function moveFiles({ out }: OutputPlace, { staging }: OutputFolders, { put, gone }: Pending): void {
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

/** Removes the working folders. */
function sweep({ staging, trash, next, innerFolder }: OutputFolders): void {
  for (const folder of [staging, trash, next, innerFolder]) {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}

/** A hard link to the same file: nothing is copied, its time stays. Copied where the file system has no links. */
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

/** Writes a long text without ever holding it as one string. */
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
