import { z } from 'zod'
import { event, events } from '../event.ts'
import { id } from '../shape.ts'
import { clockKinds } from './kinds.ts'
import { escalationActions } from './policy-shape.ts'

const version = z.number().int()
const clock = {
  conversationId: id,
  clockId: id,
  kind: z.enum(clockKinds),
  policyId: id,
  policyVersion: version,
  calendarId: id.nullable(),
  calendarVersion: version.nullable(),
  /** Who had the conversation. */
  staffId: id.nullable(),
}

export const clockEvents = events({
  'clock.calendar_changed': event(1, { calendarId: id, version }),
  /** Without a version only the order of policies changed. */
  'clock.policy_changed': event(1, { policyId: id, version: version.nullable() }),
  'clock.warned': event(1, clock),
  'clock.breached': event(1, clock),
  'clock.escalated': event(1, { ...clock, action: z.enum(escalationActions) }),
})
