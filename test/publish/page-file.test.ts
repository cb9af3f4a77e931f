import { describe, expect, test } from 'vitest'
import { type Convention, type Dialect, dialects } from '../../src/publish/front-matter-dialect.ts'
import { changedPage, isUntouched, newPage, readPage } from '../../src/publish/page-file.ts'
import { hashesOf, type PostFields } from '../../src/publish/post-fields.ts'

const KEY = '2026-03-02-orion.fr'
const DIALECTS = Object.keys(dialects) as Dialect[]

/** The fields of a post, those that a dialect has no name for left empty. */
function fieldsOf({ names }: Convention, changes: PostFields = {}): PostFields {
  return {
    title: 'Orion : la « panne » — no',
    excerpt: 'yes',
    body: '# Titre\n\nUn texte.',
    links: '→ [Read in English](/en/x/)',
    slug: names.slug === undefined ? '' : 'orion-panne',
    permalink: names.permalink === undefined ? '' : '/fr/orion-panne/',
    status: 'published',
    date: '2026-03-02T09:00:00Z',
    modified: '2026-03-02T10:30:00Z',
    lang: 'fr-BE',
    story: '2026-03-02-orion',
    canonical: '',
    image: '/images/orion.png',
    tags: '["Orion","18:30"]',
    services: '[]',
    state: 'resolved',
    author: 'La rédaction',
    former: '',
    ...changes,
  }
}

const hugo = dialects.hugo
const written = (fields = fieldsOf(hugo), convention = hugo) => newPage(KEY, fields, hashesOf(fields), convention)

describe.each(DIALECTS)('a page of %s', dialect => {
  const convention = dialects[dialect]

  test.each<[string, PostFields]>([
    ['as a rule', {}],
    ['a draft', { status: 'draft' }],
    ['without a picture, tags and links', { image: '', tags: '[]', links: '' }],
    ['with texts that look like something else in YAML', { title: '18:30', excerpt: '2024-12-11', author: 'null' }],
    ['with addresses that it had', { former: '/fr/hier/ /fr/avant-hier/' }],
    ['with a body that looks like front matter', { body: '---\ntitle: x\n---\n\ny' }],
  ])('is read back as it was written: %s', (_, changes) => {
    const fields = fieldsOf(convention, changes)
    const text = written(fields, convention)
    expect(readPage(text, convention)).toMatchObject({ key: KEY, fields, wrote: hashesOf(fields), theirPaths: [] })
    expect(isUntouched(text, undefined, convention)).toBe(true)
  })

  test('is changed in the fields that changed, and nowhere else', () => {
    const [before, after] = [fieldsOf(convention), fieldsOf(convention, { title: 'Autre', status: 'draft' })]
    const text = changedPage(written(before, convention), KEY, after, hashesOf(after), ['title', 'status'], convention)
    expect(readPage(text, convention)).toMatchObject({ key: KEY, fields: after, wrote: hashesOf(after) })
    const kept = (page: string) =>
      page.split('\n').filter(line => !/^(?:title|depeche|draft|published|eleventyEx|permalink)/.test(line))
    expect(kept(text)).toEqual(kept(written(before, convention)))
  })
})

