import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns/format'

/**
 * An instant as ISO 8601 with the offset of a zone at that moment: machines read it, and people too.
 *
 * @param instant milliseconds since 1970-01-01T00:00Z
 * @param zone IANA name
 * @example isoIn(0, 'Europe/Brussels') // '1970-01-01T01:00:00+01:00'
 */
export function isoIn(instant: number, zone: string): string {
  return format(new TZDate(instant, zone), "yyyy-MM-dd'T'HH:mm:ssxxx")
}
