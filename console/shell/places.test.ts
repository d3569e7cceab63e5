import { expect, test } from 'vitest'
import { type BuiltInRoleKey, builtInRoles } from '../../domain/staff/roles.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { mayOpen, offeredPlaces, offeredSections, startPlace } from './places.ts'

function holder(role: BuiltInRoleKey): Viewer {
  const { permissions } = builtInRoles[role]
  return {
    staffId: 1,
    name: 'Lin',
    language: 'en',
    grants: [{ permissions, brandId: null, shopId: null, teamId: null }],
  }
}

test('an owner is offered every place and every setting', () => {
  expect(offeredPlaces(holder('owner')).map(({ name }) => name)).toEqual([
    'day',
    'inbox',
    'floor',
    'customers',
    'ratings',
    'settings',
  ])
  expect(offeredSections(holder('owner'))).toHaveLength(19)
})

test('an agent sees no setting of shops', () => {
  const names = offeredSections(holder('agent')).map(({ name }) => name)
  expect(names).toEqual(['staff', 'roles', 'roster', 'handover', 'cannedReplies'])
  expect(mayOpen(holder('agent'), '/settings/shops/4')).toBe(false)
  expect(mayOpen(holder('agent'), '/settings/canned-replies')).toBe(true)
})

test('a trainer keeps the shared canned replies', () => {
  expect(mayOpen(holder('trainer'), '/settings/canned-replies')).toBe(true)
  expect(mayOpen(holder('analyst'), '/settings/canned-replies')).toBe(false)
})

test('an agent begins with their day, who leads the floor with the inbox', () => {
  expect(startPlace(holder('agent'))).toBe('/day')
  expect(startPlace(holder('duty_lead'))).toBe('/inbox/mine')
  expect(startPlace(holder('analyst'))).toBe('/inbox/mine')
})

test('a department member starts where they may be', () => {
  expect(startPlace(holder('department_member'))).toBe('/settings/staff')
  expect(startPlace({ ...holder('agent'), grants: [] })).toBe('/profile')
})
