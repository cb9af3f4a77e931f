import { describe, expect, test } from 'vitest'
import { newsroom, repository } from '../../site/sample-newsroom.ts'
import { depeche } from '../depeche.ts'

describe('schema', () => {
  test('finds the checked-in schema and reference page up to date', async () => {
    const { status, err } = await depeche(repository, ['schema', '--check'])
    expect(err).toBe(
      'schema/incident.schema.json is up to date.\ndocs/incident-file.md is up to date.\ndocs/fr/incident-file.md is up to date.\n',
    )
    expect(status).toBe(0)
  })

  test('writes both, keeps what people wrote at the head of the page, and does nothing twice', async () => {
    const here = newsroom({ 'docs/incident-file.md': '# Our way\n\nRead this.\n' })
    expect(await depeche(here.root, ['schema', '--check'])).toMatchObject({ status: 1, out: '' })
    expect(here.has('schema')).toBe(false)
    expect((await depeche(here.root, ['schema'])).err).toBe(
      'schema/incident.schema.json written.\ndocs/incident-file.md written.\ndocs/fr/incident-file.md written.\n',
    )
    expect(JSON.parse(here.read('schema/incident.schema.json'))).toMatchObject({ type: 'object' })
    const written = here.times('docs')
    expect((await depeche(here.root, ['schema', '--check'])).status).toBe(0)
    await depeche(here.root, ['schema'])
    expect(here.times('docs')).toEqual(written)
  })
})
