import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type PublishReport, preparePlan, publish } from '../../src/publish/execute-plan.ts'
import type { PlanEntry } from '../../src/publish/plan-entry.ts'
import type { PostCandidate } from '../../src/publish/post.ts'
import { countsOf, type PublishPlan } from '../../src/publish/publish-plan.ts'
import { type PublishScope, wholeNewsroom } from '../../src/publish/publish-scope.ts'
import type { Publisher } from '../../src/publish/publisher.ts'
import { NOW, offer, picture, story } from './fixture.ts'
import { memoryJournal } from './memory-journal.ts'

/** A destination on a test's own ground: the real thing. */
export interface Place {
  publisher(): Publisher
  /** Posts there, of whomever, counted in the destination itself; those in the trash not. */
  count(): Promise<number>
  /** Tags and images there. */
  extras(): Promise<{ tags: number; images: number }>
  /** What the destination holds as the post's text, raw. */
  text(id: string): Promise<string>
  /** What readers get at an address that a post had: text that holds its headline, or none of it. */
  formerly(edition: string, slug: string): Promise<string>
  clear(): Promise<void>
}

/** … and the hands of a person who works there. */
export interface People {
  /** A person changes the headline, or a word of the text. */
  retitle(id: string, title: string): Promise<void>
  reword(id: string, from: string, to: string): Promise<void>
  /** A person writes a field of their own, and this reads it back. */
  own?: { write(id: string): Promise<void>; read(id: string): Promise<string> }
  /** A person copies a post of ours, mark and all, as people do there, and gives the copy another headline. Returns its id. */
  copy(id: string, title: string): Promise<string>
  /** A person takes a post from readers, as people do there. */
  hide(id: string): Promise<void>
  /** A person edits every picture. Absent where pictures cannot be taken away. */
  editPictures?(): Promise<void>
  /** A person makes a tag. Absent where tags are words only. */
  tag?(name: string): Promise<void>
  /** A person writes a post where ours would go. */
  occupy(offer: PostCandidate): Promise<void>
}

export type Ground = Place & People

/** A destination where nobody works: what people change behind it is theirs, and unseen. */
export type Unpeopled = Place & { readonly people: false }

/** Plans, publishes, and says both. */
export async function sync(
  publisher: Publisher,
  offers: readonly PostCandidate[],
  scope: Partial<PublishScope> = {},
  journal = memoryJournal(),
): Promise<{ plan: PublishPlan; outcome: PublishReport; did: string[] }> {
  const { plan, diagnostics } = await preparePlan(offers, NOW, publisher, journal, { ...wholeNewsroom, ...scope })
  if (!plan) throw new Error(`no plan: ${JSON.stringify(diagnostics)}`)
  const outcome = await publish(plan, publisher, journal)
  return { plan, outcome, did: outcome.receipts.map(({ key, did }) => `${key} ${did}`) }
}

/** Publishes, and says the codes of what was wrong, whether there was a plan or not. */
export async function wrongIn(publisher: Publisher, offers: readonly PostCandidate[]): Promise<string[]> {
  const { plan, diagnostics } = await preparePlan(offers, NOW, publisher, memoryJournal())
  const outcome = plan && (await publish(plan, publisher, memoryJournal()))
  const all = outcome ? outcome.diagnostics : diagnostics
  return all.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}

/** Successes that are not what was asked for. */
export const OTHER_ANSWERS: readonly [string, string][] = [
  ['a maintenance page', '<!doctype html><h1>Back soon</h1>'],
  ['null', 'null'],
  ['a notice before the data', '<br />\n<b>Notice</b>: Undefined index\n{"id":1}'],
  ['nothing', ''],
  ['a list of something else', '[1]'],
]

export const actionsOf = (plan: PublishPlan): string[] => plan.entries.map(({ key, action }) => `${key} ${action}`)

const entryOf = (plan: PublishPlan, key: string): PlanEntry => {
  const entry = plan.entries.find(entry => entry.key === key)
  if (!entry) throw new Error(`${key} is not in the plan`)
  return entry
}

