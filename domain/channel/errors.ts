import { refusals } from '../refusal.ts'

export const channelRefusals = refusals({
  channel_not_found: { status: 404, message: 'There is no such channel, or it is closed.' },
  channel_name_taken: { status: 409, message: 'This shop has a channel of this name already.' },
})
