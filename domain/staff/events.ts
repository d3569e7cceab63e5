import { z } from 'zod'
import { event, events } from '../event.ts'
import { id } from '../shape.ts'

const who = { staffId: id }

export const staffEvents = events({
  'staff.created': event(1, who),
  'staff.changed': event(1, who),
  'staff.suspended': event(1, who),
  'staff.restored': event(1, who),
  'staff.signed_in': event(1, { ...who, twoFactor: z.boolean() }),
  'staff.signed_out': event(1, who),
  'staff.sign_in_failed': event(1, who),
  'staff.password_changed': event(1, who),
  'staff.two_factor_changed': event(1, { ...who, on: z.boolean() }),
  /** Roles, scopes or team membership changed: what the person may see must be computed anew. */
  'staff.access_changed': event(1, who),
  'staff.invited': event(1, { invitationId: id }),
  'staff.invitation_withdrawn': event(1, { invitationId: id }),
  'role.created': event(1, { roleId: id }),
  'role.changed': event(1, { roleId: id }),
  'role.deleted': event(1, { roleId: id }),
})
