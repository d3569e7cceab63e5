import { refusals } from '../refusal.ts'

export const clockRefusals = refusals({
  calendar_not_found: { status: 404, message: 'There is no such calendar, or you may not see it.' },
  calendar_name_taken: { status: 409, message: 'A calendar of this name is here already.' },
  calendar_in_use: {
    status: 409,
    message: 'A clock policy runs on this calendar. Give the policy another one first.',
  },
  holiday_country_unknown: {
    status: 422,
    message: 'The holidays of this country or region are not known. Choose one of the list.',
  },
  clock_policy_not_found: { status: 404, message: 'There is no such clock policy, or you may not see it.' },
  clock_policy_name_taken: { status: 409, message: 'A clock policy of this name is here already.' },
  clock_policy_order_incomplete: {
    status: 422,
    message: 'Name all open clock policies of the brand, each once. Look at the list again.',
  },
  clock_match_unknown: {
    status: 422,
    message: 'A shop, channel, topic or tag that the policy names is not of this brand.',
  },
  clock_not_found: { status: 404, message: 'There is no such service clock, or you may not see it.' },
})
