import i18next from 'i18next'
import type { ConversationRow } from '../../domain/conversation/endpoints.ts'
import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import { type Destination, homes } from './homes.ts'

export interface Moved {
  moved: ConversationRow[]
  /** How many stayed where they are. */
  refused: number
}

/** How many are moved with one call: few enough that the progress is seen. */
const atOnce = 25

/** Moves them in parts; `progress` hears how many are done. What is refused stays where it is. */
export async function moveAll(
  rows: readonly ConversationRow[],
  to: Destination,
  progress: (done: number) => void = () => {},
): Promise<Moved> {
  const moved: ConversationRow[] = []
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = rows.slice(from, from + atOnce)
    const { movedIds } = await client.assignment.moveConversations({
      body: { conversationIds: part.map(({ id }) => id), ...to },
    })
    moved.push(...part.filter(({ id }) => movedIds.includes(id)))
    progress(from + part.length)
  }
  void refresh('floor', 'conversation')
  return { moved, refused: rows.length - moved.length }
}

/** Says what was moved, with the way back; and what stayed. */
export function sayMoved({ moved, refused }: Moved): void {
  if (moved.length > 0)
    toast.done(i18next.t('floor:move.done', { count: moved.length }), () => void moveBack(moved))
  if (refused > 0) toast.warn(i18next.t('floor:move.refused', { count: refused }))
}

/** Each goes back to whoever had it; what waited goes back to its queue. */
async function moveBack(rows: readonly ConversationRow[]): Promise<void> {
  try {
    for (const { to, rows: part } of homes(rows)) await moveAll(part, to)
  } catch (error) {
    toast.refused(error)
  }
}
