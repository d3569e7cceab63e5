import { refusals } from '../refusal.ts'

export const assignmentRefusals = refusals({
  policy_changed: {
    status: 409,
    message: 'Somebody else has changed the policy meanwhile. Load it again and make your change there.',
  },
  policy_reference_unknown: {
    status: 422,
    message: 'A rule names a shop, channel, topic, tag, team or skill that this brand does not have.',
  },
  transfer_not_found: { status: 404, message: 'There is no such transfer for you.' },
  transfer_settled: { status: 409, message: 'This transfer has been settled already.' },
  transfer_open: {
    status: 409,
    message: 'This conversation is being transferred already. Withdraw that transfer first.',
  },
  not_waiting: { status: 409, message: 'This conversation does not wait for anybody.' },
  simulation_not_found: { status: 404, message: 'There is no such simulation.' },
  simulation_busy: {
    status: 409,
    message: 'A simulation of this brand is running. Wait until it has ended.',
  },
})
