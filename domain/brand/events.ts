import { event, events } from '../event.ts'
import { id } from '../shape.ts'

export const brandEvents = events({
  'brand.created': event(1, { brandId: id }),
  'brand.changed': event(1, { brandId: id }),
})
