import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openJournal } from '../../src/publish/journal.ts'
import { offer } from './fixture.ts'
import { inFolder, siteIn } from './in-folder.ts'
import { memoryJournal } from './memory-journal.ts'
import { sync } from './publisher-contract.ts'

describe('the journal', () => {
  test('the journal keeps our last texts and a line per step', () =>
    inFolder(async root => {
      const journal = openJournal(root, () => '2026-03-02T12:00:00Z')
      await sync(siteIn(join(root, 'site')), [offer('fr')], {}, { ...memoryJournal(), ...journal })
      expect(openJournal(root, () => '').remembered('2026-03-02-orion.fr')?.title).toBe('Orion : la panne est terminée')
      journal.forget('2026-03-02-orion.fr')
      expect(journal.remembered('2026-03-02-orion.fr')).toBeUndefined()
    }))
})
