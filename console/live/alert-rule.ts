import type { ConversationRow } from '../../domain/conversation/endpoints.ts'

export type AlertKind = 'new_in_queue' | 'mine'

/**
 * What a changed row is worth telling a person who looks elsewhere: a conversation that is new in the queue,
 * or new words of a customer in one of theirs. `heardSeq` is the last line known of it before, or undefined.
 */
export function alertFor(
  row: ConversationRow,
  staffId: number,
  heardSeq: number | undefined,
): AlertKind | null {
  const news = row.previewBy === 'customer' && row.lastSeq > (heardSeq ?? 0)
  if (!news || row.spam) return null
  if (row.assigneeId === staffId) return 'mine'
  return row.state === 'queued' && heardSeq === undefined ? 'new_in_queue' : null
}