const [FR, EN] = ['2026-03-02-orion.fr', '2026-03-02-orion.en']

/** What every destination promises. Its own test file holds only what is peculiar to it. */
export function keepsThePromise(
  name: string,
  open: () => Promise<(Ground | Unpeopled) & { stop(): Promise<void> }>,
): void {
  describe(`publisher: ${name}`, () => {
    let ground: Ground & { stop(): Promise<void> }
    let isPeopled = true
    beforeAll(async () => {
      const opened = await open()
      isPeopled = !('people' in opened)
      ground = opened as typeof ground
    }, 300_000)
    beforeEach(async () => {
      await ground.clear()
    })
    afterAll(async () => {
      await ground?.stop()
    })

    const both = () => [offer('fr', {}, { image: picture }), offer('en', {}, { image: picture })]

    test('has no diagnostics, and plans to create what is not there', async () => {
      const publisher = ground.publisher()
      expect((await publisher.verify()).filter(({ severity }) => severity === 'error')).toEqual([])
      const { plan } = await preparePlan(both(), NOW, publisher, memoryJournal())
      expect(plan && actionsOf(plan)).toEqual([`${EN} create`, `${FR} create`])
      expect(await ground.count()).toBe(0)
    })

    test('creates each translation once, links them, and does nothing the second time', async () => {
      const first = await sync(ground.publisher(), both())
      expect(first.outcome.diagnostics).toEqual([])
      expect(first.did).toEqual([`${EN} created`, `${FR} created`])
      const [en, fr] = first.outcome.receipts
      expect(await ground.text(fr?.id ?? '')).toContain(new URL(en?.address ?? '', 'https://x.example').pathname)
      expect(await ground.text(en?.id ?? '')).toContain('Lire en français')
      const before = await ground.extras()
      const again = await sync(ground.publisher(), both())
      expect(actionsOf(again.plan)).toEqual([`${EN} unchanged`, `${FR} unchanged`])
      expect(again.did).toEqual([])
      expect(await ground.count()).toBe(2)
      expect(await ground.extras()).toEqual(before)
    })

    test('updates in place when the story moved on', async () => {
      const first = await sync(ground.publisher(), both())
      const body = ['Le courrier d’Orion fonctionne de nouveau.', 'La panne a duré deux heures.']
      const second = await sync(ground.publisher(), [
        offer('fr', { body }, { image: picture }),
        both()[1] as PostCandidate,
      ])
      expect(second.did).toEqual([`${FR} updated`])
      const changes = entryOf(second.plan, FR).sentences.filter(({ kind }) => kind !== 'same')
      expect(changes).toEqual([
        { kind: 'gone', text: 'La panne a duré une heure.' },
        { kind: 'new', text: 'La panne a duré deux heures.' },
      ])
      const [, fr] = first.outcome.receipts
      expect(await ground.text(fr?.id ?? '')).toContain('deux heures')
      expect(await ground.count()).toBe(2)
      expect(
        actionsOf(
          (await sync(ground.publisher(), [offer('fr', { body }, { image: picture }), both()[1] as PostCandidate]))
            .plan,
        ),
      ).toEqual([`${EN} unchanged`, `${FR} unchanged`])
    })

    test('follows a new address, and mends the link that points there', async () => {
      await sync(ground.publisher(), both())
      const offers = [offer('fr', { slug: 'orion-fin-de-panne' }, { image: picture }), both()[1] as PostCandidate]
      const { outcome } = await sync(ground.publisher(), offers)
      expect(outcome.diagnostics).toEqual([])
      const { plan } = await sync(ground.publisher(), offers)
      expect(actionsOf(plan)).toEqual([`${EN} unchanged`, `${FR} unchanged`])
      const english = entryOf(plan, EN)
      const french = entryOf(plan, FR)
      expect(await ground.text(english.remote?.id ?? '')).toContain(
        new URL(french.address, 'https://x.example').pathname,
      )
      expect(await ground.count()).toBe(2)
    })

    test('keeps a headline that a person changed there, and still brings the news', async () => {
      if (!isPeopled) return
      const { outcome } = await sync(ground.publisher(), both())
      const id = outcome.receipts[1]?.id ?? ''
      await ground.retitle(id, 'Orion, c’est fini')
      const body = ['Tout est rentré dans l’ordre.']
      const second = await sync(ground.publisher(), [
        offer('fr', { body }, { image: picture }),
        both()[1] as PostCandidate,
      ])
      expect(second.did).toEqual([`${FR} updated`])
      const third = await sync(ground.publisher(), [
        offer('fr', { body }, { image: picture }),
        both()[1] as PostCandidate,
      ])
      expect(actionsOf(third.plan)).toEqual([`${EN} unchanged`, `${FR} unchanged`])
      expect(entryOf(third.plan, FR).fields).toMatchObject([
        { name: 'title', verdict: 'kept', theirs: 'Orion, c’est fini' },
      ])
    })

    test('never overwrites a text that both changed, shows it three ways, and obeys an explicit order', async () => {
      if (!isPeopled) return
      const journal = memoryJournal()
      const { outcome } = await sync(ground.publisher(), both(), {}, journal)
      const id = outcome.receipts[1]?.id ?? ''
      await ground.reword(id, 'La panne a duré une heure.', 'La panne a duré 59 minutes.')
      const offers = [
        offer('fr', { body: ['La panne a duré deux heures.'] }, { image: picture }),
        both()[1] as PostCandidate,
      ]
      const second = await sync(ground.publisher(), offers, {}, journal)
      expect(actionsOf(second.plan)).toEqual([`${EN} unchanged`, `${FR} conflict`])
      expect(second.did).toEqual([])
      const { byHand, fields, reason } = entryOf(second.plan, FR)
      expect(reason).toBe('edited')
      expect(fields.map(({ name }) => name)).toEqual(['body'])
      expect(byHand.filter(({ kind }) => kind === 'new').map(({ text }) => text)).toEqual([
        'La panne a duré 59 minutes.',
      ])
      expect(await ground.text(id)).toContain('59 minutes')
      const third = await sync(ground.publisher(), offers, { overwrite: ['2026-03-02-orion'] }, journal)
      expect(third.did).toEqual([`${FR} updated`])
      expect(await ground.text(id)).toContain('deux heures')
      expect(await ground.text(id)).not.toContain('59 minutes')
    })

    test('leaves a copy that a person made and changed alone, whatever becomes of the story', async () => {
      if (!isPeopled) return
      const { outcome } = await sync(ground.publisher(), both())
      const copy = await ground.copy(outcome.receipts[1]?.id ?? '', 'Orion, notre enquête')
      const before = await ground.text(copy)
      const second = await sync(ground.publisher(), both())
      expect(actionsOf(second.plan)).toEqual([`${EN} unchanged`, `${FR} unchanged`])
      expect(second.plan.copies).toMatchObject([{ key: FR, id: copy, title: 'Orion, notre enquête' }])
      const body = ['La panne a duré deux heures.']
      const moved = [offer('fr', { body, slug: 'orion-fin' }, { image: picture }), both()[1] as PostCandidate]
      expect((await sync(ground.publisher(), moved)).outcome.diagnostics).toEqual([])
      await sync(ground.publisher(), [])
      const last = await sync(ground.publisher(), both())
      expect(last.plan.copies.map(({ id }) => id)).toEqual([copy])
      expect(countsOf(last.plan.entries).conflict).toBe(0)
      expect(await ground.text(copy)).toBe(before)
    })

    test('takes a tag in another case or with other accents for the same, and no tag of ours is hidden', async () => {
      if (!isPeopled) return
      for (const name of ['facebook', 'Ete', 'C']) await ground.tag?.(name)
      const tags = ['Facebook', 'Été', 'été', 'C++', '#panne', 'l’eau & "sel"']
      const offers = () => both().map(one => ({ ...one, article: { ...one.article, tags } }))
      expect((await sync(ground.publisher(), offers())).outcome.diagnostics).toEqual([])
      const before = await ground.extras()
      const { plan } = await sync(ground.publisher(), offers())
      expect(actionsOf(plan)).toEqual([`${EN} unchanged`, `${FR} unchanged`])
      expect(plan.entries.flatMap(({ fields }) => fields)).toEqual([])
      expect(entryOf(plan, FR).remote?.fields.tags).toMatch(/panne/)
      const fewer = offers().map(one => ({ ...one, facts: 'fewer', article: { ...one.article, tags: ['Facebook'] } }))
      expect((await sync(ground.publisher(), fewer)).did).toEqual([`${EN} updated`, `${FR} updated`])
      expect(await ground.extras()).toEqual(before)
    })

    test('removes the link to a translation that a person took from readers, and says so', async () => {
      if (!isPeopled) return
      const { outcome } = await sync(ground.publisher(), both())
      const [en, fr] = outcome.receipts.map(({ id }) => id)
      await ground.hide(fr ?? '')
      const second = await sync(ground.publisher(), both())
      expect(second.did).toEqual([`${EN} updated`])
      expect(second.plan.diagnostics.map(({ code, facts }) => [code, facts.key])).toEqual([
        ['publish/hidden-there', FR],
      ])
      expect(await ground.text(en ?? '')).not.toContain('Lire en français')
      const third = await sync(ground.publisher(), both())
      expect(third.did).toEqual([])
      await sync(ground.publisher(), both(), { overwrite: ['2026-03-02-orion'] })
      expect(await ground.text(en ?? '')).toContain('Lire en français')
    })

    test('takes a picture away with what showed it, and leaves one that a person edited', async () => {
      if (!isPeopled) return
      if (!ground.editPictures) return
      const shown = (id: string) => both().map(one => ({ ...one, facts: id, image: { ...picture, id } }))
      const comesBack = async (offers: PostCandidate[]) =>
        (await sync(ground.publisher(), offers)).did.map(done => done.replace(/ (?:created|updated)$/, ''))
      await sync(ground.publisher(), shown('first'))
      const { images } = await ground.extras()
      await sync(ground.publisher(), shown('second'))
      expect((await ground.extras()).images).toBe(images)
      await sync(ground.publisher(), shown('second').slice(0, 1))
      await sync(ground.publisher(), [])
      expect((await ground.extras()).images).toBe(0)
      expect(await comesBack(shown('second'))).toEqual([EN, FR])
      expect((await ground.extras()).images).toBe(images)
      await sync(ground.publisher(), [])
      expect(await comesBack(shown('third'))).toEqual([EN, FR])
      await ground.editPictures()
      await sync(ground.publisher(), [])
      expect((await ground.extras()).images).toBe(images)
      expect((await sync(ground.publisher(), [])).plan.unfinished).toBe(false)
    })

    test('leads former addresses to their articles, and never away from one that is there', async () => {
      const french = (former: string[], title: string) => [
        offer('fr', { title }, { image: picture, former }),
        offer('en', { title: 'Orion, the English one' }, { image: picture, former: ['orion-old', 'taken'] }),
        offer('en', { id: '2026-01-01-a', slug: 'taken', title: 'Another story' }),
      ]
      const first = await sync(ground.publisher(), french(['orion-hier', 'orion-outage'], 'Orion, tout premier'))
      expect(first.outcome.diagnostics).toEqual([])
      expect(await ground.formerly('fr', 'orion-hier')).toContain('Orion, tout premier')
      expect(await ground.formerly('en', 'orion-old')).toContain('Orion, the English one')
      const again = await sync(ground.publisher(), french(['orion-hier', 'orion-outage'], 'Orion, tout premier'))
      expect(actionsOf(again.plan)).toEqual(['2026-01-01-a.en unchanged', `${EN} unchanged`, `${FR} unchanged`])
      await sync(ground.publisher(), french(['orion-hier', 'avant-hier'], 'Orion, plus tard'))
      expect(await ground.formerly('fr', 'avant-hier')).toContain('Orion, plus tard')
      const { plan } = await sync(ground.publisher(), french(['orion-hier', 'avant-hier'], 'Orion, plus tard'))
      expect(actionsOf(plan)).toEqual(['2026-01-01-a.en unchanged', `${EN} unchanged`, `${FR} unchanged`])
      expect(await ground.formerly('en', 'taken')).not.toContain('the English one')
    })

    test('leaves a post of another hand alone', async () => {
      if (!isPeopled) return
      const french = both()[0] as PostCandidate
      await ground.occupy(french)
      const { plan, did } = await sync(ground.publisher(), both())
      expect(actionsOf(plan)).toEqual([`${EN} create`, `${FR} conflict`])
      expect(entryOf(plan, FR).reason).toBe('foreign')
      expect(did).toEqual([`${EN} created`])
      expect(await ground.count()).toBe(2)
    })

    test('never touches a field that is not ours', async () => {
      if (!isPeopled) return
      if (!ground.own) return
      const { outcome } = await sync(ground.publisher(), both())
      const id = outcome.receipts[1]?.id ?? ''
      await ground.own.write(id)
      const before = await ground.own.read(id)
      await sync(ground.publisher(), [
        offer('fr', { body: ['Autre chose.'] }, { image: picture }),
        both()[1] as PostCandidate,
      ])
      expect(await ground.own.read(id)).toBe(before)
    })

    test('takes down what the newsroom no longer has, mends the links, and stops at the cap', async () => {
      await sync(ground.publisher(), both())
      const french = [both()[0] as PostCandidate]
      const capped = await preparePlan(french, NOW, ground.publisher(), memoryJournal(), {
        ...wholeNewsroom,
        removals: 0,
      })
      expect(capped.plan?.diagnostics.map(({ code }) => code)).toEqual(['publish/too-many-removals'])
      const { plan, did } = await sync(ground.publisher(), french)
      expect(actionsOf(plan)).toEqual([`${EN} unpublish`, `${FR} update`])
      expect(did).toEqual([`${EN} unpublished`, `${FR} updated`])
      const again = await sync(ground.publisher(), french)
      expect(actionsOf(again.plan)).toEqual([`${FR} unchanged`])
      expect(await ground.text(again.plan.entries[0]?.remote?.id ?? '')).not.toContain('Read in English')
      const back = await sync(ground.publisher(), both())
      expect(back.outcome.diagnostics).toEqual([])
      expect(countsOf(back.plan.entries).conflict).toBe(0)
      const { plan: last } = await sync(ground.publisher(), both())
      expect(actionsOf(last)).toEqual([`${EN} unchanged`, `${FR} unchanged`])
    })

    describe('of which only the words change', () => {
      const facts = 'as-they-were'
      const told = (changes: Parameters<typeof offer>[1] = {}, rest: Partial<PostCandidate> = {}) => [
        offer('fr', changes, { image: picture, facts, ...rest }),
        offer('en', {}, { image: picture, facts, ...rest }),
      ]
      const other = { body: ['Le courrier d’Orion est rétabli.', 'La panne aura duré une heure.'] }

      test('keeps its words, and gets the new ones when they are asked for', async () => {
        await sync(ground.publisher(), told())
        const kept = await sync(ground.publisher(), told(other))
        expect(actionsOf(kept.plan)).toEqual([`${EN} unchanged`, `${FR} reworded`])
        expect(kept.did).toEqual([])
        const { remote, sentences, fields } = entryOf(kept.plan, FR)
        expect(fields.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual(['body reworded'])
        expect(sentences.filter(({ kind }) => kind === 'new').map(({ text }) => text)).toContain(
          'La panne aura duré une heure.',
        )
        expect(await ground.text(remote?.id ?? '')).toContain('La panne a duré une heure.')
        const asked = await sync(ground.publisher(), told(other), { wording: true })
        expect(asked.did).toEqual([`${FR} updated`])
        expect(entryOf(asked.plan, FR).wording).toBe(true)
        expect(await ground.text(remote?.id ?? '')).toContain('aura duré')
        expect(actionsOf((await sync(ground.publisher(), told(other))).plan)).toEqual([
          `${EN} unchanged`,
          `${FR} unchanged`,
        ])
      })

      test('goes out whole as soon as its facts change', async () => {
        await sync(ground.publisher(), told())
        const { plan, did } = await sync(ground.publisher(), told(other, { facts: 'others' }))
        expect(did).toEqual([`${FR} updated`])
        expect(entryOf(plan, FR).wording).toBe(false)
      })

      test('stays at its address, and its translation goes on linking there', async () => {
        const first = await sync(ground.publisher(), told())
        const moved = await sync(ground.publisher(), told({ slug: 'orion-retabli' }))
        expect(actionsOf(moved.plan)).toEqual([`${EN} unchanged`, `${FR} reworded`])
        expect(entryOf(moved.plan, FR).address).toBe(first.outcome.receipts[1]?.address)
      })

      test('is no conflict where a person changed the text there', async () => {
        if (!isPeopled) return
        const { outcome } = await sync(ground.publisher(), told())
        const id = outcome.receipts[1]?.id ?? ''
        await ground.reword(id, 'La panne a duré une heure.', 'La panne a duré 59 minutes.')
        const { plan, did } = await sync(ground.publisher(), told(other))
        expect(actionsOf(plan)).toEqual([`${EN} unchanged`, `${FR} reworded`])
        expect(did).toEqual([])
        expect(await ground.text(id)).toContain('59 minutes')
      })

      test('is written anew while nobody can read it', async () => {
        const drafts = (changes: Parameters<typeof offer>[1] = {}) => told({ ...changes, draft: true })
        await sync(ground.publisher(), drafts())
        expect((await sync(ground.publisher(), drafts(other))).did).toEqual([`${FR} updated`])
      })

      test('loses the link to a translation that is gone, and keeps its words', async () => {
        await sync(ground.publisher(), told())
        const { did, plan } = await sync(ground.publisher(), told(other).slice(0, 1))
        expect(did).toEqual([`${EN} unpublished`, `${FR} updated`])
        const text = await ground.text(entryOf(plan, FR).remote?.id ?? '')
        expect(text).toContain('La panne a duré une heure.')
        expect(text).not.toContain('Read in English')
      })
    })

    test('holds an embargoed story back, title and all', async () => {
      const { plan } = await sync(ground.publisher(), [offer('fr', {}, { embargo: NOW + 60_000 })])
      expect(plan.held).toEqual([FR])
      expect(await ground.count()).toBe(0)
    })

    test('keeps a draft a draft, then publishes it', async () => {
      const drafts = both().map(one => ({ ...one, article: { ...one.article, draft: true } }))
      await sync(ground.publisher(), drafts)
      const { plan } = await sync(ground.publisher(), drafts)
      expect(plan.entries.map(({ remote }) => remote?.status)).toEqual(['draft', 'draft'])
      const { did } = await sync(ground.publisher(), both())
      expect(did).toEqual([`${EN} updated`, `${FR} updated`])
      const last = await sync(ground.publisher(), both())
      expect(last.plan.entries.map(({ remote }) => remote?.status)).toEqual(['published', 'published'])
      expect(actionsOf(last.plan)).toEqual([`${EN} unchanged`, `${FR} unchanged`])
    })

    test('publishes several stories, and only those asked for', async () => {
      const offers = [...story('2026-01-01-a'), ...story('2026-01-02-b')]
      const { did } = await sync(ground.publisher(), offers, { only: ['2026-01-02-b'], editions: ['fr'] })
      expect(did).toEqual(['2026-01-02-b.fr created'])
      const all = await sync(ground.publisher(), offers)
      expect(all.outcome.diagnostics).toEqual([])
      const { plan } = await sync(ground.publisher(), offers)
      expect(countsOf(plan.entries).unchanged).toBe(4)
      expect(await ground.count()).toBe(4)
    })
  })
}
