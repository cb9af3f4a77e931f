import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { RealisedSummary, Writer } from '../../src/build/incident-writer.ts'
import { openScheduler } from '../../src/build/scheduler.ts'
import type { IncidentFile } from '../../src/incident/list-incidents.ts'

const fileOf = (nth: number): IncidentFile => ({ id: `${nth}`, file: `${nth}.yaml`, companions: [] })
const filesOf = (count: number) => Array.from({ length: count }, (_, nth) => fileOf(nth))

/** The summary of an incident in these tests is its id, as a moment. */
const summaryOf = ({ id }: IncidentFile): RealisedSummary => ({ from: Number(id), diagnostics: [], items: [] })

interface Recorded extends Writer {
  readonly realised: string[]
  readonly written: string[]
  readonly ended: () => boolean
}

/** A writer that notes what it does; `changes` makes it fail. */
function writer(changes: Partial<Writer> = {}): Recorded {
  const [realised, written]: [string[], string[]] = [[], []]
  let isOver = false
  return {
    realised,
    written,
    ended: () => isOver,
    async realise(files) {
      realised.push(...files.map(({ id }) => id))
      return files.map(summaryOf)
    },
    async write({ file }) {
      written.push(file.id)
      return []
    },
    async close() {
      isOver = true
    },
    ...changes,
  }
}

const fails = async () => {
  throw new Error('the thread is lost')
}

/** Goes through the incidents as a build does; returns what it was told of each. */
async function goThrough(own: Writer, others: readonly Writer[], files: readonly IncidentFile[]) {
  const scheduler = openScheduler(own, others, files)
  const told: unknown[] = []
  for (const file of files) {
    told.push((await scheduler.summaryOf(file)).from)
    await scheduler.write({ file, known: {} })
  }
  await scheduler.close()
  return told
}

describe('whoever does the work', () => {
  test.each<[string, () => Writer[]]>([
    ['this thread alone', () => []],
    ['one worker', () => [writer()]],
    ['three workers', () => [writer(), writer(), writer()]],
    ['a worker that cannot realise', () => [writer({ realise: fails })]],
    ['a worker that cannot write', () => [writer({ write: fails })]],
    ['one worker that is lost and one that is not', () => [writer({ realise: fails }), writer()]],
  ])('each incident is told in its order and written once: %s', async (_, open) => {
    const [own, others] = [writer(), open()]
    const files = filesOf(100)
    expect(await goThrough(own, others, files)).toEqual(files.map(({ id }) => Number(id)))
    const written = [own, ...others].flatMap(one => ('written' in one ? (one as Recorded).written : []))
    expect(written.sort((one, other) => Number(one) - Number(other))).toEqual(files.map(({ id }) => id))
  })

  test('an incident is written where it was realised', async () => {
    const [own, other] = [writer(), writer()]
    await goThrough(own, [other], filesOf(100))
    expect(other.realised.length).toBeGreaterThan(0)
    for (const one of [own, other]) expect(one.written).toEqual(one.realised)
  })

  test('what a lost worker was to realise this thread realises and writes', async () => {
    const [own, lost] = [writer(), writer({ realise: fails })]
    await goThrough(own, [lost], filesOf(40))
    expect(own.written).toHaveLength(40)
    expect(lost.written).toEqual([])
  })
})

test('no more is realised ahead than memory allows, until the next is asked for', async () => {
  const own = writer()
  const files = filesOf(16 * 40)
  const scheduler = openScheduler(own, [], files)
  await scheduler.summaryOf(fileOf(0))
  // One batch that is asked for, three ahead.
  await expect.poll(() => own.realised.length).toBe(16 * 4)
  for (let turn = 0; turn < 20; turn++) await setImmediate()
  expect(own.realised).toHaveLength(16 * 4)
  await scheduler.summaryOf(fileOf(16))
  await expect.poll(() => own.realised.length).toBe(16 * 5)
})

test('an incident that is in no batch is realised for itself', async () => {
  const own = writer()
  expect((await openScheduler(own, [], []).summaryOf(fileOf(7))).from).toBe(7)
  expect(own.realised).toEqual(['7'])
})

test('a writer that tells of fewer incidents than it was given is a bug', async () => {
  const scheduler = openScheduler(writer({ realise: async () => [] }), [], filesOf(2))
  await expect(scheduler.summaryOf(fileOf(0))).rejects.toThrow('fewer incidents')
})

test('what this thread cannot realise ends the build with its own words', async () => {
  const scheduler = openScheduler(writer({ realise: fails }), [writer({ realise: fails })], filesOf(2))
  await expect(scheduler.summaryOf(fileOf(1))).rejects.toThrow('the thread is lost')
})

test('once it is closed every writer has ended, and nothing more is handed out', async () => {
  const [own, other] = [writer(), writer()]
  const scheduler = openScheduler(own, [other], filesOf(16 * 40))
  await scheduler.summaryOf(fileOf(0))
  await scheduler.close()
  expect([own.ended(), other.ended()]).toEqual([true, true])
  const done = own.realised.length + other.realised.length
  for (let turn = 0; turn < 20; turn++) await setImmediate()
  // What was under way ends, and no other batch begins.
  expect(own.realised.length + other.realised.length - done).toBeLessThanOrEqual(16)
})
