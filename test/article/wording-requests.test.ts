import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { gatherAsked } from './gathered-requests.ts'

const file = resolve(import.meta.dirname, '../../schema/wordings.json')

test('schema/wordings.json says what stories ask of the wordings', { timeout: 600_000 }, async () => {
  await expect(`${JSON.stringify(gatherAsked(), null, 2)}\n`).toMatchFileSnapshot(file)
})
