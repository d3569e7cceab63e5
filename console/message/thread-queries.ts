import { queryOptions } from '@tanstack/react-query'
import type { MessageView } from '../../domain/message/endpoints.ts'
import { client } from '../shell/api.ts'
import { queryClient } from '../shell/query-client.ts'
import { outboxSees } from './outbox-store.ts'
import { mergeLines, prepend, renew, type Thread } from './thread-cache.ts'

/** The thread of a conversation: its last lines, and the earlier ones that were asked for. */
export const askThread = (conversationId: number) =>
  queryOptions({
    queryKey: ['message', 'thread', conversationId] as const,
    queryFn: async (): Promise<Thread> => {
      const read = await client.message.listMessages({ params: { conversationId }, query: {} })
      outboxSees(read.messages)
      return renew(queryClient.getQueryData<Thread>(['message', 'thread', conversationId]), read)
    },
    staleTime: 15_000,
  })

const catchingUp = new Set<number>()

/** Puts lines into an open thread; reads what is missing where numbers were skipped. */
export function putLines(conversationId: number, lines: readonly MessageView[]): void {
  const key = askThread(conversationId).queryKey
  const thread = queryClient.getQueryData(key)
  if (!thread) return
  const merged = mergeLines(thread, lines)
  queryClient.setQueryData(key, merged.thread)
  outboxSees(lines)
  if (merged.gap) void catchUp(conversationId)
}

/** Reads the lines after the last one that is loaded, until there are no more. */
export async function catchUp(conversationId: number): Promise<void> {
  if (catchingUp.has(conversationId)) return
  catchingUp.add(conversationId)
  const key = askThread(conversationId).queryKey
  try {
    for (let more = true; more; ) {
      const thread = queryClient.getQueryData(key)
      if (!thread) return
      const after = thread.messages.at(-1)?.seq ?? 0
      const read = await client.message.listMessages({ params: { conversationId }, query: { after } })
      queryClient.setQueryData(key, (old) => (old ? mergeLines(old, read.messages).thread : old))
      outboxSees(read.messages)
      more = read.more && read.messages.length > 0
    }
  } finally {
    catchingUp.delete(conversationId)
  }
}

/** Reads the page before the first line that is loaded. */
export async function loadEarlier(conversationId: number): Promise<void> {
  const key = askThread(conversationId).queryKey
  const before = queryClient.getQueryData(key)?.messages[0]?.seq
  if (before === undefined || before <= 1) return
  const earlier = await client.message.listMessages({ params: { conversationId }, query: { before } })
  queryClient.setQueryData(key, (old) => (old ? prepend(old, earlier) : old))
}
