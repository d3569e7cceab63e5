import { expect, test } from 'vitest'
import { texts as chinese } from './chinese.ts'
import { texts as english } from './english.ts'

test('every folder speaks both languages under its own name', () => {
  expect(Object.keys(english)).toContain('shell')
  expect(Object.keys(english)).toContain('brand')
  expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort())
})
