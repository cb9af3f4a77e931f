import { expect, test } from 'vitest'
import { readyAt } from '../../src/publish/post.ts'
import { NOW, offer } from './fixture.ts'

test.each([
  ['an embargo to come', { embargo: NOW + 1 }, undefined],
  ['an embargo gone by', { embargo: NOW }, 'published'],
  ['an appointment to come', { publish_at: NOW + 1 }, 'scheduled'],
  ['an appointment gone by', { publish_at: NOW - 1 }, 'published'],
  ['an embargo before the appointment', { embargo: NOW + 1, publish_at: NOW + 2 }, undefined],
])('%s', (_, dates, status) => {
  const { posts, held } = readyAt([offer('fr', {}, dates)], NOW)
  expect(posts[0]?.status).toBe(status)
  expect(held).toHaveLength(status ? 0 : 1)
})
