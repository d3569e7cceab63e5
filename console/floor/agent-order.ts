import type { FloorAgent } from '../../domain/floor/endpoints.ts'

export const agentSorts = ['wait', 'load', 'state', 'name'] as const
export type AgentSort = (typeof agentSorts)[number]

const states: readonly FloorAgent['state'][] = ['online', 'wrap_up', 'paused', 'break', 'offline']

/** How many conversations somebody has in hand. */
export function inHand(agent: FloorAgent): number {
  return agent.inService + agent.waitingCustomer + agent.waitingInside
}

/** Units in hand as a share of the capacity; of no capacity, anything is too much. */
export function loadOf({ used, capacity }: Pick<FloorAgent, 'used' | 'capacity'>): number {
  if (capacity > 0) return used / capacity
  return used > 0 ? Number.POSITIVE_INFINITY : 0
}

/** Who is shown, in order: those who are gone with nothing in hand only when asked for; equals by name. */
export function orderAgents(
  agents: readonly FloorAgent[],
  sort: AgentSort,
  everybody: boolean,
): FloorAgent[] {
  const compare = comparisons[sort]
  return agents
    .filter((agent) => everybody || agent.state !== 'offline' || inHand(agent) > 0)
    .sort((a, b) => compare(a, b) || a.name.localeCompare(b.name) || a.staffId - b.staffId)
}

const comparisons: Record<AgentSort, (a: FloorAgent, b: FloorAgent) => number> = {
  wait: (a, b) => waitOf(a) - waitOf(b),
  load: (a, b) => loadOf(b) - loadOf(a) || 0,
  state: (a, b) => states.indexOf(a.state) - states.indexOf(b.state),
  name: () => 0,
}

/** Whose customer has waited longest comes first; then those whose customers do not wait. */
function waitOf({ unansweredSince }: FloorAgent): number {
  return unansweredSince === null ? Number.MAX_SAFE_INTEGER : Date.parse(unansweredSince)
}

/** Rows keep their places while the pointer rests on them: the order of before, what is new at the end. */
export function keepPlaces<T>(
  fresh: readonly T[],
  before: readonly number[] | null,
  idOf: (row: T) => number,
): T[] {
  if (!before) return [...fresh]
  const place = new Map(before.map((id, index) => [id, index]))
  return fresh
    .map((row, index) => ({ row, place: place.get(idOf(row)) ?? before.length + index }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row)
}
