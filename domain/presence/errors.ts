import { refusals } from '../refusal.ts'

export const presenceRefusals = refusals({
  presence_not_found: { status: 404, message: 'There is nobody of this number whom you may see.' },
  presence_impossible: { status: 409, message: 'That does not follow from the present state.' },
  presence_not_there: {
    status: 409,
    message: 'They are offline. Only they themselves can say that they are there.',
  },
  break_kind_not_found: { status: 404, message: 'There is no such kind of break.' },
  break_kind_archived: { status: 409, message: 'This kind of break is no longer used. Choose another.' },
  break_quota_used: {
    status: 409,
    message: 'All places for breaks of the team are taken. Wait until somebody is back.',
  },
})
