import { refuse } from '../../domain/errors.ts'
import type { Permission } from '../../domain/staff/permissions.ts'
import { type Reach, reachOf, type Viewer } from '../../domain/staff/scope.ts'
import type { Tx } from '../platform/work.ts'
import { type ConversationRecord, findConversation } from './store/conversation.ts'
import { findByKey, type KeyedLine } from './store/lines.ts'

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

/** Any conversation, locked: for what follows from an event or from its own customer, on nobody's behalf. */
export async function lockConversation(tx: Tx, id: number): Promise<ConversationRecord> {
  return found(await findConversation(tx, id, everywhere, 0, true))
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
