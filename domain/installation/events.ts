import { event, events } from '../event.ts'
import { id } from '../shape.ts'

export const installationEvents = events({
  'installation.set_up': event(1, { staffId: id, brandId: id, shopId: id }),
})
