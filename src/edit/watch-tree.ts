import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

export interface TreeWatch {
  readonly close: () => void
}

/**
 * Calls `changed` with the path (from `root`, with `/`) of every change below some folders. Each folder is watched by
 * itself: Node's own recursive watch follows files, and loses one that is replaced by another, as atomic saving does.
 * Swap files and temporary files are ignored.
 */
export function watchTree(root: string, folders: readonly string[], changed: (path: string) => void): TreeWatch {
  const watchers = new Map<string, FSWatcher>()
  const follow = (folder: string): void => {
    if (!watchers.has(folder)) {
      const watcher = open(folder)
      if (!watcher) return
      watchers.set(folder, watcher)
    }
    for (const entry of entriesOf(join(root, folder))) follow(`${folder}/${entry}`)
  }
  const open = (folder: string): FSWatcher | undefined => {
    try {
      const watcher = watch(join(root, folder), (event, name) => {
        if (name === null || /^\.|~$|\.(?:tmp|swp)$/.test(name)) return
        // A new folder is watched from now on.
        if (event === 'rename') follow(folder)
        changed(`${folder}/${name}`)
      })
      // A folder that was removed is watched no more.
      watcher.on('error', () => {
        watcher.close()
        watchers.delete(folder)
      })
      return watcher
    } catch {
      return undefined
    }
  }
  for (const folder of folders) follow(folder)
  return {
    close() {
      for (const watcher of watchers.values()) watcher.close()
      watchers.clear()
    },
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))
  } catch {
    return []
  }
}
