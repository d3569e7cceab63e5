import { useQuery } from '@tanstack/react-query'
import { client } from '../shell/api.ts'
import { ask } from '../shell/query-client.ts'

/** What was promised in a conversation. */
export const askPromisesOf = (conversationId: number) =>
  ask('promise', 'listPromisesOf', { params: { conversationId } })

/** How many of the own promises are in time, and overdue. Time alone changes it: asked each half minute. */
export function usePromiseCounts() {
  const query = ask('promise', 'countPromises', { query: { mine: 'true' } })
  return useQuery({ ...query, refetchInterval: 30_000, meta: { quiet: true } }).data
}

/** A page of the own promises that are still to be kept. */
export const minePage = (after: string | undefined) =>
  client.promise.listPromises({ query: { list: 'open', mine: 'true', after } })
