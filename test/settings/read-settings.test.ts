import { describe, expect, test } from 'vitest'
import { workspaceOf } from '../../src/foundation/workspace.ts'
import { readSite } from '../../src/settings/read-settings.ts'
import { codesAt } from '../incident/codes-at.ts'
import { files } from '../incident/sample-newsroom.ts'

describe('content/site.yaml', () => {
  const siteOf = (text: string) => readSite(workspaceOf({ 'content/site.yaml': text }))

  test('is read', () => {
    expect(readSite(workspaceOf(files)).site).toMatchObject({
      base: 'https://depeche.example/',
      zone: 'Europe/Brussels',
      editions: ['fr', 'en'],
    })
  })

  test('a root without its slash gets it', () => {
    const text = (files['content/site.yaml'] ?? '').replace('.example/', '.example/news')
    expect(siteOf(text).site?.base).toBe('https://depeche.example/news/')
  })

  test('missing or wrong, it is said', () => {
    expect(codesAt(readSite(workspaceOf({})).diagnostics)).toEqual(['content/site.yaml site/missing'])
    const text =
      'name: X\nbase: ftp://x\nzone: Europe/Bruxelles\neditions: ../fr\nbyline: { fr: a }\ndescription: b\nnmae: c\n'
    expect(codesAt(siteOf(text).diagnostics)).toEqual([
      'content/site.yaml:2:7 shape/not-an-address',
      'content/site.yaml:3:7 time/unknown-zone',
      'content/site.yaml:4:11 shape/not-an-id',
      'content/site.yaml:6:14 shape/wrong-type',
      'content/site.yaml:7:1 shape/unknown-field',
    ])
    expect(siteOf(text).site).toBeUndefined()
  })
})
