import { placeDiagnostics } from '../fields/diagnostic-positions.ts'
import { defined } from '../fields/name-field.ts'
import { readShape } from '../fields/read-fields.ts'
import { type Diagnostic, isError } from '../foundation/diagnostic.ts'
import { diagnostic } from '../foundation/diagnostic-codes.ts'
import { readText } from '../foundation/read-text.ts'
import type { Workspace } from '../foundation/workspace.ts'
import { readMapping } from '../yaml/read-yaml.ts'
import { settingsFieldContext, siteShape } from './settings-fields.ts'
import type { SiteSettings } from './site-settings.ts'

export const siteFile = 'content/site.yaml'

/** The newsroom's settings, from `content/site.yaml`; absent when an error prevents reading them. */
export function readSite(ws: Workspace): { site?: SiteSettings; diagnostics: readonly Diagnostic[] } {
  const { text, diagnostics: unreadable } = readText(ws, siteFile)
  if (text === undefined) {
    return {
      diagnostics:
        unreadable.length > 0 ? unreadable : [diagnostic('site/missing', { file: siteFile }, { file: siteFile })],
    }
  }
  const { value: raw, diagnostics: malformed } = readMapping(text, siteFile)
  if (raw === undefined) return { diagnostics: malformed }
  const { value, unplaced } = readShape(siteShape(settingsFieldContext), raw)
  const diagnostics = placeDiagnostics(unplaced, { text, file: siteFile, raw, before: malformed })
  if (value === undefined || diagnostics.some(isError)) return { diagnostics }
  return { site: defined(value) as SiteSettings, diagnostics }
}
