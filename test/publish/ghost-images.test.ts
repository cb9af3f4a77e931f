import { describe, expect, test } from 'vitest'
import { pictureSlug } from '../../src/publish/cms.ts'
import { altOf, openImages } from '../../src/publish/ghost-images.ts'
import type { HttpClient, HttpResponse } from '../../src/publish/http-client.ts'
import { DestinationRefused, publishDiagnostic } from '../../src/publish/publisher.ts'
import { picture } from './fixture.ts'

const address = 'https://ghost.example'
const answer = (status: number, json?: unknown): HttpResponse => ({ status, json }) as HttpResponse

/** A Ghost that stores some files and answers an upload; it counts what it is asked. */
function imagesOf({ stored = false, shown = '', upload = answer(201, { images: [{ url: 'new.png' }] }) } = {}) {
  const asked: string[] = []
  const http = {
    request: async (method: string) => {
      asked.push(method)
      return answer(stored ? 200 : 404)
    },
    requestOnce: async (method: string, _: string, { read }: { read: (got: HttpResponse) => string }) => {
      asked.push(method)
      return read(upload)
    },
  } as unknown as HttpClient
  const refused = () => new DestinationRefused(publishDiagnostic('refused', {}))
  return { asked, addressOf: openImages({ http, address, refused, shown: async () => shown || undefined }) }
}

describe('an image', () => {
  test('that a post shows already is taken from there, and nothing is asked', async () => {
    const { asked, addressOf } = imagesOf({ shown: 'shown.png' })
    expect(await addressOf(picture)).toBe('shown.png')
    expect(asked).toEqual([])
  })

  test('that lies in the storage of the month is not uploaded again', async () => {
    const { asked, addressOf } = imagesOf({ stored: true })
    const month = new Date().toISOString().slice(0, 7).replace('-', '/')
    expect(await addressOf(picture)).toBe(`${address}/content/images/${month}/${pictureSlug(picture)}.png`)
    expect(asked).toEqual(['HEAD'])
  })

  test('that is nowhere is uploaded once, however often it is asked for', async () => {
    const { asked, addressOf } = imagesOf()
    expect(await Promise.all([addressOf(picture), addressOf(picture)])).toEqual(['new.png', 'new.png'])
    expect(asked).toEqual(['HEAD', 'POST'])
  })

  test.each([answer(413), answer(201, { images: [] })])('that Ghost does not take is refused: %j', async upload => {
    await expect(imagesOf({ upload }).addressOf(picture)).rejects.toThrow(DestinationRefused)
  })
})

test.each([
  ['Orion', 'Orion'],
  ['mot '.repeat(60), `${'mot '.repeat(46)}mot…`],
])('its alternative text has the 191 characters that Ghost takes, cut at a word: %#', (alt, expected) => {
  expect(altOf({ ...picture, alt })).toBe(expected)
  expect(altOf({ ...picture, alt }).length).toBeLessThanOrEqual(191)
})
