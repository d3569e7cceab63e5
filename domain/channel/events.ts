import { event, events } from '../event.ts'
import { id } from '../shape.ts'

export const channelEvents = events({
  'channel.created': event(1, { channelId: id }),
  'channel.changed': event(1, { channelId: id }),
})
