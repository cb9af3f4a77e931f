import type { Named } from '../../fields/directory.ts'
import type { LocalText } from '../../fields/values.ts'
import type { Pointer } from '../../foundation/pointer.ts'
import { type AffectedService, isQualified, type Symptom } from '../../incident/incident.ts'
import { fact, names, once, speaker, type Tense, tenseAt, tenseOf, term, text, verbatim, wanted } from '../slots.ts'
import { againOf, isLikeApp, sortOf } from '../sort-words.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'
import { hadStopped } from '../story-holds.ts'
import { sureFact } from './claim-facts.ts'

/** What users see, service by service, and in general; error texts verbatim. */
export function symptoms(storyContext: StoryContext): Fact[] {
  const { incident } = storyContext
  return [
    ...incident.symptoms.flatMap((symptom, index) =>
      isQualified(symptom)
        ? doubtedSymptom(storyContext, symptom, `/symptoms/${index}`)
        : generalSymptom(storyContext, symptom, `/symptoms/${index}`),
    ),
    ...incident.services.flatMap((service, index) => serviceSymptoms(storyContext, service, `/services/${index}`)),
  ]
}

/** A symptom of which it is said how sure it is, with where it is seen; then the error text. */
function doubtedSymptom(storyContext: StoryContext, symptom: Symptom, at: Pointer): Fact[] {
  const { incident, all } = storyContext
  const error = once(verbatim(symptom.error, `${at}/error`))
  const claim = sureFact(storyContext, symptom, { pointer: at, textAt: `${at}/text` })
  const seen = seenOn(symptom.seen_on, at)
  const context = tenseOf(incident)
  if (!error) return seen ? [claim, fact('symptoms.where', { seen }, { context })] : [claim]
  const shown = seen
    ? fact('symptoms.seen', { seen, error }, { context, holds: SEEN })
    : fact('symptoms.service', { error, services: all }, { context })
  return [claim, shown]
}

function generalSymptom({ incident, all }: StoryContext, symptom: Symptom, at: Pointer): Fact {
  const context = tenseAt(incident, `${at}/text`, tenseOf(incident))
  const slots = {
    text: once(text(symptom.text, `${at}/text`)),
    error: once(verbatim(symptom.error, `${at}/error`)),
    by: speaker(symptom.by, `${at}/by`),
  }
  const seen = seenOn(symptom.seen_on, at)
  return seen
    ? fact('symptoms.seen', { ...slots, seen }, { context, holds: SEEN })
    : fact('symptoms.general', { ...slots, services: all }, { context })
}

function serviceSymptoms(storyContext: StoryContext, value: AffectedService, at: Pointer): Fact[] {
  const { incident } = storyContext
  const { common, kind } = value.service
  // A service restored while others fail is told in the past tense, like its times.
  const own: Tense = tenseOf(incident) === 'now' && value.ended?.at !== undefined ? 'past' : tenseOf(incident)
  const context = tenseAt(incident, `${at}/symptoms`, own)
  const sort = sortOf([value.service], incident)
  const isApp = isLikeApp(sort)
  const holds = { 'full-stop': hadStopped(incident, [value]), used: kind === 'service' && isApp }
  const services = names([value.service], `${at}/service`)
  const isDoubted = value.symptoms !== undefined && isQualified(value)
  const told = {
    text: isDoubted ? undefined : once(text(value.symptoms, `${at}/symptoms`)),
    by: value.symptoms && !isDoubted ? speaker(value.by, `${at}/by`) : undefined,
    error: once(verbatim(value.error, `${at}/error`)),
  }
  const seen = seenOn(value.seen_on, at)
  // What the only service shows needs no word of which one it is.
  const isOfAll = incident.services.length === 1 && told.text !== undefined && value.platforms.length === 0
  const slots = {
    services,
    brand: common || kind === 'company' || !isApp ? undefined : services,
    firm: kind === 'company' ? services : undefined,
    ...(sort === 'hospital' && told.text && { hospital: hospitalOf(value, at, incident.company) }),
    ...told,
    platforms: platformsOf(value.platforms, at),
  }
  const usable = value.usable && once(term(`degree.${value.usable}`, `${at}/usable`))
  // While service comes back, it works again: « reste utilisable » would say that it never failed.
  const working = incident.state === 'recovering' ? 'symptoms.usable-again' : 'symptoms.usable'
  return [
    ...(isDoubted && value.symptoms
      ? [
          sureFact(
            storyContext,
            { ...value, text: value.symptoms, at: undefined },
            { pointer: at, textAt: `${at}/symptoms` },
          ),
        ]
      : []),
    seen
      ? fact('symptoms.seen', { ...told, seen }, { context, holds: SEEN })
      : fact(isOfAll ? 'symptoms.general' : 'symptoms.service', slots, { context, holds }),
    fact('symptoms.platforms', { ...slots, by: undefined }, { context: own, holds }),
    ...(usable ? [fact(working, { services, usable, again: againOf(sort, incident) }, { context: own, holds })] : []),
  ]
}

/** Whose department it is: what befalls patients is told of the hospital. */
function hospitalOf(
  { service: { owner } }: AffectedService,
  at: Pointer,
  company: Named | undefined,
): Slot | undefined {
  const own = owner ?? company
  return own && wanted(names([own], owner ? `${at}/service/company` : '/company'))
}

/** What is seen on services is seen by their users. */
const SEEN = { used: true }

/** Services on which users see what another does: told with it. */
const seenOn = (services: readonly Named[], at: Pointer): Slot | undefined =>
  once(
    names(
      services,
      services.map((_, order) => `${at}/seen_on/${order}`),
    ),
  )

/** Where users see it: on iOS, on the web. */
function platformsOf(platforms: readonly (string | LocalText)[], at: Pointer): Slot | undefined {
  if (platforms.length === 0) return undefined
  const from = platforms.map((_, order) => `${at}/platforms/${order}` as Pointer)
  const texts = platforms.filter(one => typeof one === 'string')
  if (texts.length === platforms.length) return { kind: 'verbatims', texts, from, once: true }
  const languages = platforms.flatMap(one => (typeof one === 'string' ? [] : Object.keys(one)))
  const inAll = (text: string): LocalText => Object.fromEntries(languages.map(language => [language, text]))
  return { kind: 'texts', texts: platforms.map(one => (typeof one === 'string' ? inAll(one) : one)), from, once: true }
}
