import { expect, test } from 'vitest'
import { inkOn } from './ink.ts'

test('letters stay readable on whatever colour a shop chooses', () => {
  expect(inkOn('#2b5cd9')).toBe('#ffffff')
  expect(inkOn('#ffd400')).toBe('#111318')
  expect(inkOn('#ffffff')).toBe('#111318')
})
