import { z } from 'zod'
import { clockKinds } from '../clock/kinds.ts'
import { conversationStates } from '../conversation/state.ts'
import { id, moment } from '../shape.ts'

/** Lines of one kind that a sheet names; more are counted only. */
export const mostSheetLines = 200

const line = z.object({
  conversationId: id,
  state: z.enum(conversationStates),
  /** Who has it; null while it waits. */
  staffId: id.nullable(),
  waitingSince: moment.nullable(),
  dueAt: moment.nullable(),
  dueKind: z.enum(clockKinds).nullable(),
  offline: z.boolean(),
})

/**
 * What stands open for a team at a moment. It holds numbers and facts alone, so that it can be kept: names and words
 * are read from their own places when somebody looks.
 */
export const handoverSheet = z.object({
  /** In somebody's hands. */
  open: z.array(line),
  openCount: z.number().int(),
  /** In the queue, offline messages (留言) among them; those to be cleared first stand first. */
  waiting: z.array(line),
  waitingCount: z.number().int(),
  /** Promised to customers and not yet kept, the earliest first. */
  promises: z.array(z.object({ promiseId: id, conversationId: id, staffId: id, dueAt: moment })),
  promiseCount: z.number().int(),
})
export type HandoverSheet = z.infer<typeof handoverSheet>

export type SignRefusal = 'handover_signed' | 'handover_own' | 'handover_not_of_team'

/** Why somebody may not sign; null when they may: once, by another member of the team than the one who wrote it. */
export function signRefusal(
  handover: { readonly fromStaffId: number; readonly signedBy: number | null },
  signer: { readonly staffId: number; readonly ofTeam: boolean },
): SignRefusal | null {
  if (handover.signedBy !== null) return 'handover_signed'
  if (handover.fromStaffId === signer.staffId) return 'handover_own'
  return signer.ofTeam ? null : 'handover_not_of_team'
}
