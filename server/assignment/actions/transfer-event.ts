import { audience } from '../../../domain/event.ts'
import { conversationAudience } from '../../conversation/actions/audience.ts'
import { appendEvent, type NewEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import type { TransferRow } from '../store/transfer.ts'

type TransferEvent =
  | 'transfer.offered'
  | 'transfer.accepted'
  | 'transfer.declined'
  | 'transfer.returned'
  | 'transfer.withdrawn'

/** Appends an event of a transfer; its sender, receiver and the people named hear of it. */
export async function appendTransferEvent<N extends TransferEvent>(
  work: Work,
  name: N,
  transfer: Pick<
    TransferRow,
    'id' | 'conversationId' | 'fromStaffId' | 'toStaffId' | 'toTeamId' | 'toDepartmentId'
  >,
  conversation: Parameters<typeof conversationAudience>[0] & { brandId: number },
  data: object = {},
  hearers: readonly number[] = [],
): Promise<void> {
  const { conversationId, fromStaffId, toStaffId, toTeamId, toDepartmentId } = transfer
  const people = [fromStaffId, toStaffId, ...hearers].filter((id) => id !== null)
  await appendEvent(work, {
    name,
    brandId: conversation.brandId,
    data: {
      conversationId,
      transferId: transfer.id,
      fromStaffId,
      toStaffId,
      toTeamId,
      toDepartmentId,
      ...data,
    } as NewEvent<N>['data'],
    audience: [
      ...new Set([
        ...conversationAudience(conversation, { teamId: toTeamId }),
        ...people.map((id) => audience.staff(id)),
      ]),
    ],
  })
}
