import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identityKinds } from './endpoints.ts'
import { normalEmail, normalIdentity, normalPhone } from './identity.ts'

test.each([
  ['138 0013 8000', '13800138000'],
  ['+86 138-0013-8000', '+8613800138000'],
  ['0086 13800138000', '+8613800138000'],
  ['(+86)13800138000', '+8613800138000'],
  ['＋８６ １３８００１３８０００', '+8613800138000'],
  ['+44 (0)20 7946 0000', '+442079460000'],
  ['(020) 7946 0000', '02079460000'],
  ['110', '110'],
  ['12', null],
  ['call me', null],
  ['', null],
  ['1'.repeat(21), null],
])('the phone number %j is kept as %j', (written, kept) => {
  expect(normalPhone(written)).toBe(kept)
})

test('the same mail address in other letters is the same identity', () => {
  expect(normalEmail(' Li.Lei@Shop.Example ')).toBe('li.lei@shop.example')
})

test("a shop's own customer number keeps its letters", () => {
  expect(normalIdentity('user', ' AbC-1 ')).toBe('AbC-1')
  expect(normalIdentity('user', '  ')).toBeNull()
})

test('what was made normal stays as it is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...identityKinds), fc.string(), (kind, value) => {
      const once = normalIdentity(kind, value)
      if (once !== null) expect(normalIdentity(kind, once)).toBe(once)
    }),
  )
})

test('however a number is spaced, it is one identity', () => {
  const spacing = fc.array(fc.constantFrom(' ', '-', '.', '/'), { maxLength: 2 }).map((gap) => gap.join(''))
  const digits = fc.array(fc.constantFrom(...'123456789'), { minLength: 3, maxLength: 15 })
  fc.assert(
    fc.property(digits, fc.array(spacing, { minLength: 15, maxLength: 15 }), (number, gaps) => {
      const spaced = number.map((digit, place) => digit + (gaps[place] ?? '')).join('')
      expect(normalPhone(spaced)).toBe(number.join(''))
    }),
  )
})
