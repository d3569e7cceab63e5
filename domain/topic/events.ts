import { event, events } from '../event.ts'
import { id } from '../shape.ts'

export const topicEvents = events({
  'topic.created': event(1, { topicId: id }),
  'topic.changed': event(1, { topicId: id }),
})
