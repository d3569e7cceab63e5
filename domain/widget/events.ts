import { z } from 'zod'
import { event, events } from '../event.ts'
import { id } from '../shape.ts'

export const widgetEvents = events({
  'visitor.created': event(1, { visitorId: id, customerId: id, shopId: id, verified: z.boolean() }),
})
