import { expect, test } from 'vitest'
import { faultsByField } from './fault-fields.ts'

const fault = (path: string, code = 'too_small') => ({ path, code, message: code })

test('every fault is shown at its field', () => {
  const sorted = faultsByField(
    [
      fault('body.owner.password'),
      fault('body.shop.name', 'line_empty'),
      fault('body.owner.email', 'invalid_format'),
    ],
    [
      ['owner', 'name'],
      ['owner', 'email'],
      ['owner', 'password'],
      ['shop', 'name'],
    ],
  )
  expect(sorted.fields.map(({ name }) => name.join('.'))).toEqual([
    'owner.password',
    'shop.name',
    'owner.email',
  ])
  expect(sorted.rest).toEqual([])
})

test('a fault inside a field that holds many values belongs to the whole field', () => {
  const { fields } = faultsByField([fault('body.name.en'), fault('body.name.zh-CN')], [['name'], ['stage']])
  expect(fields).toHaveLength(1)
  expect(fields[0]).toMatchObject({
    name: ['name'],
    faults: [{ path: 'body.name.en' }, { path: 'body.name.zh-CN' }],
  })
})

test('rows of a list keep their own faults', () => {
  const { fields } = faultsByField([fault('body.grants.1.roleId')], [['grants'], ['grants', 1, 'roleId']])
  expect(fields[0]?.name).toEqual(['grants', 1, 'roleId'])
})

test('a fault that fits no field is not lost', () => {
  const { fields, rest } = faultsByField([fault('params.teamId'), fault('body.other')], [['name']])
  expect(fields).toEqual([])
  expect(rest).toHaveLength(2)
})
