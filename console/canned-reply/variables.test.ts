import { expect, test } from 'vitest'
import { unknownVariables } from './variables.ts'

test('a mistyped variable is found before a customer reads it', () => {
  expect(unknownVariables('您好 {{customer.name}}，{{ shop.name }}')).toEqual([])
  expect(unknownVariables('Hello {{custmer.name}}, {{x}} {{x}}')).toEqual(['custmer.name', 'x'])
})
