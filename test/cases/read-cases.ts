import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'

/** The lengths of an article that a case can ask about; `any` is every text that readers get. */
export const LENGTHS = ['any', 'headline', 'standfirst', 'alert', 'lead', 'brief', 'body', 'last'] as const
export type Length = (typeof LENGTHS)[number]

/** Regular expressions, each of which every draw of wordings must hold, or none may hold. */
export interface Asked {
  readonly says?: readonly string[]
  readonly never?: readonly string[]
}

/** What a case proves, and what it asks by edition and length. */
export interface Expectation {
  readonly proves: string
  /** Codes of every diagnostic that reading the incident gives, in order; none when absent. */
  readonly check?: readonly string[]
  /** Whether the file is one that cannot be told: only `check` is asked then. */
  readonly refused?: boolean
  readonly editions?: Readonly<Record<string, Partial<Readonly<Record<Length, Asked>>>>>
}

export interface Case extends Expectation {
  /** Folder below test/cases. */
  readonly name: string
  /** The incident file as an editor types it. */
  readonly text: string
}

const here = import.meta.dirname

/** Every case: a folder with `incident.yaml` and `expect.yaml`, below a folder for each subject. */
export function readCases(): readonly Case[] {
  return readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('expect.yaml'))
    .sort()
    .map(file => ({
      ...(parse(readFileSync(join(here, file), 'utf8')) as Expectation),
      name: dirname(file).replaceAll('\\', '/'),
      text: readFileSync(join(here, dirname(file), 'incident.yaml'), 'utf8'),
    }))
}
