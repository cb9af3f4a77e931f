import { describe, expect, test } from 'vitest'
import type { Named } from '../../src/fields/directory.ts'
import type { Incident } from '../../src/incident/incident.ts'
import { indexEdition } from '../../src/site/edition-index.ts'
import { siteEditionOf } from '../../src/site/site-context.ts'
import { type Subject, subjectsOf } from '../../src/site/subject.ts'
import { subjectRedirects } from '../../src/site/subject-pages.ts'
import { incident } from './fixture.ts'
import { summary } from './summary-fixture.ts'
import { listedFiles, testSiteContext } from './test-site-context.ts'

const siteContext = await testSiteContext()
const fr = siteEditionOf(siteContext, 'fr')

const named = (id: string, kind: Named['kind'], more: Partial<Named> = {}): Named => ({
  id,
  kind,
  name: id,
  forms: {},
  ...more,
})
const belgium = named('BE', 'place', { lies: { sort: 'country' } })
const liege = named('BE-WLG', 'place', { lies: { sort: 'region', country: 'BE', within: belgium } })
const service = (id: string, impact?: 'unaffected') =>
  ({ service: named(id, 'service'), ...(impact && { impact }) }) as unknown as Incident['services'][number]
const scope = (places: object[], except: Named[] = []) =>
  ({ evidence: 'confirmed', beyond: [], except, places }) as unknown as NonNullable<Incident['scope']>

const subjects = (changes: Partial<Incident>) =>
  subjectsOf(incident({ services: [service('mail')], ...changes }), fr).map(({ kind, slug }) => `${kind}/${slug}`)

test.each<[string, Partial<Incident>, string[]]>([
  ['a service and its company', { company: named('orion', 'company') }, ['service/mail', 'company/orion']],
  ['a company named as its service once', { company: named('mail', 'company') }, ['service/mail']],
  ['a country', { scope: scope([{ place: belgium }]) }, ['service/mail', 'country/be']],
  ['a province with its country', { scope: scope([{ place: liege }]) }, ['service/mail', 'country/be', 'place/be-wlg']],
  ['no place that is spared', { scope: scope([{ place: liege }], [liege]) }, ['service/mail']],
  ['no place where it works', { scope: scope([{ place: belgium, impact: 'unaffected' }]) }, ['service/mail']],
  ['nobody when it is withdrawn', { state: 'retracted', company: named('orion', 'company') }, []],
  ['nobody when it is only suspected', { state: 'unconfirmed' }, []],
])('an outage is that of %s', (_, changes, expected) => {
  expect(subjects(changes)).toEqual(expected)
})

describe('one name', () => {
  const subject = (kind: Subject['kind'], slug: string, name: string): Subject => ({
    kind,
    slug,
    name,
    of: `de ${name}`,
  })
  const items = [
    summary({ id: '2026-03-01-a', subjects: [subject('service', 'aws', 'Amazon Web Services')] }),
    summary({ id: '2026-03-02-b', subjects: [subject('company', 'amazon-web-services', 'Amazon Web Services')] }),
    summary({ id: '2026-03-03-c', state: 'planned', subjects: [subject('service', 'aws', 'Amazon Web Services')] }),
  ]

  test('has one page with the articles of all, to which the other addresses lead', async () => {
    const index = indexEdition(items, fr)
    expect([...index.subjects.keys()]).toEqual(['service/aws'])
    expect(index.subjects.get('service/aws')?.items).toHaveLength(3)
    const [moved] = subjectRedirects(index, siteContext)
    expect(moved?.path).toBe('site/fr/entreprise/amazon-web-services/index.html')
    expect(await moved?.make()).toContain('url=/sous/fr/service/aws/')
  })

  test('counts outages, not what is announced, with the right plural', async () => {
    const files = await listedFiles(items, siteContext)
    const page = String(files.find(({ path }) => path === 'site/fr/service/aws/index.html')?.text)
    expect(page).toContain('2 pannes racontées par')
    const one = await listedFiles(items.slice(0, 1), siteContext)
    const single = String(one.find(({ path }) => path === 'site/fr/service/aws/index.html')?.text)
    expect(single).toContain('1 panne racontée par')
    expect(single).toContain('<dt>Panne racontée</dt>')
  })
})
