import { refusals } from '../refusal.ts'

export const departmentRefusals = refusals({
  department_not_found: { status: 404, message: 'There is no such department, or you may not see it.' },
  department_name_taken: { status: 409, message: 'A department of this name is here already.' },
  department_member_unknown: { status: 422, message: 'Somebody in the list is not a member of staff.' },
})
