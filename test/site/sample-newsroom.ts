import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BuildReport, type BuildRequest, build } from '../../src/build/build.ts'
import { withDefaults } from '../../src/foundation/layered-workspace.ts'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import { temporaryFolder } from '../machine/temporary-folders.ts'

export const repository = new URL('../../', import.meta.url).pathname

const SITE = `name: Gazette
base: https://news.example/
zone: Europe/Brussels
editions: [fr, en]
byline: { fr: La rédaction, en: The desk }
description: { fr: Des pannes., en: Outages. }
`

const COMPANIES = `orion:
  name: Orion
  fr: { class: fs, noun: entreprise, noun_class: fs }
  en: { class: s, noun: company }
`

const SERVICES = `orion-mail:
  name: Orion Mail
  company: orion
  fr: { class: ms, noun: service de courrier, noun_class: ms }
  en: { class: s, noun: email service }
`

/** One incident of the invented company, over after an hour. */
export function incidentText(changes: Readonly<Record<string, string>> = {}): string {
  const fields = {
    state: 'resolved',
    as_of: '2026-03-02T11:30',
    company: 'orion',
    services: '[orion-mail]',
    started: '2026-03-02T09:00',
    ended: '2026-03-02T10:00',
    ...changes,
  }
  return Object.entries(fields)
    .map(([field, value]) => `${field}: ${value}\n`)
    .join('')
}

/** A newsroom in a folder of its own, which the test's end removes. */
export function newsroom(files: Readonly<Record<string, string>> = {}): Place {
  const root = temporaryFolder('test')
  const place = placeOf(root)
  place.write('content/site.yaml', SITE)
  place.write('content/directory/companies.yaml', COMPANIES)
  place.write('content/directory/services.yaml', SERVICES)
  for (const [path, text] of Object.entries(files)) place.write(path, text)
  return place
}

export interface Place {
  readonly root: string
  readonly write: (path: string, text: string) => void
  readonly read: (path: string) => string
  readonly remove: (path: string) => void
  readonly has: (path: string) => boolean
  /** Every file of a folder with its text, by path. */
  readonly tree: (folder: string) => Record<string, string>
  /** Every file of a folder with what tells whether it was written again. */
  readonly times: (folder: string) => Record<string, string>
  readonly build: (changes?: Partial<BuildRequest>) => Promise<BuildReport>
}

export const NOW = Date.UTC(2026, 5, 1)

function placeOf(root: string): Place {
  const walk = (folder: string): string[] =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .map(path => join(folder, path))
          .filter(path => statSync(join(root, path)).isFile())
          .sort()
      : []
  return {
    root,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    },
    read: path => readFileSync(join(root, path), 'utf8'),
    remove: path => rmSync(join(root, path), { recursive: true, force: true }),
    has: path => existsSync(join(root, path)),
    tree: folder => Object.fromEntries(walk(folder).map(path => [path, readFileSync(join(root, path), 'utf8')])),
    times: folder =>
      Object.fromEntries(
        walk(folder).map(path => {
          const { ino, mtimeMs } = statSync(join(root, path))
          return [path, `${ino} ${mtimeMs}`]
        }),
      ),
    build: changes =>
      build({
        workspace: withDefaults(openWorkspace(root), openWorkspace(repository)),
        out: 'dist',
        editions: [],
        now: NOW,
        program: 'test',
        ...changes,
      }),
  }
}

/** Gives a newsroom its own copy of the templates or locales. */
export function own({ root }: Place, folder: 'templates' | 'locales'): void {
  cpSync(join(repository, folder), join(root, folder), { recursive: true })
}
