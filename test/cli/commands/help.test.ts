import { describe, expect, test } from 'vitest'
import { depeche } from '../depeche.ts'
import { oneIncident } from '../newsroom-of-one-incident.ts'

describe('help', () => {
  test.each([{ LC_ALL: 'fr_FR' }, { LC_ALL: 'en_GB' }])('says what --help says, %j', async environment => {
    const { root } = oneIncident()
    const text = (...args: string[]) => depeche(root, args, environment)
    expect(await text('help')).toEqual(await text('--help'))
    expect(await text('help', 'show')).toEqual(await text('show', '--help'))
    expect(await text('help', 'show')).toMatchObject({ status: 0, err: '' })
    expect((await text('help', 'show')).out).toContain('depeche show 2024-12-11-meta --trace')
  })
})
