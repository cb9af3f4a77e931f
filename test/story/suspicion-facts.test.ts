import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../src/foundation/workspace.ts'
import type { Incident, Kind } from '../../src/incident/incident.ts'
import { openNewsroom } from '../../src/newsroom/newsroom.ts'
import { inventedIncidents } from '../../tools/proof/proof-incidents.ts'
import { articleOf, textsOf } from '../article/realise.ts'
import { cases, changes, inState } from '../wordings/everything.ts'

/**
 * Words that claim a fault, once what denies or doubts one, since when reports are counted, and since when what an editor
 * typed has held (`facts`), is taken away.
 */
const CLAIMS: Readonly<Record<string, { denied: RegExp; claimed: RegExp }>> = {
  fr: {
    denied:
      /xyz depuis|(?:signalements|plaintes)[^.]*depuis|aucune (?:panne|coupure)|n['’](?:a|ont) pas connu de (?:panne|coupure)|une (?:panne|coupure).*(?:avait eu lieu|remonte au|avait duré)|il y avait eu une (?:panne|coupure)/giu,
    claimed:
      /(?<!\p{L})(?:pannes?|coupures?|perturb\p{L}*|interr(?:u|o)mp\p{L}*|interruption|indisponibl\p{L}*|inaccessibl\p{L}*|touch(?:e|é)\p{L}*|difficultés|rétabli\p{L}*|de nouveau|depuis|en cause|subi\p{L}*|frapp\p{L}*|hors service)(?!\p{L})/iu,
  },
  en: {
    denied:
      /xyz since|(?:reports|complaints)[^.]*since|no (?:outage|(?:power|water) cut|fault)|did not suffer an? (?:outage|(?:power|water) cut|fault)|an outage.*occurred|there was an outage.*/giu,
    claimed:
      /(?<!\p{L})(?:outages?|(?:power )?cuts?|down|disrupt\p{L}*|unavailable|faults?|problems?|affect(?:s|ing)?|affected|hit|restored|again|since|failing|failed|difficult\p{L}*|suffer\p{L}*)(?!\p{L})/iu,
  },
  nl: {
    denied:
      /xyz”? (?:\(in het Frans\) )?sinds|(?:meldingen|klachten)[^.]*sinds|een storing.*(?:vond plaats|duurde)|er (?:was|is) een storing|was er een storing/giu,
    claimed:
      /(?<!\p{L})(?:storing(?:en)?|panne|onderbr\p{L}*|onbereikbaar|uitgevallen|getroffen|hersteld|opnieuw|sinds|hinder|problemen)(?!\p{L})/iu,
  },
}

/** What editors typed, and what they call others, is theirs: only words of ours are read here. What stands in many incidents is read once. */
function withoutTyped<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  const known = untyped.get(value) ?? emptied(value)
  untyped.set(value, known)
  return known as T
}

const untyped = new WeakMap<object, object>()

function emptied(value: object): object {
  if (Array.isArray(value)) return value.map(withoutTyped)
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'string' && /^(?:fr|en|nl|text|what|error)$/.test(key) ? 'xyz' : withoutTyped(item),
    ]),
  )
}

function claimsIn(incident: Incident, edition: string, draws: number): string[] {
  const { denied, claimed } = CLAIMS[edition] ?? { denied: /$^/, claimed: /$^/ }
  const typed = withoutTyped(incident)
  return Array.from({ length: draws }, (_, draw) => articleOf({ ...typed, id: `draw-${draw}` }, edition)).flatMap(
    article =>
      [article.kicker, ...textsOf(article)].filter(text =>
        claimed.test(text.replaceAll('Is It Down Right Now', 'xyz').replace(denied, '')),
      ),
  )
}

/** A suspicion, and one that came to nothing. */
const suspected = cases
  .filter(([state, kind]) => state === 'unconfirmed' || (state === 'resolved' && kind === 'false alarm'))
  .map(([state, kind]) => [state, kind, inState(state, kind)] as const)

const workspace = openWorkspace(resolve(import.meta.dirname, '../..'))
const { newsroom } = openNewsroom(workspace)
const KINDS: readonly Kind[] = ['outage', 'degradation', 'attack', 'power cut', 'emergency numbers', 'cable cut']

const LANGUAGES = Object.keys(CLAIMS)
const suspicion = inState('unconfirmed', 'outage')

describe.each(suspected)('a story that is %s (%s)', (_state, _kind, incident) => {
  test.each(LANGUAGES)('claims no fault with every field filled in %s', edition => {
    expect(claimsIn(incident, edition, 12)).toEqual([])
  })
})

// One story after the other in all languages: it is planned once for them.
describe.each(changes)('a suspicion, one field changed: %s', (_name, change) => {
  const incident = { ...suspicion, ...change, state: 'unconfirmed' as const }

  test.each(LANGUAGES)('claims no fault in %s', edition => {
    expect(claimsIn(incident, edition, 2)).toEqual([])
  })
})

describe('a suspicion of invented facts', () => {
  if (!newsroom) throw new Error('no newsroom')
  const invented = [...inventedIncidents(workspace, newsroom, 7, 80)]
    .flatMap(({ incident }) => incident ?? [])
    .map((incident, nth) => ({
      ...incident,
      state: 'unconfirmed' as const,
      kind: KINDS[nth % KINDS.length] ?? 'outage',
    }))

  test('claims no fault', () => {
    const claims = invented.flatMap(incident => LANGUAGES.flatMap(edition => claimsIn(incident, edition, 2)))
    expect([...new Set(claims)]).toEqual([])
  })
})

describe.each(LANGUAGES)('in %s', edition => {
  test.each(['outage', 'power cut'] as const)(
    'the words that are looked for are there once it is confirmed (%s)',
    kind => {
      expect(claimsIn(inState('ongoing', kind), edition, 1)).not.toEqual([])
    },
  )
})
