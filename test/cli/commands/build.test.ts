import { chmodSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { incidentText, own } from '../../site/sample-newsroom.ts'
import { depeche } from '../depeche.ts'
import { ID, oneIncident, oneLine } from '../newsroom-of-one-incident.ts'

describe('build', () => {
  test('says what it did, on standard error', async () => {
    const here = oneIncident()
    const { status, out, err } = await depeche(here.root, ['build', '--now', '2026-06-01'])
    expect({ status, out }).toEqual({ status: 0, out: '' })
    expect(err).toMatch(/^2 articles in dist\/: \d+ files written, 0 files removed\.\n$/)
    expect((await depeche(here.root, ['build', '--now', '2026-06-01'])).err).toContain('0 files written')
  })

  test('builds the others, ends with 1 and says what was left out', async () => {
    const here = oneIncident()
    here.write('content/incidents/2026/2026-03-04-orion.yaml', 'state: over\n')
    const { status, err } = await depeche(here.root, ['build'])
    expect(status).toBe(1)
    expect(err).toContain('Left out, because of an error in it: content/incidents/2026/2026-03-04-orion.yaml')
    expect(here.has(`dist/markdown/fr/${ID}.md`)).toBe(true)
  })

  test('says of an incident whose name is wrong that it is left out, each time', async () => {
    const here = oneIncident()
    here.write('content/incidents/2026/Orion Mail.yaml', incidentText())
    for (const _ of [1, 2]) {
      const { status, err } = await depeche(here.root, ['build'])
      expect(status).toBe(1)
      expect(err).toContain('Left out, because of an error in it: content/incidents/2026/Orion Mail.yaml')
    }
  })

  test('takes another folder and some editions', async () => {
    const here = oneIncident()
    expect((await depeche(here.root, ['build', '--out', 'public/news', '--edition', 'en'])).status).toBe(0)
    expect(Object.keys(here.tree('public'))).toContain(`public/news/markdown/en/${ID}.md`)
    expect(here.has('public/news/markdown/fr')).toBe(false)
    expect(here.has('dist')).toBe(false)
  })

  test('keeps back what is under embargo at the moment given, read in the zone of the site', async () => {
    const here = oneIncident(incidentText({ embargo: '2026-04-01T12:00' }))
    await depeche(here.root, ['build', '--now', '2026-04-01T11:59'])
    expect(here.has(`dist/markdown/fr/${ID}.md`)).toBe(false)
    await depeche(here.root, ['build', '--now', '2026-04-01T12:00'])
    expect(here.has(`dist/markdown/fr/${ID}.md`)).toBe(true)
  })
})

describe('what cannot be built at all ends with 1, one line, and the last build whole', () => {
  test.each([
    ['a broken template', 'templates', 'templates/page/index.hbs', '{{#if}', 'templates/page/index.hbs'],
    ['a broken locale', 'locales', 'locales/en/site.json', '{', 'locales/en/site.json cannot be read'],
  ] as const)('%s', async (_, folder, path, text, message) => {
    const here = oneIncident()
    await here.build()
    const before = here.tree('dist')
    own(here, folder)
    here.write(path, text)
    const { status, err } = await depeche(here.root, ['build'])
    expect(status).toBe(1)
    expect(err).toMatch(oneLine(message.replaceAll(/\.(?!\*)/g, '\\.')))
    expect(here.tree('dist')).toEqual(before)
  })

  test.each([
    [
      'templates/article/resolved.hbs',
      '{{#paragraph "lead"}}{{say "leed"}}{{/paragraph}}',
      'templates/article/resolved.hbs:1:29  outline/unknown-move',
    ],
    ['templates/article/resolved.hbs', '{{#if}', 'templates/article/resolved.hbs:1:1  template/fault'],
    ['templates/article/brief.hbs', '{{tell "lead"}}', 'templates/article/brief.hbs:1:1  template/fault'],
    ['locales/fr/story.json', '{"lead": ["{{services}}."]}', 'locales/fr/story.json:1:2  wording/not-keys'],
    ['locales/fr/story.json', '{"lead": {"outage_resolved": 4}}', 'locales/fr/story.json:1:30  wording/not-text'],
    [
      'locales/fr/story.json',
      '{"lead": {"outage_resolved": ["{{"]}}',
      'locales/fr/story.json:1:31  wording/unreadable',
    ],
  ])('%s with %s stops a build, in the words of check', async (path, text, message) => {
    const here = oneIncident()
    await here.build()
    const before = here.tree('dist')
    own(here, path.startsWith('locales') ? 'locales' : 'templates')
    here.write(path, text)
    for (const args of [['build'], ['check'], ['show', ID]]) {
      const { status, err } = await depeche(here.root, args)
      expect(status, err).toBe(1)
      expect(err.split('\n')[0]).toBe(message)
      expect(err).toContain(text)
    }
    expect(here.tree('dist')).toEqual(before)
  })

  test('a page template that ends a build is a problem for check', async () => {
    const here = oneIncident()
    own(here, 'templates')
    here.write('templates/page/item.hbs', '<p>\n  {{shout title}}\n</p>')
    expect((await depeche(here.root, ['build'])).err).toMatch(
      oneLine('templates/page/item\\.hbs:2: there is no helper "shout"'),
    )
    const { problems: diagnostics } = JSON.parse((await depeche(here.root, ['check', '--json'])).out)
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'template/fault', file: 'templates/page/item.hbs', line: 2, column: 3 }),
    ])
  })

  test.each([
    ['..', 'outside'],
    ['content', 'content/, which holds sources'],
    ['link', 'outside'],
  ])('an output folder %s', async (out, message) => {
    const here = oneIncident()
    symlinkSync(tmpdir(), join(here.root, 'link'))
    const { status, err } = await depeche(here.root, ['build', '--out', out])
    expect(status).toBe(1)
    expect(err).toMatch(oneLine(message))
  })

  test.skipIf(process.getuid?.() === 0)('a folder that may not be read', async () => {
    const here = oneIncident()
    await here.build()
    chmodSync(join(here.root, 'content/incidents'), 0)
    const { status, err } = await depeche(here.root, ['build'])
    chmodSync(join(here.root, 'content/incidents'), 0o700)
    expect(status).toBe(1)
    expect(err).toMatch(oneLine('may not be read'))
  })
})
