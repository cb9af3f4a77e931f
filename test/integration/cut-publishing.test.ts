import { describe, expect, test } from 'vitest'
import { onReal } from '../machine/on-real.ts'
import { bundle, type Cut, cutAt, type Moment, requestsOf, type Target } from './cuts/cutting.ts'
import { ghostTarget, payloadTarget, strapiTarget, wordpressTarget } from './cuts/targets.ts'
import { diskCuts } from './cuts-disk.ts'
import { openGhost } from './ghost-server.ts'
import { openPayloadServer } from './payload-server.ts'
import { openStrapiServer } from './strapi-server.ts'
import { openWordPress } from './wordpress-server.ts'

const { file } = await bundle()

diskCuts(file)

/** Every request of a publish, cut at every moment. */
async function allCuts(target: Target, whole: object): Promise<void> {
  const requests = await requestsOf(target)
  const wrong: Cut[] = []
  const moments: readonly Moment[] = ['before', 'during', 'half']
  for (let at = 1; at <= requests; at++) {
    for (const moment of moments) {
      const cut = await cutAt(target, file, at, moment)
      if (JSON.stringify(cut.rows) !== JSON.stringify(whole)) wrong.push(cut)
    }
  }
  process.stderr.write(
    `\n${target.kind}: ${requests * moments.length} cuts in a publish of ${requests} requests; duplicates or losses: ${wrong.length}\n`,
  )
  expect(wrong).toEqual([])
}

await onReal('cuts in WordPress', openWordPress, site => {
  describe.each([
    ['core alone', false],
    ['with our plugin', true],
  ])('WordPress, %s', (_, plugin) => {
    test('no cut leaves a duplicate or a loss', async () => {
      const { target, whole } = wordpressTarget(site, plugin)
      await allCuts(target, whole)
    })
  })
})

await onReal('cuts in Ghost', openGhost, site => {
  test('Ghost: no cut leaves a duplicate or a loss', async () => {
    const { target, whole } = ghostTarget(site)
    await allCuts(target, whole)
  })
})

await onReal('cuts in Payload', openPayloadServer, site => {
  test('Payload: no cut leaves a duplicate or a loss', async () => {
    const { target, whole } = payloadTarget(site)
    await allCuts(target, whole)
  })
})

await onReal('cuts in Strapi', openStrapiServer, site => {
  test('Strapi: no cut leaves a duplicate or a loss', async () => {
    const { target, whole } = strapiTarget(site)
    await allCuts(target, whole)
  })
})
