import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { watchTree } from '../../edit/watch-tree.ts'
import type { Terminal } from '../terminal.ts'

/** Milliseconds to wait for a burst of changes: editors save a file in several steps. */
const PAUSE = 120

/**
 * Runs `again` now and after each change of `content/`, `locales/` or `templates/`, until the signal ends it (Ctrl-C).
 * Returns the last status.
 */
export async function watch(
  root: string,
  again: () => number | Promise<number>,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  let status = await again()
  const folders = ['content', 'locales', 'templates'].filter(folder => existsSync(join(root, folder)))
  return new Promise(done => {
    let timer: NodeJS.Timeout | undefined
    let running = Promise.resolve()
    const run = (file: string) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        running = running.then(async () => {
          terminal.note(`\n${terminal.say('watch.again', { time: new Date().toTimeString().slice(0, 8), file })}\n`)
          status = await again()
        })
      }, PAUSE)
    }
    const watched = watchTree(root, folders, run)
    // Not before it is true: whoever reads it may change a file at once.
    terminal.note(`${terminal.say('watch.waiting')}\n`)
    const end = () => {
      clearTimeout(timer)
      watched.close()
      void running.then(() => done(status))
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}
