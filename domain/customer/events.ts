import { z } from 'zod'
import { event, events } from '../event.ts'
import { id } from '../shape.ts'

const who = { customerId: id }

export const customerEvents = events({
  'customer.created': event(1, who),
  'customer.changed': event(1, { ...who, fields: z.array(z.string()) }),
  'customer.identified': event(1, { ...who, identityId: id, verified: z.boolean() }),
  'customer.tagged': event(1, { ...who, tagIds: z.array(id) }),
  'customer.noted': event(1, { ...who, noteId: id }),
  'customer.note_deleted': event(1, { ...who, noteId: id }),
  'customer.blocked': event(1, who),
  'customer.unblocked': event(1, who),
  'custom_field.created': event(1, { fieldId: id }),
  'custom_field.changed': event(1, { fieldId: id }),
})
