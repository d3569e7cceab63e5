import { expect, test } from 'vitest'
import type { FloorAgent } from '../../domain/floor/endpoints.ts'
import { keepPlaces, loadOf, orderAgents } from './agent-order.ts'

function agent(name: string, more: Partial<FloorAgent> = {}): FloorAgent {
  return {
    staffId: name.charCodeAt(0),
    name,
    teamIds: [],
    state: 'online',
    since: '2026-03-10T08:00:00Z',
    until: null,
    breakName: null,
    capacity: 8,
    used: 0,
    inService: 0,
    waitingCustomer: 0,
    waitingInside: 0,
    unansweredSince: null,
    unansweredId: null,
    ...more,
  }
}

const names = (agents: FloorAgent[]) => agents.map(({ name }) => name)

const floor = [
  agent('Cy'),
  agent('Amy', { used: 4, inService: 4, unansweredSince: '2026-03-10T08:03:00Z' }),
  agent('Bea', { used: 2, state: 'break', unansweredSince: '2026-03-10T08:01:00Z', inService: 2 }),
  agent('Di', { state: 'offline' }),
]

test('the agent whose customer has waited longest comes first', () => {
  expect(names(orderAgents(floor, 'wait', false))).toEqual(['Bea', 'Amy', 'Cy'])
})

test('by load, by state, by name', () => {
  expect(names(orderAgents(floor, 'load', true))).toEqual(['Amy', 'Bea', 'Cy', 'Di'])
  expect(names(orderAgents(floor, 'state', true))).toEqual(['Amy', 'Cy', 'Bea', 'Di'])
  expect(names(orderAgents(floor, 'name', true))).toEqual(['Amy', 'Bea', 'Cy', 'Di'])
})

test('somebody who left with work in hand stays in sight', () => {
  expect(names(orderAgents([agent('Eve', { state: 'offline', waitingInside: 1 })], 'name', false))).toEqual([
    'Eve',
  ])
})

test('of no capacity anything is too much, and nothing is nothing', () => {
  expect(loadOf({ used: 1, capacity: 0 })).toBe(Number.POSITIVE_INFINITY)
  expect(loadOf({ used: 0, capacity: 0 })).toBe(0)
  expect(loadOf({ used: 6, capacity: 8 })).toBe(0.75)
})

test('rows keep their places under the pointer; what is new stands at the end', () => {
  const rows = [3, 1, 2, 4]
  expect(keepPlaces(rows, [1, 2, 3], (row) => row)).toEqual([1, 2, 3, 4])
  expect(keepPlaces(rows, null, (row) => row)).toEqual([3, 1, 2, 4])
  expect(keepPlaces([3, 1], [1, 2, 3], (row) => row)).toEqual([1, 3])
})
