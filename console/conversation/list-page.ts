import { client } from '../shell/api.ts'
import { isDueView, type ListPage, type ListScope } from './list-cache.ts'

/** Reads a page of a list, from the inbox or from the lists by deadline. */
export async function readPage(scope: ListScope, after: string | undefined): Promise<ListPage> {
  const { view, shopId, tagId, teamId, mine } = scope
  if (!isDueView(view))
    return client.conversation.listConversations({ query: { view, shopId, tagId, after } })
  const query = { list: view, shopId, teamId, after, ...(mine ? { mine: 'true' as const } : {}) }
  return client.clock.listDue({ query })
}
