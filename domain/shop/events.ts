import { event, events } from '../event.ts'
import { id } from '../shape.ts'

export const shopEvents = events({
  'shop.created': event(1, { shopId: id }),
  'shop.changed': event(1, { shopId: id }),
})
