import { readdirSync, readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import type { Form, Named } from '../../src/fields/directory.ts'

/** The two languages every name is written in. */
export const LANGUAGES = ['fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** An entry as it is typed: the fields of `Named` that are not worked out, and one block per language. */
export type Entry = Partial<Omit<Named, 'forms' | 'id' | 'kind'>> & Readonly<Record<Language, Form>>

/** Every language that has a folder under locales/: a name may have a block for it. */
export const SPOKEN: readonly string[] = readdirSync(new URL('../../locales', import.meta.url)).filter(
  name => !name.includes('.') && name !== 'editions',
)

/** The agreement classes a language declares, as the forms use them. */
export const CLASSES: Readonly<Record<Language, readonly string[]>> = {
  fr: ['ms', 'fs', 'mp', 'fp'],
  en: ['s', 'p'],
}

const root = new URL('../../', import.meta.url)

/** One YAML file of the workspace, read with YAML 1.2's core rules: `NO` is Norway, `112` in quotes a text. */
export function readYaml<T>(path: string): T {
  return load(readFileSync(new URL(path, root), 'utf8'), { schema: CORE_SCHEMA }) as T
}

/** The files of the directory, by kind: `companies`, `services` … */
export function directoryFiles(): string[] {
  return readdirSync(new URL('content/directory', root))
    .filter(file => file.endsWith('.yaml'))
    .map(file => file.replace('.yaml', ''))
    .sort()
}

/** Every entry with the file it stands in. */
export function entries(): { file: string; id: string; entry: Entry }[] {
  return directoryFiles().flatMap(file =>
    Object.entries(readYaml<Record<string, Entry>>(`content/directory/${file}.yaml`)).map(([id, entry]) => ({
      file,
      id,
      entry,
    })),
  )
}

/** `locales/<language>/places.yaml`. */
export function places(language: Language): Record<string, Form & { readonly name: string }> {
  return readYaml(`locales/${language}/places.yaml`)
}
