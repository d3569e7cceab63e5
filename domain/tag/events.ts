import { event, events } from '../event.ts'
import { id } from '../shape.ts'

export const tagEvents = events({
  'tag.created': event(1, { tagId: id }),
  'tag.changed': event(1, { tagId: id }),
  'tag.deleted': event(1, { tagId: id }),
})
