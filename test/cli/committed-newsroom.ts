import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTestNewsroom, type TestNewsroom } from './test-newsroom.ts'

export const id = '2024-12-11-meta'
export const file = `content/incidents/2024/${id}.yaml`

/** A newsroom under git, whose files can be edited and committed. */
export function committed(): TestNewsroom & {
  edit: (change: (text: string) => string, path?: string) => void
  commit: () => void
} {
  const newsroom = openTestNewsroom()
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', newsroom.root, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      stdio: 'pipe',
    })
  const commit = () => {
    git('add', '-A')
    git('commit', '-q', '-m', 'x', '--allow-empty')
  }
  git('init', '-q')
  commit()
  return {
    ...newsroom,
    commit,
    edit: (change, path = file) => newsroom.write(path, change(readFileSync(join(newsroom.root, path), 'utf8'))),
  }
}
