import { expect, test } from 'vitest'
import { type ProseChange, proseChanges, type ToldSentence } from '../../src/edit/prose-diff.ts'

const SOURCE = 'state: ongoing\nservices:\n  - orion\n  - atlas\nstarted: 2026-03-02T09:00\n'

const told = (text: string, from: readonly string[] = [], part = 'body'): ToldSentence => ({ part, text, from })

const starts = told('It began at nine.', ['/started'])
const down = told('Orion is down.', ['/services/0'])

const startsAt = (line: number, hour: string, old = false) => ({ line, text: `started: 2026-03-02T${hour}:00`, old })

test.each<[string, string, readonly ToldSentence[], readonly ToldSentence[], readonly ProseChange[]]>([
  ['nothing, where nothing changed', SOURCE, [down, starts], [down, starts], []],
  [
    'a sentence told otherwise, with its line in the new form only',
    SOURCE.replace('09:00', '10:00'),
    [down, starts],
    [down, told('It began at ten.', ['/started'])],
    [{ part: 'body', gone: 'It began at nine.', come: 'It began at ten.', because: [startsAt(5, '10')] }],
  ],
  [
    'a sentence that comes, with the line that is new, but for notes and empty lines',
    `${SOURCE}\n# who said so\ncause: fire\n`,
    [down],
    [down, told('A fire did it.', ['/cause'])],
    [{ part: 'body', come: 'A fire did it.', because: [{ line: 8, text: 'cause: fire', old: false }] }],
  ],
  [
    'a sentence that goes, with the line that is gone, of the old file',
    SOURCE.replace(/started.*\n/, ''),
    [down, starts],
    [down],
    [{ part: 'body', gone: 'It began at nine.', because: [startsAt(5, '09', true)] }],
  ],
  [
    'one line of a list, and not its neighbours',
    SOURCE.replace('- atlas', '- vega'),
    [told('Atlas is down.', ['/services/1'])],
    [told('Vega is down.', ['/services/1'])],
    [
      {
        part: 'body',
        gone: 'Atlas is down.',
        come: 'Vega is down.',
        because: [
          { line: 4, text: '- vega', old: false },
          { line: 4, text: '- atlas', old: true },
        ],
      },
    ],
  ],
  [
    'a sentence whose own lines stand, with every line that changed',
    SOURCE.replace('09:00', '10:00'),
    [down],
    [told('Orion has been down.', ['/services/0'])],
    [{ part: 'body', gone: 'Orion is down.', come: 'Orion has been down.', because: [startsAt(5, '10')] }],
  ],
  [
    'not a note that changed beside them',
    `# seen by two\n${SOURCE.replace('09:00', '10:00')}`,
    [down],
    [told('Orion has been down.', ['/services/0'])],
    [{ part: 'body', gone: 'Orion is down.', come: 'Orion has been down.', because: [startsAt(6, '10')] }],
  ],
  [
    'the same sentence in the part where it changed alone',
    SOURCE.replace('09:00', '10:00'),
    [told('Down.', ['/started'], 'headline'), told('Down.', ['/started'], 'body')],
    [told('Down.', ['/started'], 'headline'), told('Out.', ['/started'], 'body')],
    [{ part: 'body', gone: 'Down.', come: 'Out.', because: [startsAt(5, '10')] }],
  ],
  [
    'no line where only spaces at an end changed',
    SOURCE.replace('ongoing', 'ongoing  '),
    [down],
    [told('Orion is out.', ['/state'])],
    [{ part: 'body', gone: 'Orion is down.', come: 'Orion is out.', because: [] }],
  ],
])('shows %s', (_, after, before, now, changes) => {
  expect(proseChanges({ source: SOURCE, sentences: before }, { source: after, sentences: now })).toEqual(changes)
})
