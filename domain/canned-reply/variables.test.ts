import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillVariables, type ReplyFacts, replyVariables } from './variables.ts'

const facts: ReplyFacts = {
  'customer.name': '李雷',
  'agent.name': 'Wang Fang',
  'shop.name': '山野户外',
  'order.number': 'A-1001',
}

test.each([
  ['您好 {{customer.name}}，我是{{agent.name}}。', '您好 李雷，我是Wang Fang。'],
  ['{{ shop.name }}: order {{order.number}} left today.', '山野户外: order A-1001 left today.'],
  ['{{customer.name}} {{customer.name}}', '李雷 李雷'],
  ['Use {{coupon.code}} or {{ }} or {{', 'Use {{coupon.code}} or {{ }} or {{'],
  ['{{constructor}} {{__proto__}}', '{{constructor}} {{__proto__}}'],
  ['', ''],
])('%j becomes %j', (text, expected) => {
  expect(fillVariables(text, facts)).toEqual({ text: expected, missing: [] })
})

test.each([undefined, null, '', '  '])('a fact that is %j stays visible and is reported once', (name) => {
  expect(fillVariables('{{customer.name}}, {{customer.name}}!', { 'customer.name': name as string })).toEqual(
    { text: '{{customer.name}}, {{customer.name}}!', missing: ['customer.name'] },
  )
})

test('a customer cannot smuggle a variable in by their name', () => {
  expect(fillVariables('{{customer.name}}', { ...facts, 'customer.name': '{{agent.name}} $& $1' }).text).toBe(
    '{{agent.name}} $& $1',
  )
})

const fact = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '')
const known = fc.record(Object.fromEntries(replyVariables.map((name) => [name, fact])))

test('text without braces is never changed', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.includes('{{')),
      known,
      (text, some) => {
        expect(fillVariables(text, some)).toEqual({ text, missing: [] })
      },
    ),
  )
})

test('with every fact known nothing is missing, and each fact stands where it was named', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...replyVariables)), known, (names, some) => {
      const written = names.map((name) => `{{${name}}}`).join('|')
      const { text, missing } = fillVariables(written, some)
      expect(missing).toEqual([])
      expect(text).toBe(names.map((name) => some[name]?.trim()).join('|'))
    }),
  )
})
