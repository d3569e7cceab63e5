import { event, events } from '../event.ts'
import { id } from '../shape.ts'

export const departmentEvents = events({
  'department.created': event(1, { departmentId: id }),
  'department.changed': event(1, { departmentId: id }),
})
