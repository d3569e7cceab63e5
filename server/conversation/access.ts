import { refuse } from '../../domain/errors.ts'
import type { Permission } from '../../domain/staff/permissions.ts'
import { type Reach, reachOf, type Viewer } from '../../domain/staff/scope.ts'
import type { Tx } from '../platform/work.ts'
import { type ConversationRecord, findConversation } from './store/conversation.ts'
import { findByKey, type KeyedLine } from './store/lines.ts'
import { findReceiver } from './store/receivers.ts'

/** The only way to a conversation on a viewer's behalf. What they may not see is not found. */
export async function accessConversation(
  tx: Tx,
  viewer: Viewer,
  id: number,
  permission: Permission = 'conversation.read',
): Promise<ConversationRecord> {
  return found(await findConversation(tx, id, reachOf(viewer, permission), viewer.staffId, false))
}

/** The same for a change: the row is locked until the transaction ends. */
export async function accessConversationToChange(
  tx: Tx,
  viewer: Viewer,
  id: number,
  permission: Permission,
): Promise<ConversationRecord> {
  return found(await findConversation(tx, id, reachOf(viewer, permission), viewer.staffId, true))
}

/** Locks a conversation on the system's own behalf; null when there is none. */
export async function lockConversation(tx: Tx, id: number): Promise<ConversationRecord | null> {
  return findConversation(tx, id, everywhere, 0, true)
}

/** Name of a person who may serve the place, or null. */
export async function nameOfReceiver(
  tx: Tx,
  staffId: number,
  place: { brandId: number; shopId: number; teamId: number | null },
): Promise<string | null> {
  return findReceiver(tx, staffId, place)
}

const everywhere: Reach = { everything: true, brandIds: [], shopIds: [], teamIds: [] }

function found(row: ConversationRecord | null): ConversationRecord {
  if (!row) throw refuse('conversation_not_found')
  return row
}

/** The line of an accessed conversation that carries this key already: a write that was tried again. */
export async function findKeyedLine(
  tx: Tx,
  conversation: ConversationRecord,
  key: string,
): Promise<KeyedLine | null> {
  return findByKey(tx, conversation.id, key)
}
