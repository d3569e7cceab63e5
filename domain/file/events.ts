import { event, events } from '../event.ts'
import { id } from '../shape.ts'

export const fileEvents = events({
  'file.uploaded': event(1, { fileId: id }),
})
