import { expect, test } from 'vitest'
import type { CountUnit, Figure } from '../../src/fields/values.ts'
import type { Slot } from '../../src/story/story.ts'
import { named, said } from './said.ts'

const slotOf = (figure: Figure, unit?: CountUnit): Record<string, Slot> => ({
  figure: { kind: 'figure', figure, from: [], ...(unit && { unit }) },
})

test.each<[string, string, Figure, CountUnit | undefined, string]>([
  ['fr', '{{figure}}', { kind: 'exact', value: 1 }, 'reports', 'un signalement'],
  ['fr', '{{figure}}', { kind: 'exact', value: 1200 }, 'reports', '1 200 signalements'],
  ['fr', '{{figure}}', { kind: 'over', value: 1200 }, 'reports', 'plus de 1 200 signalements'],
  ['en', '{{figure}}', { kind: 'over', value: 1200 }, 'reports', 'more than 1,200 reports'],
  ['en', '{{figure}}', { kind: 'magnitude', word: 'thousands' }, 'reports', 'thousands of reports'],
  ['fr', '{{figure}}', { kind: 'magnitude', word: 'millions' }, 'customers', 'des millions de clients'],
  ['fr', '{{figure}}', { kind: 'exact', value: 60 }, 'percent', '60 %'],
  ['en', '{{figure}}', { kind: 'exact', value: 60 }, 'percent', '60%'],
  ['fr', '{{figure, figure(only: number)}}', { kind: 'about', value: 250 }, 'customers', 'environ 250'],
  ['fr', '{{figure, figure(word: que)}}', { kind: 'about', value: 250 }, 'customers', 'qu’environ 250 clients'],
  ['en', '{{figure}}', { kind: 'range', low: 5, high: 7 }, 'sites', 'between five and seven sites'],
  ['fr', '{{figure, agree(s: est; p: sont)}}', { kind: 'exact', value: 1 }, 'customers', 'est'],
  ['fr', '{{figure, agree(s: est; p: sont)}}', { kind: 'exact', value: 2 }, 'customers', 'sont'],
  [
    'fr',
    '{{figure, agree(ms: reçu; fs: reçue; mp: reçus; fp: reçues)}}',
    { kind: 'exact', value: 2 },
    'complaints',
    'reçues',
  ],
])('a figure in %s, %s of %j %s: %s', (edition, wording, figure, unit, text) => {
  expect(said(edition, wording, slotOf(figure, unit))?.replace(/[\u00A0\u202F]/g, ' ')).toBe(text)
})

test('figures by place are told with each place', () => {
  const parts: Slot = {
    kind: 'parts',
    from: [],
    parts: [
      { figure: { kind: 'over', value: 1_400_000 }, place: named('US') },
      { figure: { kind: 'over', value: 800_000 }, place: named('GB') },
    ],
  }
  expect(said('fr', '{{parts}}', { parts })?.replace(/[\u00A0\u202F]/g, ' ')).toBe(
    'plus de 1,4 million aux États-Unis et plus de 800 000 au Royaume-Uni',
  )
})
