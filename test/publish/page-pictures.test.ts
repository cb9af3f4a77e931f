import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readPictureHeader } from '../../src/incident/picture-header.ts'
import { isAsWritten, signedPicture } from '../../src/publish/page-pictures.ts'

const mast = readFileSync(resolve(import.meta.dirname, '../../content/pictures/mast.jpg'))

test('a JPEG says of itself that it is as we wrote it, and no longer once it is edited', () => {
  const signed = Buffer.from(signedPicture(mast))
  expect(isAsWritten(mast)).toBe(false)
  expect(isAsWritten(signed)).toBe(true)
  expect(readPictureHeader(signed)).toEqual(readPictureHeader(mast))
  const edited = Buffer.from(signed)
  edited[5_000] = (edited[5_000] ?? 0) ^ 1
  expect(isAsWritten(edited)).toBe(false)
})
