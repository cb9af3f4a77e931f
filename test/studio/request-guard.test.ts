import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { refusalOf } from '../../src/studio/request-guard.ts'

const own = { host: '127.0.0.1:4000' }
const write = { ...own, origin: 'http://127.0.0.1:4000', 'content-type': 'application/json; charset=utf-8' }
const from = (site: string, mode = 'cors') => ({ ...own, 'sec-fetch-site': site, 'sec-fetch-mode': mode })

test.each<[string, string, Record<string, string>, string | undefined]>([
  ['a page that is read', 'GET', own, undefined],
  ['under the name of this machine', 'GET', { host: 'localhost:4000' }, undefined],
  ['under a name that only leads here', 'GET', { host: 'evil.example:4000' }, 'host'],
  ['at another port', 'GET', { host: '127.0.0.1:4001' }, 'host'],
  ['without a host', 'GET', {}, 'host'],
  ['read by the page itself', 'GET', from('same-origin'), undefined],
  ['an address that is typed', 'GET', from('none', 'navigate'), undefined],
  ['a link of another site', 'GET', from('cross-site', 'navigate'), undefined],
  ['read by another site', 'GET', from('cross-site'), 'origin'],
  ['read by another port of this machine', 'HEAD', from('same-site'), 'origin'],
  ['written by the page itself', 'PUT', write, undefined],
  ['written by another site', 'POST', { ...write, origin: 'https://evil.example' }, 'origin'],
  ['written by nobody', 'POST', { host: own.host, 'content-type': 'application/json' }, 'origin'],
  ['written by a form', 'POST', { ...write, 'content-type': 'text/plain' }, 'type'],
  ['of a type that only begins so', 'POST', { ...write, 'content-type': 'application/jsonp' }, 'type'],
  ['of a method that nothing needs', 'DELETE', write, 'method'],
])('a request %s', (_, method, headers, refused) => {
  expect(refusalOf({ method, headers } as unknown as IncomingMessage, 4000)).toBe(refused)
})
