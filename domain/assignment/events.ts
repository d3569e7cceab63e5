import { z } from 'zod'
import { conversationStates } from '../conversation/state.ts'
import { event, events } from '../event.ts'
import { id } from '../shape.ts'

const which = { conversationId: id }
const transfer = {
  ...which,
  transferId: id,
  fromStaffId: id.nullable(),
  toStaffId: id.nullable(),
  toTeamId: id.nullable(),
  toDepartmentId: id.nullable(),
}

export const assignmentEvents = events({
  /** The planner gave it to somebody by itself. */
  'conversation.assigned': event(1, {
    ...which,
    staffId: id,
    assignmentId: id,
    from: z.enum(conversationStates),
    policyVersion: z.number().int(),
  }),
  'assignment.relaxed': event(1, {
    ...which,
    step: z.number().int(),
    dropped: z.array(z.enum(['preferred', 'levels', 'team', 'everything'])),
  }),
  /** Back to the front of the queue: the agent did not answer in time, or has gone offline. */
  'assignment.returned': event(1, { ...which, staffId: id, because: z.enum(['silent', 'offline']) }),
  'assignment.policy_changed': event(1, { brandId: id, version: z.number().int() }),
  /** The customer left it as an offline message (留言). */
  'assignment.left_offline': event(1, which),
  'assignment.simulated': event(1, { simulationId: id }),
  'transfer.offered': event(1, { ...transfer, number: z.number().int() }),
  'transfer.accepted': event(1, { ...transfer, byStaffId: id }),
  'transfer.declined': event(1, { ...transfer, byStaffId: id }),
  /** Nobody accepted in time. */
  'transfer.returned': event(1, transfer),
  'transfer.withdrawn': event(1, { ...transfer, byStaffId: id.nullable() }),
})
