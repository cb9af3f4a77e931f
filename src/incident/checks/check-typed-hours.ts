import type { FieldContext } from '../../fields/field-context.ts'
import { routesTo, walkFields } from '../../fields/field-walk.ts'
import type { LocalText } from '../../fields/values.ts'
import type { UnplacedDiagnostic } from '../../foundation/diagnostic-codes.ts'
import { offsetAt } from '../../foundation/time-zone.ts'
import type { IncidentDraft } from '../assemble-incident.ts'
import { describedIncident } from '../described-incident.ts'
import { speechesIn } from '../quoted-fragments.ts'

/** An hour as people type it, in no language: `22h40`, `4 h`, `10:40pm`, `7:30`. */
const HOUR =
  /(?<![\p{L}\p{N}:.])\d{1,2}(?:\s?h(?:\s?\d{2})?|[:.]\d{2}(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)(?![\p{L}\p{N}])/iu

/** Hours within texts and quotations, which stay as they are while the others are converted for an edition of another zone. */
export function checkTypedHours(
  draft: IncidentDraft,
  { zone, zones = [] }: FieldContext,
): readonly UnplacedDiagnostic[] {
  const at = draft.as_of ?? 0
  const other = zones.find(one => offsetAt(one, at) !== offsetAt(zone, at))
  if (other === undefined) return []
  return textsIn(draft).flatMap(({ pointer, texts }): UnplacedDiagnostic[] => {
    const hour = texts.flatMap(text => HOUR.exec(text)?.[0] ?? [])[0]
    return hour === undefined ? [] : [{ code: 'text/typed-hour', facts: { hour, zone, other }, pointer }]
  })
}

interface PlacedTexts {
  readonly pointer: string
  readonly texts: readonly string[]
}

function textsIn(draft: IncidentDraft): PlacedTexts[] {
  const found: PlacedTexts[] = []
  walkFields(draft, textRoutes(), (value, _, pointer) => {
    found.push({ pointer, texts: Object.values(value as LocalText).filter(text => typeof text === 'string') })
  })
  const quoted = speechesIn(draft).flatMap(({ quote, pointer }) =>
    quote
      ? [
          {
            pointer: `${pointer}/quote`,
            texts: [quote.text ?? '', ...Object.values(quote.translations).map(({ text }) => text)],
          },
        ]
      : [],
  )
  return [...found, ...quoted]
}

/** Computed once, and only for a newsroom whose editions are of several zones. */
function textRoutes(): ReturnType<typeof routesTo> {
  routes ??= routesTo(describedIncident().story, ({ part, name }) => part === 'text' && name !== 'translations')
  return routes
}

let routes: ReturnType<typeof routesTo> | undefined
