import { expect, test } from 'vitest'
import { type FieldRule, type FieldValue, fieldFaults } from './fields.ts'

const rules: FieldRule[] = [
  { key: 'shoe_size', kind: 'number', choices: [], archived: false },
  { key: 'birthday', kind: 'date', choices: [], archived: false },
  { key: 'level', kind: 'choice', choices: ['gold', 'silver'], archived: false },
  { key: 'vip', kind: 'yes_no', choices: [], archived: false },
  { key: 'remark', kind: 'text', choices: [], archived: false },
  { key: 'old', kind: 'text', choices: [], archived: true },
]

test.each<[string, FieldValue]>([
  ['shoe_size', 42.5],
  ['birthday', '2024-02-29'],
  ['level', 'gold'],
  ['vip', false],
  ['remark', ''],
  ['remark', null],
  ['old', null],
])('%s may be %j', (key, value) => {
  expect(fieldFaults(rules, { [key]: value })).toEqual([])
})

test.each<[string, FieldValue, string]>([
  ['shoe_size', '42', 'field_number'],
  ['birthday', '2023-02-29', 'field_date'],
  ['birthday', '29.2.2024', 'field_date'],
  ['level', 'bronze', 'field_choice'],
  ['vip', 'yes', 'field_yes_no'],
  ['remark', 7, 'field_text'],
  ['old', 'x', 'field_archived'],
  ['nobody_knows', 'x', 'field_unknown'],
  ['__proto__', null, 'field_unknown'],
])('%s may not be %j', (key, value, code) => {
  const values = Object.fromEntries([[key, value]])
  expect(fieldFaults(rules, values)).toEqual([
    { path: `body.fields.${key}`, code, message: expect.any(String) },
  ])
})

test('all faults are told at once', () => {
  expect(fieldFaults(rules, { shoe_size: true, level: 'x', vip: true })).toHaveLength(2)
})
