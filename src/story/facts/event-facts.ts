import type { Figure, When } from '../../fields/values.ts'
import type { Casualties, Event } from '../../incident/incident.ts'
import { answered, fact, figure, names, once, speaker, term, text, when } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'

/** What happened apart from the outage: in an editor's words, else that it happened, where and when. */
export function event({ incident: { event: all, casualties: tolls } }: StoryContext): Fact[] {
  // Whom it befell is told first, with what it was.
  const isToldOfToll = tolls.some(toll => !toll.replaced && SORTS.some(sort => toll[sort]))
  return all.flatMap((one, index) => {
    const at = `/event/${index}`
    if (!one.text) return began(one, at, index === 0 && isToldOfToll ? ['dated', 'began'] : ['began'])
    const slots = {
      ...aboutEvent(one, at),
      text: once(text(one.text, `${at}/text`)),
      source: speaker(one.by, `${at}/by`),
    }
    return [fact('happened.text', slots)]
  })
}

/** When and where what is told in an editor's words happened; and when it was under control, and over. */
export function eventTimes({ incident: { event: all } }: StoryContext): Fact[] {
  return all.flatMap((one, index) => {
    const at = `/event/${index}`
    return [
      ...(one.text ? began(one, at, ['dated']) : []),
      ...accountsOf(one, at)
        .slice(2)
        .map(({ clock, source }) => fact('happened.other', { clock, source })),
      ...later(one, at),
    ]
  })
}

/** When it was under control, and over; where one source answers for both, in one sentence. */
function later(one: Event, at: string): Fact[] {
  const [controlled, ended] = [accountOf(one, at, 'controlled'), accountOf(one, at, 'ended')]
  const told = (key: 'controlled' | 'ended', { clock, source }: Account, more: Readonly<Record<string, Slot>> = {}) =>
    fact(`happened.${'later' in more ? 'after' : key}`, {
      ...more,
      clock,
      source,
      ...nameOf(one, at),
      what: term(`happening-${key}.${one.name ? 'named' : one.kind}`, `${at}/kind`),
    })
  const isOneSource = JSON.stringify(one.controlled?.source) === JSON.stringify(one.ended?.source)
  if (controlled && ended?.clock && isOneSource)
    return [
      told('controlled', controlled, {
        later: term(`happening-then.${one.name ? 'named' : one.kind}`),
        over: ended.clock,
      }),
    ]
  return [...(controlled ? [told('controlled', controlled)] : []), ...(ended ? [told('ended', ended)] : [])]
}

function accountOf(one: Event, at: string, which: 'controlled' | 'ended'): Account | undefined {
  const own = one[which]?.source
  const clock = once(answered(when(one[which], `${at}/${which}`), one.by, at))
  return clock && { clock, source: own ? speaker(own, `${at}/${which}/source`) : speaker(one.by, `${at}/by`) }
}

/** What kind it is, in the words of sentences and titles, and where. */
function aboutEvent(event: Event, at: string) {
  const { kind, name, place, by } = event
  const of = (words: string) => term(`${words}.${kind}`, [`${at}/kind`, ...(name ? [`${at}/name`] : [])])
  return {
    ...nameOf(event, at),
    by: speaker(by, `${at}/by`),
    happening: of(name ? 'happening-named' : 'happening'),
    happening_again: of(name ? 'happening-named' : 'happening-again'),
    happening_title: name ? term('happening-title.named', `${at}/name`) : of('happening-title'),
    place: once(names(place ? [place] : [], `${at}/place`)),
  }
}

/** What it is called: « le verglas ». */
const nameOf = ({ name, kind }: Event, at: string) => ({
  event_name: names(name ? [name] : [], `${at}/name`),
  // In a language that has no name for it.
  event_called: name && term(`happening-noun.${kind}`, `${at}/name`),
  event_kind: name && term(`happening-title.${kind}`, `${at}/name`),
})

interface Account {
  readonly clock: Slot | undefined
  readonly source: Slot | undefined
}

