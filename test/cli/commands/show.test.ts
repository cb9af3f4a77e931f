import { describe, expect, test } from 'vitest'
import { incidentText } from '../../site/sample-newsroom.ts'
import { cli, depeche } from '../depeche.ts'
import { ID, ONE, oneIncident } from '../newsroom-of-one-incident.ts'

describe('show', () => {
  test('prints what readers read, with nothing escaped', async () => {
    const here = oneIncident()
    const { status, out, err } = await depeche(here.root, ['show', ID])
    const data = JSON.parse((await depeche(here.root, ['show', ID, '--json'])).out)
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out.startsWith(`${data.headline}\n\n`)).toBe(true)
    for (const { sentences } of data.paragraphs) for (const { text } of sentences) expect(out).toContain(text)
    expect(out).not.toMatch(/^---|&amp;|\\/mu)
  })

  test('prints the Markdown where it is asked for', async () => {
    const { status, out, err } = await depeche(oneIncident().root, ['show', ID, '--markdown'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(/^---\ntitle: ".*Orion.*"\n/)
    expect(out).toContain('lang: "fr-BE"')
  })

  test('prints the same Markdown as a build writes', async () => {
    const here = oneIncident()
    await here.build()
    for (const edition of ['fr', 'en']) {
      expect((await depeche(here.root, ['show', ID, '--edition', edition, '--markdown'])).out).toBe(
        here.read(`dist/markdown/${edition}/${ID}.md`),
      )
    }
  })

  test('prints data with exactly the fields promised, the same as the trace of a build', async () => {
    const here = oneIncident()
    const { status, out } = await depeche(here.root, ['show', ID, '--edition', 'en', '--json'])
    const data = JSON.parse(out)
    expect(status).toBe(0)
    expect(Object.keys(data)).toEqual([
      'id',
      'edition',
      'lang',
      'headline',
      'standfirst',
      'alert',
      'brief',
      'paragraphs',
      'untold',
      'problems',
    ])
    expect(data).toMatchObject({ id: ID, edition: 'en', lang: 'en-GB', problems: [] })
    for (const text of ['headline', 'standfirst', 'alert', 'brief']) expect(typeof data[text]).toBe('string')
    const sentence = data.paragraphs[0].sentences[0]
    expect(Object.keys(sentence)).toEqual(['text', 'wording', 'from'])
    expect(sentence.from[0]).toMatch(/^\//)
    await here.build()
    expect(JSON.parse(here.read(`dist/trace/en/${ID}.json`))).toEqual(data)
  })

  test('prints the other lengths as plain text', async () => {
    const here = oneIncident()
    const data = JSON.parse((await depeche(here.root, ['show', ID, '--json'])).out)
    expect((await depeche(here.root, ['show', ID, '--length', 'alert'])).out).toBe(`${data.alert}\n`)
    expect((await depeche(here.root, ['show', ID, '--length', 'brief'])).out).toBe(`${data.brief}\n`)
  })

  test('shows on which lines each sentence rests', async () => {
    const { out } = await depeche(oneIncident().root, ['show', ID, '--edition', 'en', '--trace'])
    expect(out).toMatch(/\[headline\]\n\n.+\n {2}headline\./)
    expect(out).toContain('4 │ services: [orion-mail]')
    expect(out).toContain('6 │ ended: 2026-03-02T10:00')
  })

  test('shows a draft, and any edition there is', async () => {
    const here = oneIncident(incidentText({ draft: 'true' }))
    expect((await depeche(here.root, ['show', ID, '--markdown'])).out).toContain('draft: true')
    expect((await depeche(here.root, ['show', ID, '--edition', 'en-us', '--markdown'])).out).toContain('lang: "en-US"')
  })

  test('says what is wrong with an incident that cannot be told, and keeps the shape of its data', async () => {
    const here = oneIncident('state: [')
    expect(await depeche(here.root, ['show', ID])).toMatchObject({ status: 1, out: '' })
    const { status, out } = await depeche(here.root, ['show', ID, '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ id: ID, paragraphs: [], untold: [], headline: '' })
    expect(JSON.parse(out).problems[0]).toMatchObject({ severity: 'error', file: ONE, line: 1 })
  })

  test('stops without a word when nobody reads on', async () => {
    const { execFileSync } = await import('node:child_process')
    const here = oneIncident()
    const text = execFileSync('sh', ['-c', `"${process.execPath}" "${cli}" show ${ID} --json 2>&1 | head -c 5`], {
      cwd: here.root,
    })
    expect(text.toString()).toBe('{\n  "')
  })
})
