import { useQuery } from '@tanstack/react-query'
import { ask } from '../shell/query-client.ts'

/** How many conversations have a clock in time, of these warned, and overdue. Time alone changes it: asked each half minute. */
export function useDueCounts(mine: boolean) {
  const query = ask('clock', 'countDue', { query: mine ? { mine: 'true' } : {} })
  return useQuery({ ...query, refetchInterval: 30_000, meta: { quiet: true } }).data
}
