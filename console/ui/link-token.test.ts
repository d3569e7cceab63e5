import { expect, test } from 'vitest'
import { tokenOf } from './link-token.ts'

test('a link works in every form in which it may be handed over', () => {
  expect(tokenOf('#token=abcdefghijklmnop', undefined)).toBe('abcdefghijklmnop')
  expect(tokenOf('#abcdefghijklmnop', undefined)).toBe('abcdefghijklmnop')
  expect(tokenOf('', 'abcdefghijklmnop')).toBe('abcdefghijklmnop')
  expect(tokenOf('', undefined)).toBeUndefined()
  expect(tokenOf('#top', undefined)).toBeUndefined()
})
