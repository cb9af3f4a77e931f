import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { checkNewsroom } from '../../src/newsroom/check-newsroom.ts'
import { type IncidentService, openIncidentService } from '../../src/newsroom/incident-service.ts'
import { traceOf } from '../../src/site/trace.ts'
import { incidentText, newsroom, type Place, repository } from '../site/sample-newsroom.ts'

const ONE = 'content/incidents/2026/2026-03-02-orion.yaml'
const TWO = 'content/incidents/2026/2026-03-04-orion.yaml'
const ID = '2026-03-02-orion'

const workspaceOf = ({ root }: Place) => withDefaults(openWorkspace(root), openWorkspace(repository))

function serviceOf(place: Place): IncidentService {
  const { service, diagnostics } = openIncidentService(workspaceOf(place))
  if (!service) throw new Error(JSON.stringify(diagnostics))
  return service
}

const codesOf = (diagnostics: readonly { code: string }[]) => diagnostics.map(({ code }) => code)

/** The one incident of a newsroom, told in the editions of its site. */
async function told(place: Place, id = ID) {
  const service = serviceOf(place)
  const file = service.list().files.find(one => one.id === id)
  if (!file) throw new Error(`no incident ${id}`)
  const { incident, text } = service.load(file)
  if (!incident) throw new Error(`${id} cannot be told`)
  return { service, editions: await service.inEditions(), incident, text, file }
}

test('where there is no newsroom there is no service, only what is wrong', () => {
  const here = newsroom()
  here.remove('content/site.yaml')
  const { service, diagnostics } = openIncidentService(workspaceOf(here))
  expect(service).toBeUndefined()
  expect(diagnostics).not.toEqual([])
})

describe('an incident is loaded', () => {
  const beside = { [ID]: `content/incidents/2026/${ID}` }

  test('with the hand-written texts beside it, and their mistakes', () => {
    const here = newsroom({ [ONE]: incidentText(), [`${beside[ID]}.fr.md`]: '---\nplace: nowhere\n---\nÀ la main.\n' })
    const service = serviceOf(here)
    const [file] = service.list().files
    if (!file) throw new Error('no incident')
    const { incident, diagnostics } = service.load(file)
    expect(diagnostics[0]?.place.file).toBe(`${beside[ID]}.fr.md`)
    expect(incident).toBeUndefined()
  })

  test('from the text in hand in the place of the file, as it would be once saved', () => {
    const here = newsroom({ [ONE]: incidentText() })
    const service = serviceOf(here)
    const [file] = service.list().files
    if (!file) throw new Error('no incident')
    const text = incidentText({ ended: '2026-03-02T08:00' })
    const inHand = service.load(file, text)
    expect(codesOf(inHand.diagnostics)).toEqual(['time/ends-before-it-starts'])
    here.write(ONE, text)
    expect(service.load(file)).toEqual(inHand)
    expect(service.read({ file: ONE, text })).toEqual(inHand)
  })

  test('from a text of nowhere, for which the rule of names does not hold', () => {
    const service = serviceOf(newsroom())
    expect(service.read({ file: 'any name.yaml', text: incidentText() })).toMatchObject({
      incident: { id: 'any name' },
      diagnostics: [],
    })
    const misnamed = service.read({ file: 'content/incidents/2026/any name.yaml', text: incidentText() })
    expect(codesOf(misnamed.diagnostics)).toEqual(['file/name'])
  })
})

describe('its articles', () => {
  test('are those of a build: Markdown and data', async () => {
    const here = newsroom({ [ONE]: incidentText() })
    const { editions, incident } = await told(here)
    await here.build()
    for (const article of editions.realise(incident).articles) {
      expect(editions.markdown(article)).toBe(here.read(`dist/markdown/${article.edition}/${ID}.md`))
      expect(traceOf(article)).toEqual(JSON.parse(here.read(`dist/trace/${article.edition}/${ID}.json`)))
    }
  })

  test('are in the editions asked for, each opened once', async () => {
    const { service, editions, incident } = await told(newsroom({ [ONE]: incidentText() }))
    expect(await service.inEditions(['fr', 'en'])).toBe(editions)
    const more = await service.inEditions(['en', 'en-us'])
    expect(more.realise(incident).articles.map(({ lang }) => lang)).toEqual(['en-GB', 'en-US'])
    expect(more.editions[0]).toBe(editions.editions[1])
  })

  test('are proofread as deep as it is asked: the errors are among everything', async () => {
    const long = { headline: `{ en: ${'Orion '.repeat(27)}, fr: Orion }`, standfirst: '{ fr: Un. }' }
    const { editions, incident, text } = await told(newsroom({ [ONE]: incidentText(long) }))
    expect(editions.realise(incident).diagnostics).toEqual([])
    const errors = editions.realise(incident, { proofread: 'errors', text }).diagnostics
    expect(codesOf(errors)).toEqual(['article/headline-too-long'])
    expect(editions.realise(incident, { proofread: 'all' }).diagnostics).toEqual(expect.arrayContaining([...errors]))
  })

  test('take their addresses, all or none; a draft has none yet', async () => {
    const here = newsroom({ [ONE]: incidentText(), [TWO]: incidentText({ slug: `{ en: ${ID} }` }) })
    const { service, editions, incident, file } = await told(here)
    const addresses = editions.addresses()
    expect(editions.realise(incident, { addresses }).diagnostics).toEqual([])
    const [, other] = service.list().files
    const second = other && service.load(other).incident
    if (!second) throw new Error('no second incident')
    expect(editions.realise(second, { addresses }).diagnostics).toMatchObject([
      { code: 'publication/slug-in-use', place: { file: TWO, line: 7 } },
    ])
    expect(addresses.take({ ...file, id: 'third' }, [{ edition: 'fr', slug: '2026-03-04-orion' }])).toEqual([])
    const draft = { ...second, publication: { ...second.publication, draft: true } }
    expect(editions.realise(draft, { addresses }).diagnostics).toEqual([])
  })
})

test('check, of the newsroom or of a file, says what the service says', async () => {
  const here = newsroom({
    [ONE]: incidentText({ ended: '2026-03-02T08:00' }),
    [TWO]: incidentText({ headline: `{ fr: Orion, en: ${'Orion '.repeat(27)}}` }),
  })
  const { service, editions, incident, text } = await told(here, '2026-03-04-orion')
  const [first] = service.list().files
  const own = [...(first ? service.load(first).diagnostics : [])]
  const { diagnostics } = editions.realise(incident, { proofread: 'all', text, addresses: editions.addresses() })
  expect(await checkNewsroom(workspaceOf(here))).toEqual({ checked: 2, diagnostics: [...own, ...diagnostics] })
  expect(await checkNewsroom(workspaceOf(here), [TWO])).toEqual({ checked: 1, diagnostics })
})

test('nobody reads, tells, proofreads or gives out addresses beside the service', () => {
  const src = join(repository, 'src')
  const own =
    /import [^;]*?\b(readIncident|storyOf|realiseArticle|proofread|openEditions|openAddresses|openSiteContext)\b[^;]*? from/
  const others = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !/^(newsroom|incident|story|article)\//.test(file))
    .filter(file => own.test(readFileSync(join(src, file), 'utf8').replace(/\n(?=import )/g, ';')))
  expect(others).toEqual([])
})
