import type { Workspace } from '../foundation/workspace.ts'
import { readSite } from '../settings/read-settings.ts'

/** Zone of the site's settings; UTC while they cannot be read (the command then says what is wrong with them). */
export function siteZone(workspace: Workspace): string {
  return readSite(workspace).site?.zone ?? 'UTC'
}
