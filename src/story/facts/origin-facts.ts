import type { LocalText } from '../../fields/values.ts'
import type { Cause, Incident } from '../../incident/incident.ts'
import { shareIn } from '../shared-words.ts'
import { fact, names, once, speaker, tenseOf, text } from '../slots.ts'
import type { Fact, Slot } from '../story.ts'
import type { StoryContext } from '../story-context.ts'

/** Where the fault is. */
export function origin(storyContext: StoryContext): Fact[] {
  const { incident } = storyContext
  if (!incident.origin || isInCause(incident)) return []
  const by = speaker(incident.origin.by, '/origin/by')
  return [fact('origin', { ...originSlots(storyContext), by }, { context: tenseOf(incident) })]
}

/** Whether an official cause of the same speaker has all of it in its words, in every language. */
function isInCause({ origin: value, causes }: Incident): boolean {
  const cause = causes.find(({ status, replaced }) => status === 'official' && !replaced)
  if (!value?.text || !cause?.text || !answersForBoth(cause, value.by)) return false
  const [whole, part] = [cause.text, value.text]
  return Object.entries(whole).every(([language, own]) => {
    const place = value.place?.forms[language]?.name ?? value.place?.name ?? ''
    return own.includes(place) && shareIn({ [language]: own }, { [language]: part[language] ?? '' }) === 1
  })
}

/** The same objects wherever it is told, so that a text tells it once. */
function originSlots(storyContext: StoryContext): Readonly<Record<'place' | 'text', Slot | undefined>> {
  const known = slots.get(storyContext)
  if (known) return known
  const { origin: value } = storyContext.incident
  const own = {
    place: once(value?.place && names([value.place], '/origin/place')),
    text: once(text(value?.text, '/origin/text')),
  }
  slots.set(storyContext, own)
  return own
}

const slots = new WeakMap<StoryContext, Readonly<Record<'place' | 'text', Slot | undefined>>>()

/** Where the fault is, as a part of the sentence that says what it is. */
export function originOfCause(storyContext: StoryContext, index: number): Readonly<Record<string, Slot | undefined>> {
  if (hostOfOrigin(storyContext) !== index) return {}
  const { place, text: where } = originSlots(storyContext)
  const cause = storyContext.incident.causes[index]?.text
  if (where?.kind !== 'text' || !cause) return { where, place }
  // What the cause ends with is not said again: « une panne dans un poste » and « dans un poste de la signalisation ».
  return {
    where: isOverlapping(cause, where.text) ? { ...where, text: withoutEndOf(cause, where.text) } : where,
    place,
  }
}

/** The cause that says where, too: of the same speaker, and in other words. */
export function hostOfOrigin({ incident, slots: { reason } }: StoryContext): number | undefined {
  const { origin: value, causes } = incident
  if (!value) return undefined
  const index = causes.findIndex(({ status, replaced }) => status === 'official' && !replaced)
  const cause = causes[index]
  if (!cause?.text || !answersForBoth(cause, value.by)) return undefined
  // While service comes back, the lead says nothing of the cause.
  const isInLead = incident.state !== 'recovering' && reason?.from.includes(`/causes/${index}/text`) === true
  if (value.text && isInLead && isOverlapping(cause.text, value.text)) return undefined
  return value.text && shareIn(cause.text, withoutEndOf(cause.text, value.text)) > 0 ? undefined : index
}

const isOverlapping = (before: LocalText, after: LocalText): boolean =>
  JSON.stringify(withoutEndOf(before, after)) !== JSON.stringify(after)

/** Whether the sentence of the cause, where the lead has not told it, says all of where it is. */
export const isWhollyHosted = (storyContext: StoryContext): boolean => {
  const { origin: value, causes } = storyContext.incident
  const cause = causes[hostOfOrigin(storyContext) ?? -1]?.text
  return value?.text !== undefined && cause !== undefined && isOverlapping(cause, value.text)
}

/** A text without the words with which another ends, where it begins with them in that language. */
function withoutEndOf(before: LocalText, after: LocalText): LocalText {
  return Object.fromEntries(
    Object.entries(after).map(([language, own]) => [language, withoutOverlap(before[language] ?? '', own)]),
  )
}

function withoutOverlap(before: string, after: string): string {
  const words = after.split(' ')
  for (let length = words.length - 1; length > 1; length -= 1)
    if (before.endsWith(` ${words.slice(0, length).join(' ')}`)) return words.slice(length).join(' ')
  return after
}

/** Whether who says where it is says what it is. */
const answersForBoth = ({ by }: Cause, other: Cause['by']): boolean =>
  by?.kind === other?.kind && by?.name?.id === other?.name?.id && by?.called === other?.called

/** The line that says who says where it is, where that is told with the cause. */
export function lineOfOrigin(storyContext: StoryContext, index: number): string[] {
  const { incident } = storyContext
  if (isInCause(incident) && incident.causes[index]?.status === 'official')
    return ['/origin/place', '/origin/text', '/origin/by']
  return hostOfOrigin(storyContext) === index && incident.origin?.by ? ['/origin/by'] : []
}
