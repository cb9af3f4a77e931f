import { yamlOf } from '../foundation/layered-workspace.ts'
import type { Workspace } from '../foundation/workspace.ts'

/** Languages of the messages for editors: those with a `cli.json`. */
export function messageLanguages(workspace: Workspace): string[] {
  return workspace.list('locales').flatMap(path => /^locales\/([^/]+)\/cli\.json$/.exec(path)?.[1] ?? [])
}

/**
 * The editor's language: the one asked for, else the system's locale, else that of the site's first edition, else the
 * first one available. `undefined` when the one asked for has no messages.
 */
export function editorLanguage(
  workspace: Workspace,
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const spoken = messageLanguages(workspace)
  if (asked !== undefined) return spoken.find(language => language === primary(asked))
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  const system = primary(LC_ALL || LC_MESSAGES || LANG || '')
  return spoken.find(language => language === system) ?? siteLanguage(workspace, spoken) ?? spoken[0] ?? ''
}

/** `xx` of `xx_YY.UTF-8`, of `xx-YY`, of `xx`. */
function primary(locale: string): string {
  return locale.split(/[._@-]/)[0]?.toLowerCase() ?? ''
}

/**
 * A newsroom whose settings are wrong still needs a language for its diagnostics, and a page of help needs no more of them:
 * only what says the language is read.
 */
function siteLanguage(workspace: Workspace, spoken: readonly string[]): string | undefined {
  try {
    const { editions } = yamlOf(workspace, 'content/site.yaml') as { readonly editions?: readonly string[] }
    const { language } = yamlOf(workspace, `locales/editions/${editions?.[0]}.yaml`) as { readonly language?: string }
    return spoken.find(known => known === language)
  } catch {
    return undefined
  }
}
