import type { FloorAgent } from '../../domain/floor/endpoints.ts'
import { ask, queryClient } from '../shell/query-client.ts'
import { type FloorSearch, queueOf } from './floor-search.ts'

/** How often the floor and the figures of the day are read again while somebody looks, in milliseconds. */
const every = { floor: 2_500, today: 15_000 } as const

/** Read again and again while the page is in sight; the browser's hidden pages rest. */
const steadily = (ms: number) =>
  ({ refetchInterval: ms, refetchIntervalInBackground: false, staleTime: ms, meta: { quiet: true } }) as const

const place = ({ shop, team }: FloorSearch) => ({
  query: { ...(shop === undefined ? {} : { shopId: shop }), ...(team === undefined ? {} : { teamId: team }) },
})

/** The floor now. */
export const askFloor = (search: FloorSearch) => ({
  ...ask('floor', 'getFloor', place(search)),
  ...steadily(every.floor),
})

/** The figures of the day. */
export const askToday = (search: FloorSearch) => ({
  ...ask('floor', 'getFloorToday', place(search)),
  ...steadily(every.today),
})

/** The talks of the agent or the queue that is looked into. */
export function askTalks({ agent, queue }: FloorSearch) {
  const chosen = queue === undefined ? null : queueOf(queue)
  const query = chosen
    ? { shopId: chosen.shopId, teamId: chosen.teamId ?? 0, language: chosen.language ?? '' }
    : { staffId: agent ?? 0 }
  return {
    ...ask('floor', 'listFloorTalks', { query }),
    ...steadily(every.floor),
    enabled: chosen !== null || agent !== undefined,
  }
}

/** Changes an agent on every floor that is loaded, before the server has said so. */
export function patchAgent(staffId: number, change: Partial<FloorAgent>): void {
  queryClient.setQueriesData<{ agents: FloorAgent[] }>({ queryKey: ['floor', 'getFloor'] }, (floor) =>
    floor
      ? {
          ...floor,
          agents: floor.agents.map((agent) => (agent.staffId === staffId ? { ...agent, ...change } : agent)),
        }
      : floor,
  )
}
