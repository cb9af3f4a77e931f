import { expect, test } from 'vitest'
import { onReal } from '../machine/on-real.ts'
import { bundle, cutAt, type Moment } from './cuts/cutting.ts'
import { wordpressTarget } from './cuts/targets.ts'
import { diskCuts } from './cuts-disk.ts'
import { openWordPress } from './wordpress-server.ts'

const { file } = await bundle()

// Every seventh change of the disk, and every seventh call of git.
diskCuts(7, file)

// A sample of what `npm run test:cuts` does at every request: the ones that make something.
await onReal('a killed publish', openWordPress, site => {
  test.each<[string, number, Moment]>([
    ['before a tag is made', 5, 'before'],
    ['while the image is uploaded', 8, 'during'],
    ['while the first draft is made', 10, 'during'],
    ['in the middle of the answer to the second draft', 12, 'half'],
    ['between the publication of one language and the other', 15, 'before'],
  ])('killed %s, it is whole after the next run', async (_, at, moment) => {
    const { target, whole } = wordpressTarget(site, false)
    const cut = await cutAt(target, file, at, moment)
    expect(cut.request).not.toBe('')
    expect(cut.rows).toEqual(whole)
  })
})
