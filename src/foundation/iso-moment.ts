/** A moment as front matter, sitemaps and the CMSs hold it: ISO 8601 to the second, in UTC. */
export function isoOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
