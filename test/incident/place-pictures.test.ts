import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workspaceOf } from '../../src/foundation/workspace.ts'
import { readPictureHeader } from '../../src/incident/picture-header.ts'
import { placePictures } from '../../src/incident/place-pictures.ts'

const mast = new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../content/pictures/mast.jpg')))
const file = 'content/incidents/2026/2026-03-03-orion.yaml'
const typed = (name: string) => ({ file: name, alt: { en: 'A mast' }, credit: 'Anne Roy' })

function placed(name: string, files: Readonly<Record<string, string | Uint8Array>>) {
  return placePictures({ file, publication: { pictures: [typed(name)] } }, workspaceOf(files))
}

const codes = (name: string, files: Readonly<Record<string, string | Uint8Array>>) =>
  placed(name, files).unplaced.map(({ code, facts }) => [code, 'context' in facts ? facts.context : ''])

describe('the file of a picture', () => {
  test('is found in the folder of pictures, with its size and its digest', () => {
    const { pictures, unplaced } = placed('mast.jpg', { 'content/pictures/mast.jpg': mast })
    expect(unplaced).toEqual([])
    expect(pictures[0]?.placed).toMatchObject({
      type: 'jpeg',
      width: 2000,
      height: 1333,
      path: 'content/pictures/mast.jpg',
    })
  })

  test('beside the incident goes before one of its name in the folder', () => {
    const beside = 'content/incidents/2026/mast.jpg'
    const { pictures, sought } = placed('mast.jpg', { [beside]: mast, 'content/pictures/mast.jpg': mast })
    expect(pictures[0]?.placed.path).toBe(beside)
    expect(sought).toEqual([beside, 'content/pictures/mast.jpg'])
  })

  test('that is not there is a problem that names the nearest', () => {
    const { pictures, unplaced } = placed('mats.jpg', { 'content/pictures/mast.jpg': mast })
    expect(pictures).toEqual([])
    expect(unplaced).toMatchObject([{ code: 'picture/missing', pointer: '/pictures/0/file', replace: 'mast.jpg' }])
  })

  test('is refused where it is an SVG, by its name or by what is in it, and where it is no picture for readers', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'
    expect(codes('mast.svg', { 'content/pictures/mast.svg': svg })).toEqual([['picture/type', 'svg']])
    expect(codes('mast.png', { 'content/pictures/mast.png': svg })).toEqual([['picture/type', 'svg']])
    expect(codes('mast.heic', { 'content/pictures/mast.heic': 'x' })).toEqual([['picture/type', '']])
  })

  test('is refused where it is cut off or something else', () => {
    for (const bytes of [mast.subarray(0, 400), mast.subarray(0, -2), new Uint8Array(), new Uint8Array([0xff, 0xd8])])
      expect(codes('mast.jpg', { 'content/pictures/mast.jpg': bytes })).toEqual([['picture/unreadable', '']])
  })
})

test('heads of any bytes are read or refused, never thrown at', () => {
  for (let length = 0; length < 2_000; length += 7) expect(() => readPictureHeader(mast.slice(0, length))).not.toThrow()
  for (let at = 0; at < 600; at += 1) {
    const spoilt = mast.slice()
    spoilt[at] = 255 - (spoilt[at] ?? 0)
    expect(() => readPictureHeader(spoilt)).not.toThrow()
  }
})
