import type { InfiniteData } from '@tanstack/react-query'
import type { ConversationRow, conversationEndpoints } from '../../domain/conversation/endpoints.ts'
import type { EndpointOutput } from '../../domain/endpoint.ts'
import { askMe } from '../shell/me.ts'
import { ask, queryClient } from '../shell/query-client.ts'
import {
  changeRow,
  dropRow,
  findRow,
  type ListPage,
  type ListRow,
  type ListScope,
  mergeRows,
} from './list-cache.ts'

export type Conversation = EndpointOutput<typeof conversationEndpoints.getConversation>
type Lists = InfiniteData<ListPage, string | undefined>

/** Where a list of the inbox is kept. */
export const listKey = (scope: ListScope) => ['conversation', 'list', scope] as const
const anyList = ['conversation', 'list'] as const

/** Reads one conversation. */
export const askConversation = (conversationId: number) =>
  ask('conversation', 'getConversation', { params: { conversationId } })

/** The last that was heard of conversations, newest last; for rows that left a list and are still looked at. */
const heard = new Map<number, ConversationRow>()
const heardMax = 500

/** What was last heard of a conversation, also when it stands in no list any more. */
export function lastHeard(conversationId: number): ConversationRow | undefined {
  return heard.get(conversationId)
}

function remember(row: ConversationRow): void {
  heard.delete(row.id)
  heard.set(row.id, row)
  const oldest = heard.keys().next().value
  if (heard.size > heardMax && oldest !== undefined) heard.delete(oldest)
}

/** Puts changed rows into every list that is loaded, and into the conversations that are open. */
export function putRows(rows: readonly ConversationRow[]): void {
  const me = queryClient.getQueryData(askMe().queryKey)
  if (!me) return
  eachList((pages, scope) => mergeRows(pages, rows, scope, me.staffId, readSeqOf))
  for (const row of rows) {
    remember(row)
    queryClient.setQueryData(askConversation(row.id).queryKey, (old) => (old ? { ...old, ...row } : old))
  }
}

/** Changes one conversation wherever it is shown, before the server has said so. */
export function patchConversation(conversationId: number, change: Partial<ConversationRow>): void {
  const known = knownRow(conversationId)
  if (known) putRows([{ ...known, ...change }])
}

/** What is known of a conversation, from its own read or from a list. */
export function knownRow(conversationId: number): ListRow | undefined {
  const one = queryClient.getQueryData(askConversation(conversationId).queryKey)
  if (one) return rowOf(one)
  for (const [, data] of queryClient.getQueriesData<Lists>({ queryKey: anyList })) {
    const row = findRow(data?.pages ?? [], conversationId)
    if (row) return row
  }
  return undefined
}

/** The part of a conversation that lists show. */
export function rowOf(one: Conversation): ListRow {
  const {
    publicId,
    source,
    outcome,
    wrapUpNote,
    previousId,
    nextId,
    customerReadSeq,
    customerEmail,
    ...rest
  } = one
  const { draft, resolvedAt, endedAt, commands, position, ...row } = rest
  return row
}

/** Remembers that the viewer has read up to a line. */
export function putRead(conversationId: number, seq: number): void {
  const further = <R extends { readSeq: number }>(row: R): R => ({
    ...row,
    readSeq: Math.max(row.readSeq, seq),
  })
  eachList((pages) => changeRow(pages, conversationId, further))
  queryClient.setQueryData(askConversation(conversationId).queryKey, (old) => (old ? further(old) : old))
}

/** Takes a conversation off every list: the viewer may not see it any more. */
export function dropConversation(conversationId: number): void {
  eachList((pages) => dropRow(pages, conversationId))
  void queryClient.invalidateQueries({ queryKey: askConversation(conversationId).queryKey })
}

/** Reads the lists of a view again, those on the screen at once. */
export function refreshLists(view: ListScope['view']): void {
  void queryClient.invalidateQueries({
    queryKey: anyList,
    predicate: ({ queryKey }) => (queryKey[2] as ListScope).view === view,
  })
}

function eachList(change: (pages: ListPage[], scope: ListScope) => ListPage[]): void {
  for (const [key, data] of queryClient.getQueriesData<Lists>({ queryKey: anyList })) {
    if (!data) continue
    const pages = change(data.pages, key[2] as ListScope)
    if (pages !== data.pages) queryClient.setQueryData<Lists>(key, { ...data, pages })
  }
}

function readSeqOf(conversationId: number): number {
  return knownRow(conversationId)?.readSeq ?? 0
}
