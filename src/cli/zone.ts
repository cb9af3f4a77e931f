import { readSite } from '../incident/read-site.ts'
import type { Workspace } from '../incident/workspace.ts'

/** Zone of the site's settings; UTC while they cannot be read (the command then says what is wrong with them). */
export function siteZone(workspace: Workspace): string {
  return readSite(workspace).site?.zone ?? 'UTC'
}