describe('what people wrote into a page', () => {
  const withNote = written().replace('---\n', '---\n# ours alone\nweight: 3 # first\n')

  test('stays when fields change, comments too', () => {
    const after = fieldsOf(hugo, { title: 'Autre' })
    const text = changedPage(withNote, KEY, after, hashesOf(after), ['title'], hugo)
    expect(text).toContain('# ours alone\nweight: 3 # first\n')
    expect(readPage(text, hugo).fields.title).toBe('Autre')
  })

  test('addresses that they let lead to a page stay beside ours', () => {
    const former = { former: '/fr/hier/' }
    const theirs = written().replace('---\n', '---\naliases: [/theirs/]\n')
    const there = changedPage(theirs, KEY, fieldsOf(hugo, former), hashesOf(fieldsOf(hugo, former)), ['former'], hugo)
    expect(there).toMatch(/aliases:\n {2}- "\/theirs\/"\n {2}- "\/fr\/hier\/"/)
    expect(readPage(there, hugo).fields.former).toBe('/fr/hier/')
    const without = changedPage(there, KEY, fieldsOf(hugo), hashesOf(fieldsOf(hugo)), ['former'], hugo)
    expect(without).toMatch(/aliases:\n {2}- "\/theirs\/"\n(?! )/)
  })

  test('in the text stays while the text is not to change', () => {
    const edited = written().replace('Un texte.', 'Mon texte.\n')
    const after = fieldsOf(hugo, { title: 'Autre' })
    expect(changedPage(edited, KEY, after, hashesOf(after), ['title'], hugo)).toContain('Mon texte.\n')
    expect(changedPage(edited, KEY, after, hashesOf(after), ['body'], hugo)).not.toContain('Mon texte.')
  })

  test.each<[string, string, boolean]>([
    ['nothing', written(), true],
    ['a field of their own', withNote, true],
    ['another headline', written().replace('la « panne »', 'la panne'), false],
    ['another word of the text', written().replace('Un texte', 'Mon texte'), false],
    ['no mark of ours', written().replace(/^depeche:.*\n/m, ''), false],
  ])('is noticed: %s', (_, text, untouched) => expect(isUntouched(text, undefined, hugo)).toBe(untouched))

  test('and was there before is nothing to lose', () => {
    const edited = written().replace('Un texte', 'Mon texte')
    expect(isUntouched(edited, edited, hugo)).toBe(true)
  })
})

describe('a moment', () => {
  test.each([
    ['of ours', written()],
    ['typed by hand', written().replace('2026-03-02T09:00:00Z', '2026-03-02T10:00:00+01:00')],
    ['typed by hand without a time', written().replace('2026-03-02T09:00:00Z', '2026-03-02')],
  ])('%s stands as it was while another field changes: its offset too', (_, text) => {
    const after = { ...readPage(text, hugo).fields, title: 'Autre' }
    const line = /^date: .*$/m.exec(text)?.[0]
    expect(changedPage(text, KEY, after, hashesOf(after), ['title'], hugo)).toContain(`\n${line}\n`)
  })

  test('that changes is written with its offset', () => {
    const after = fieldsOf(hugo, { modified: '2026-03-02T12:00:00Z' })
    const text = changedPage(written(), KEY, after, hashesOf(after), ['modified'], hugo)
    expect(text).toContain('\nlastmod: 2026-03-02T12:00:00Z\n')
  })
})

describe('a page of another hand', () => {
  test.each([
    ['without front matter', 'Bonjour.', 'Bonjour.'],
    ['whose front matter is no YAML', '---\ntitle: [\n---\nx', undefined],
    ['whose front matter is a program', '---js\n{ title: process.exit(3) }\n---\nx', undefined],
    ['with our key and no text in it', '---\ndepeche: ""\n---\nx', 'x'],
  ])('%s is nobody’s', (_, text, body) => {
    const page = readPage(text, hugo)
    expect([page.key, page.wrote]).toEqual([undefined, undefined])
    if (body !== undefined) expect(page.fields.body).toBe(body)
  })

  test('is read past the line ends and the byte order mark of Windows', () => {
    const text = `\uFEFF${written().replaceAll('\n', '\r\n')}`
    expect(readPage(text, hugo).fields.title).toBe(fieldsOf(hugo).title)
    const after = fieldsOf(hugo, { title: 'Autre' })
    expect(readPage(changedPage(text, KEY, after, hashesOf(after), ['title'], hugo), hugo).fields.title).toBe('Autre')
  })

  test.each([
    ['2026-03-02T10:00:00+01:00', '2026-03-02T09:00:00Z'],
    ['2026-03-02', '2026-03-02T00:00:00Z'],
    ['soon', 'soon'],
  ])('may write a moment as %s', (typed, read) => {
    expect(readPage(`---\ndate: ${typed}\n---\n`, hugo).fields.date).toBe(read)
  })
})
