import { resolve } from 'node:path'
import { type Diagnostic, isError } from './foundation/diagnostic.ts'
import { withDefaults } from './foundation/layered-workspace.ts'
import { programRoot } from './foundation/program-root.ts'
import { isFolder } from './foundation/real-path.ts'
import { toJson } from './foundation/show-diagnostic.ts'
import { openWorkspace, type Workspace } from './foundation/workspace.ts'
import { listIncidents } from './incident/list-incidents.ts'
import { checkNewsroom, checkText } from './newsroom/check-newsroom.ts'
import { readEditionFile } from './newsroom/edition-files.ts'
import { knownEditions } from './newsroom/edition-ids.ts'
import { editorLanguage } from './newsroom/editor-language.ts'
import { openIncidentService } from './newsroom/incident-service.ts'
import { openDiagnosticWords } from './newsroom/open-diagnostic-words.ts'
import { orDiagnostics } from './newsroom/refusal-diagnostics.ts'
import { NO_FILE, tellSource, untold } from './newsroom/tell-source.ts'

/** How a newsroom is opened. */
export interface NewsroomOptions {
  /** Language of the messages, such as `en`; by default that of the site's first edition, where the program speaks it. */
  readonly language?: string
}

/** Something that somebody can mend, in words: as `depeche check --json` prints it. */
export interface Diagnosis {
  /** Permanent code, such as `time/ends-before-it-starts`. */
  readonly code: string
  /** With an error nothing is published; a warning is worth a look. */
  readonly severity: 'error' | 'warning'
  /** Path from the newsroom's folder. */
  readonly file: string
  /** Counted from 1; `null` when the whole file is meant. */
  readonly line: number | null
  readonly column: number | null
  readonly message: string
  /** What to do about it; `null` when the message says it all. */
  readonly hint: string | null
}

/** One incident of the newsroom, by its files. */
export interface ListedFile {
  /** Name of the file without its ending: `2024-12-11-meta`. */
  readonly id: string
  /** Path from the newsroom's folder. */
  readonly file: string
  /** The hand-written texts beside it. */
  readonly companions: readonly string[]
}

/** One edition that can be told in. */
export interface ListedEdition {
  readonly id: string
  /** BCP 47: `fr-BE`. */
  readonly tag: string
  /** Whether the site publishes it. */
  readonly published: boolean
}

/** An incident that is no file, or a file whose text is in hand and not saved. */
export interface TextInHand {
  /** As it would stand in the file: YAML. */
  readonly text: string
  /** The file it stands for, from the newsroom's folder; by default `incident.yaml`, which is none of the newsroom's. */
  readonly file?: string
}

/** What is wrong with a newsroom, a file or a text. */
export interface CheckResult {
  /** No error: warnings may be there. */
  readonly ok: boolean
  /** How many incidents were looked at. */
  readonly checked: number
  readonly diagnostics: readonly Diagnosis[]
}

/** What to tell an incident in. */
export interface TellOptions {
  /** Id of an edition; by default the first that the site publishes. */
  readonly edition?: string
}

/** An article as data: as `depeche show --json` prints it. */
export interface ArticleData {
  readonly id: string
  readonly edition: string
  /** BCP 47. */
  readonly lang: string
  readonly headline: string
  readonly standfirst: string
  readonly alert: string
  readonly brief: string
  readonly paragraphs: readonly {
    /** What the paragraph is about: `lead`, `statements`. */
    readonly move: string
    readonly sentences: readonly SentenceData[]
  }[]
  /** JSON pointers to what is in the file and was not told. */
  readonly untold: readonly string[]
  /** What is wrong with the incident, warnings too. */
  readonly problems: readonly Diagnosis[]
}

/** A sentence with the wording that says it, and JSON pointers to the values it rests on. */
export interface SentenceData {
  readonly text: string
  readonly wording: string
  readonly from: readonly string[]
}

/** A part of an article with the lines of the file its sentences rest on: as `depeche show --trace` prints it. */
export interface TraceData {
  /** `headline`, `standfirst`, `alert`, `brief`, or what a paragraph is about. */
  readonly part: string
  readonly sentences: readonly {
    readonly text: string
    readonly wording: string
    /** Lines of the incident's file, counted from 1. */
    readonly lines: readonly { readonly line: number; readonly text: string }[]
  }[]
}

