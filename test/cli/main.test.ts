import { spawnSync } from 'node:child_process'
import { mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repository } from '../site/sample-newsroom.ts'

// npx makes a command executable only when it links it for the first time. A newer checkout at the same place finds
// the link of the older one, and then nothing but the compiled file itself says that it may be run.
test.skipIf(process.platform === 'win32')('what was compiled runs through a link that was made before', () => {
  const link = join(mkdtempSync(join(tmpdir(), 'depeche-link-')), 'depeche')
  symlinkSync(join(repository, 'lib/cli/main.js'), link)
  const { status, stdout, error } = spawnSync(link, ['--version'], { encoding: 'utf8' })
  expect(error).toBeUndefined()
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect(status).toBe(0)
})
