import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folder } from '../../src/publish/folder.ts'

/** Does something in a folder of its own, which is gone afterwards. */
export async function inFolder(work: (root: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'depeche-plan-'))
  try {
    await work(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** A destination in a folder. */
export const siteIn = (root: string) =>
  folder({ name: 'site', folder: root, place: 'site', dialect: 'hugo', make: true })
