import { event, events } from '../event.ts'
import { id } from '../shape.ts'

export const teamEvents = events({
  'team.created': event(1, { teamId: id }),
  'team.changed': event(1, { teamId: id }),
})
