import { beforeEach, expect, test } from 'vitest'
import type { Call } from '../wire/call.ts'
import { subjectOf } from './identity.ts'
import { openShelf, type Shelf } from './shelf.ts'
import { openVisits, type Proof, scopeOf } from './visits.ts'

const signed = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`
const mei = { identity: signed({ sub: '梅-17' }) }
const li = { identity: signed({ sub: 'li' }) }

let shelf: Shelf
let asked: unknown[]
const call = (async (_name: string, input: { body: unknown }) => {
  asked.push(input.body)
  return { token: `token ${asked.length}`, customerName: null, email: null, verified: false }
}) as unknown as Call
const open = (proof: Proof) => openVisits(shelf, call, 'key', () => proof)

beforeEach(() => {
  shelf = openShelf(undefined, 'key')
  asked = []
})

test('the subject of an identity is read, whatever its script; rubbish has none', () => {
  expect(subjectOf(mei.identity)).toBe('梅-17')
  expect(subjectOf(signed({}))).toBeNull()
  expect(subjectOf('rubbish')).toBeNull()
})

test('a fresh identity of the same customer keeps the scope, another customer never shares it', () => {
  expect(scopeOf({ identity: signed({ sub: 'li', exp: 2 }) })).toBe(scopeOf(li))
  expect(new Set([mei, li, {}, { link: 'abc' }].map(scopeOf)).size).toBe(4)
})

test('an anonymous visitor keeps the token over a reload', async () => {
  const first = await open({}).ensure({ name: 'Ana' })
  expect(await open({}).ensure({})).toEqual(first)
  expect(first.name).toBe('Ana')
})

test('identifying makes a new token, and the anonymous one is never used for the customer', async () => {
  const anonymous = await open({}).ensure({})
  const known = await open(mei).ensure({})
  expect(known.token).not.toBe(anonymous.token)
  expect(asked[1]).toEqual(mei)
  expect((await open({}).ensure({})).token).toBe(anonymous.token)
})

test('another customer in the same browser replaces the first one’s token', async () => {
  const first = await open(mei).ensure({})
  await open(li).ensure({})
  expect((await open(mei).ensure({})).token).not.toBe(first.token)
})
