import { describe, expect, test } from 'vitest'
import type { CardView } from '../../src/site/cards/card-layout.ts'
import { drawCard } from '../../src/site/cards/draw-card.ts'
import { pngSize } from '../../src/validate/validate-cards.ts'

describe('a share card', () => {
  const view: CardView = {
    site: 'Gazette',
    host: 'news.example',
    kicker: 'En cours',
    warm: true,
    headline: 'Panne',
    services: 'Orion',
    language: 'Français',
    paper: '#fff',
    ink: '#000',
    quiet: '#555',
    accent: '#a00',
  }

  test.each([
    ['a headline', 'Panne : « la gêne »'],
    ['a long word', 'x'.repeat(500)],
    ['nothing', ''],
    ['other scripts and emoji', '🔥 السلام 日本 \u202e</svg><script>'],
  ])('of %s is a picture of 1200 × 630', async (_, headline) => {
    expect(pngSize(await drawCard({ ...view, headline }))).toEqual({ width: 1200, height: 630 })
  })

  test('is the same each time', async () => {
    expect(Buffer.compare(await drawCard(view), await drawCard(view))).toBe(0)
  })
})
