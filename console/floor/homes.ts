import type { ConversationRow } from '../../domain/conversation/endpoints.ts'

/** Where conversations go: to a person, to the queue of a team, or back to the queue. Exactly one. */
export interface Destination {
  staffId: number | null
  teamId: number | null
  queue: boolean
  reason: string
}

type Held = Pick<ConversationRow, 'assigneeId' | 'teamId'>

/** Conversations by where they were: with somebody, in the queue of a team, or in the queue. */
export function homes<R extends Held>(rows: readonly R[]): { to: Destination; rows: R[] }[] {
  const byHome = Map.groupBy(rows, ({ assigneeId, teamId }) =>
    assigneeId === null ? `team ${teamId ?? ''}` : `staff ${assigneeId}`,
  )
  return [...byHome.values()].flatMap((part) => {
    const [first] = part
    if (!first) return []
    const { assigneeId: staffId } = first
    const teamId = staffId === null ? first.teamId : null
    return [{ to: { staffId, teamId, queue: staffId === null && teamId === null, reason: '' }, rows: part }]
  })
}
