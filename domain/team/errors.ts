import { refusals } from '../refusal.ts'

export const teamRefusals = refusals({
  team_not_found: { status: 404, message: 'There is no such team, or you may not see it.' },
  team_name_taken: { status: 409, message: 'A team of this name is here already.' },
  team_member_unknown: { status: 422, message: 'Somebody in the list is not a member of staff.' },
})