/** Each hour that is given for it, with who gives it: who tells of the event, unless an hour has a source of its own. */
function accountsOf({ at: moments, by: own }: Event, at: string): Account[] {
  const by = moments.some(({ source }) => source) ? undefined : own
  return moments.map((value: When, index: number) => ({
    clock: once(answered(when(value, `${at}/at/${index}`), by, at)),
    source: value.source ? speaker(value.source, `${at}/at/${index}/source`) : speaker(by, `${at}/by`),
  }))
}

/** Two accounts of its hour are one sentence. */
function began(one: Event, at: string, keys: readonly ('began' | 'dated')[]): Fact[] {
  const [first, second] = accountsOf(one, at)
  const about = aboutEvent(one, at)
  if (!keys.includes('began') && !first?.clock && !about.place) return []
  const slots = {
    ...about,
    clock: first?.clock,
    source: first?.source ?? speaker(one.by, `${at}/by`),
    other: second?.clock,
    other_source: second?.source,
  }
  return [
    fact(
      keys.map(key => `happened.${key}`),
      slots,
      { from: `${at}/kind` },
    ),
  ]
}

/** The dead, the injured and the missing; then who they are; earlier tolls last. */
export function casualties({ incident }: StoryContext): Fact[] {
  const all = incident.casualties.map((toll, index) => ({ toll, at: `/casualties/${index}` }))
  const [now, before] = [all.filter(({ toll }) => !toll.replaced), all.filter(({ toll }) => toll.replaced)]
  const [happened] = incident.event
  const about = happened && aboutEvent(happened, '/event/0')
  const caused = happened && {
    caused: term(`happening-toll.${happened.name ? 'named' : happened.kind}`, '/event/0/kind'),
  }
  return [...now, ...before].flatMap(({ toll, at }) => {
    const source = speaker(toll.by, `${at}/by`)
    const [first] = tollOf(toll, at)
    const slots = {
      ...about,
      ...caused,
      ...first,
      // A storm kills far from where it was entered: whom it befell where is said only where that was entered.
      toll_place: toll.place && once(names([toll.place], `${at}/place`)),
      ...(!first?.toll && { nobody: once(term('toll.nobody', [`${at}/none`])) }),
      source,
      at: once(answered(when(toll.at, `${at}/at`), toll.by, at)),
    }
    const key = first || toll.none ? keyOf(toll, happened !== undefined) : undefined
    const said = key ? [fact(`casualties.${key}`, slots, { from: [`${at}/none`, `${at}/link`] })] : []
    return toll.text ? [...said, fact('casualties.text', { text: once(text(toll.text, `${at}/text`)), source })] : said
  })
}

function keyOf(toll: Casualties, isOfEvent: boolean): string {
  const { replaced, link } = toll
  const none = SORTS.every(sort => !toll[sort])
  if (none) return replaced ? 'replaced-none' : 'none'
  if (replaced) return 'replaced'
  if (link === 'possible') return 'possible'
  if (!isOfEvent) return 'linked'
  return SORTS.some(sort => toll[sort] === 0) ? 'spared' : 'toll'
}

const SORTS = ['dead', 'injured', 'missing', 'poisoned', 'hospitalised'] as const

/** « trois morts et douze blessés », "three people died and 12 were injured". */
function tollOf(toll: Casualties, at: string): Readonly<Record<string, Slot>>[] {
  const known = SORTS.filter(sort => toll[sort] !== undefined)
  if (known.length === 0) return []
  const from = known.map(sort => `${at}/${sort}`)
  const figures = known.map((sort): [string, Slot] => [
    sort,
    { ...figure(figureOf(toll, sort), sort, `${at}/${sort}`), once: false },
  ])
  const befell = known.filter(sort => toll[sort] !== 0)
  const texts = befell.map(sort => `toll.${sort}`)
  const clauses = known.map(
    sort => `toll.${sort}-${toll[sort] === 0 ? 'nobody' : sort === befell[0] ? 'first' : 'next'}`,
  )
  return [
    {
      ...Object.fromEntries(figures),
      ...(texts.length > 0 && { toll: { kind: 'texts' as const, texts, from, once: true } }),
      suffered: { kind: 'texts', texts: clauses, from },
    },
  ]
}

const figureOf = (toll: Casualties, sort: (typeof SORTS)[number]): Figure => ({
  kind: toll[sort] === 0 ? 'exact' : (toll.precision ?? 'exact'),
  value: toll[sort] ?? 0,
})
