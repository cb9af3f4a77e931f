import { expect, test } from 'vitest'
import { tidy } from '../../src/edit/trim-text.ts'

test.each([
  ['spaces at the ends of lines', 'a: b  \nc: d\t\n', 'a: b\nc: d\n'],
  ['empty lines at the end', 'a: b\n\n\n', 'a: b\n'],
  ['a line end that is missing', 'a: b', 'a: b\n'],
  ['line ends of Windows, which stay', 'a: b \r\nc: d', 'a: b\r\nc: d\r\n'],
  ['spaces behind a note', 'a: b # note  \n', 'a: b # note\n'],
  ['nothing of what is in order', 'a: b\n', 'a: b\n'],
  ['nothing of what is empty', '', ''],
  ['nothing of what cannot be read', 'a: [  \n', 'a: [  \n'],
  ['not the spaces of a text in lines of its own', 'a: |\n  x  \n  y\nb: c  \n', 'a: |\n  x  \n  y\nb: c\n'],
])('removes %s', (_, text, tidied) => expect(tidy(text)).toBe(tidied))
