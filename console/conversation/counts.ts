import { useQuery } from '@tanstack/react-query'
import { ask, queryClient } from '../shell/query-client.ts'

/** Counts are asked again at most this often while things move, in milliseconds. */
const pause = 2_000
/** What is counted beside the lists; all of it moves when conversations do. */
const counted = [
  ['conversation', 'countConversations'],
  ['clock', 'countDue'],
  ['promise', 'countPromises'],
  ['promise', 'mine'],
]
let waiting: ReturnType<typeof setTimeout> | null = null

/** How many conversations stand in each view. */
export function useCounts() {
  return useQuery({ ...ask('conversation', 'countConversations'), meta: { quiet: true } }).data
}

/** Reads the counts again soon, once for many changes. */
export function refreshCountsSoon(): void {
  if (waiting) return
  waiting = setTimeout(() => {
    waiting = null
    for (const queryKey of counted) void queryClient.invalidateQueries({ queryKey })
  }, pause)
}
