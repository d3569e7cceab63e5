import { z } from 'zod'
import { event, events } from '../event.ts'
import { id } from '../shape.ts'
import { conversationStates, outcomes } from './state.ts'

const state = z.enum(conversationStates)
const which = { conversationId: id }

export const conversationEvents = events({
  'conversation.started': event(1, {
    ...which,
    shopId: id,
    channelId: id,
    customerId: id,
    previousId: id.nullable(),
    repeat: z.boolean(),
  }),
  'conversation.taken': event(1, { ...which, staffId: id, fromStaffId: id.nullable(), from: state }),
  'conversation.handed_over': event(1, {
    ...which,
    fromStaffId: id.nullable(),
    toStaffId: id.nullable(),
    toTeamId: id.nullable(),
    from: state,
  }),
  'conversation.released': event(1, { ...which, staffId: id.nullable(), from: state }),
  'conversation.waits_inside': event(1, { ...which, from: state }),
  'conversation.resolved': event(1, {
    ...which,
    staffId: id.nullable(),
    from: state,
    topicId: id.nullable(),
    outcome: z.enum(outcomes),
  }),
  'conversation.reopened': event(1, { ...which, by: z.enum(['customer', 'staff']), staffId: id.nullable() }),
  'conversation.ended': event(1, { ...which, from: state }),
  'conversation.spam_marked': event(1, { ...which, spam: z.boolean() }),
  'conversation.tagged': event(1, { ...which, tagIds: z.array(id) }),
  'conversation.topic_set': event(1, { ...which, topicId: id.nullable() }),
  'conversation.read': event(1, { ...which, by: z.enum(['customer', 'staff']), seq: z.number().int() }),
})
