import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Article, Paragraph } from '../../src/article/article.ts'
import { articleOf, incidentOf } from '../article/realise.ts'

/**
 * Whole articles, as readers get them. A folder holds what an editor typed (`incident.yaml`) and what each edition makes of
 * it; its name says why the case exists. The samples of `content/` have theirs under `samples/`. Read a change before you
 * commit it: `npx vitest run test/golden -u` writes the files anew.
 */
const here = import.meta.dirname
const content = resolve(here, '../../content/incidents')

const folders = (at: string) =>
  readdirSync(at, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))

const cases = folders(here).filter(name => name !== 'samples')
const samples = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.yaml'))
  .sort()

const EVERY = readdirSync(resolve(here, '../../locales/editions'))
  .filter(name => name.endsWith('.yaml') && !name.includes('.story'))
  .map(name => basename(name, '.yaml'))

/** The two that every case has, and those that a folder asks for by holding their file. */
const editionsIn = (folder: string): string[] => [
  'fr',
  'en',
  ...EVERY.filter(edition => edition !== 'fr' && edition !== 'en' && existsSync(join(folder, `${edition}.md`))),
]

describe.each(cases)('%s', name => {
  // Read in each test: a case that cannot be read fails by itself, and the others are told.
  const incident = () => incidentOf(readFileSync(join(here, name, 'incident.yaml'), 'utf8'), `${name}.yaml`)
  test.each(editionsIn(join(here, name)))('reads well in %s', async edition => {
    await expect(shown(articleOf(incident(), edition))).toMatchFileSnapshot(join(here, name, `${edition}.md`))
  })
})

describe.each(samples)('sample %s', path => {
  const name = basename(path, '.yaml')
  const folder = join(here, 'samples', name)
  const incident = incidentOf(readFileSync(join(content, path), 'utf8'), relative('.', join(content, path)))
  test.each(editionsIn(folder))('reads well in %s', async edition => {
    await expect(shown(articleOf(incident, edition))).toMatchFileSnapshot(join(folder, `${edition}.md`))
  })
})

/** The titles, the brief and the body, and what is left untold. */
function shown({ headline, standfirst, alert, brief, paragraphs, untold }: Article): string {
  const blocks = [
    `# ${headline.text}`,
    `*${standfirst.text}*`,
    `Alert: ${alert.text}`,
    `Brief: ${brief.map(({ text }) => text).join(' ')}`,
    '---',
    ...paragraphs.map(block),
    ...(untold.length > 0 ? [`Untold: ${untold.join(' ')}`] : []),
  ]
  return `${blocks.join('\n\n')}\n`
}

function block({ form, sentences, typed }: Paragraph): string {
  if (form === 'typed') return typed ?? ''
  if (form === 'list') return sentences.map(({ text }) => `- ${text}`).join('\n')
  return sentences.map(({ text }) => text).join(' ')
}
