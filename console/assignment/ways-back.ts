import type { ConversationRow } from '../../domain/conversation/endpoints.ts'

interface WayBack {
  ids: number[]
  to: { staffId: number | null; teamId: number | null; queue: boolean }
}

/** Where conversations stood before they were moved, those of one place together. */
export function waysBack(rows: readonly Pick<ConversationRow, 'id' | 'assigneeId' | 'teamId'>[]): WayBack[] {
  const ways = new Map<string, WayBack>()
  for (const { id, assigneeId, teamId } of rows) {
    const to = {
      staffId: assigneeId,
      teamId: assigneeId === null ? teamId : null,
      queue: assigneeId === null && teamId === null,
    }
    const key = JSON.stringify(to)
    const way = ways.get(key) ?? { ids: [], to }
    way.ids.push(id)
    ways.set(key, way)
  }
  return [...ways.values()]
}