/** An incident that was told. */
export interface Told {
  readonly ok: true
  readonly json: ArticleData
  /** As `depeche show` prints it and a build writes it, to the byte. */
  readonly markdown: string
  /** The page of the site, as a build writes it, but for the links to other incidents. */
  readonly html: string
  /** The paragraphs alone, as HTML: for a page of one's own. */
  readonly body: string
  /** At most 110 characters. */
  readonly alert: string
  /** About 60 words, rarely more than 75. */
  readonly brief: string
  readonly trace: readonly TraceData[]
  /** Warnings. */
  readonly diagnostics: readonly Diagnosis[]
}

/** An incident that could not be told: the diagnostics say why. */
export interface NotTold {
  readonly ok: false
  /** The same shape, empty but for the problems. */
  readonly json: ArticleData
  readonly diagnostics: readonly Diagnosis[]
}

/** A newsroom, open for reading. Nothing in its folder is ever changed but what `.depeche/` keeps to be faster the next time. */
export interface OpenNewsroom {
  /** Absolute path. */
  readonly folder: string
  /** Language of the messages. */
  readonly language: string
  /** Editions that can be told in, those the site publishes first. */
  readonly editions: readonly ListedEdition[]
  /** The incidents that a build would tell, as they lie in the folder now. */
  list(): readonly ListedFile[]
  /**
   * What is wrong with the whole newsroom, an incident (its id, or the path of any file from the newsroom's folder) or a
   * text: what `depeche check` finds.
   */
  check(source?: string | TextInHand): Promise<CheckResult>
  /**
   * Tells an incident (its id, or its path) or a text. It is read now; settings, names and words are as they were when the
   * newsroom was opened.
   */
  tell(source: string | TextInHand, options?: TellOptions): Promise<Told | NotTold>
}

/**
 * Opens a newsroom's folder. What an editor or a translator can mend, settings that cannot be read too, is in the
 * `diagnostics` of `check` and `tell`. Throws for what only a program can mend: a folder that is not there, a language that
 * the program does not speak.
 *
 * @example const newsroom = await openNewsroom('gazette')
 */
export async function openNewsroom(folder: string, options: NewsroomOptions = {}): Promise<OpenNewsroom> {
  const root = resolve(folder)
  if (!isFolder(root)) throw new Error(`There is no folder ${root}.`)
  const workspace = withDefaults(openWorkspace(root), openWorkspace(programRoot))
  const language = editorLanguage(workspace, options.language, {})
  if (language === undefined) throw new Error(`There are no messages in “${options.language}”.`)
  const words = openDiagnosticWords(workspace, language)
  const worded = (diagnostics: readonly Diagnostic[]): Diagnosis[] => diagnostics.map(one => toJson(one, words))
  const opened = await orDiagnostics(workspace, () => openIncidentService(workspace))
  const service = 'service' in opened ? opened.service : undefined
  return {
    folder: workspace.root,
    language,
    editions: await editionsIn(workspace, service?.newsroom.site.editions ?? []),
    list: () => listIncidents(workspace).files.map(({ id, file, companions }) => ({ id, file, companions })),
    async check(source) {
      const found = await orDiagnostics(workspace, () => checked(workspace, source))
      const { diagnostics } = found
      return {
        ok: !diagnostics.some(isError),
        checked: 'checked' in found ? found.checked : 0,
        diagnostics: worded(diagnostics),
      }
    },
    async tell(source, { edition } = {}) {
      if (!service) {
        const problems = worded(opened.diagnostics)
        return { ok: false, json: untold(source, undefined, problems) as ArticleData, diagnostics: problems }
      }
      const { json, article, diagnostics } = await tellSource(service, source, edition, words)
      const rest = { json: json as ArticleData, diagnostics: worded(diagnostics) }
      return article ? { ok: true, ...article, ...rest } : { ok: false, ...rest }
    },
  }
}

/** What is wrong with the newsroom, a file of it or of elsewhere, or a text. */
function checked(workspace: Workspace, source: string | TextInHand | undefined) {
  if (source === undefined) return checkNewsroom(workspace)
  if (typeof source !== 'string') return checkText(workspace, source.file ?? NO_FILE, source.text)
  const known = listIncidents(workspace).files.find(({ id }) => id === source)
  return checkNewsroom(workspace, [known?.file ?? source])
}

/** The editions whose file can be read. */
async function editionsIn(workspace: Workspace, published: readonly string[]): Promise<ListedEdition[]> {
  const known = knownEditions(workspace)
  const ids = [...published.filter(id => known.includes(id)), ...known.filter(id => !published.includes(id))]
  const read = await Promise.all(ids.map(id => orDiagnostics(workspace, () => readEditionFile(workspace, id))))
  return read.flatMap(one => {
    const edition = 'edition' in one ? one.edition : undefined
    return edition ? [{ id: edition.id, tag: edition.tag, published: published.includes(edition.id) }] : []
  })
}
