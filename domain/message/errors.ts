import { refusals } from '../refusal.ts'

export const messageRefusals = refusals({
  message_not_found: { status: 404, message: 'There is no such message of yours.' },
  recall_too_late: { status: 409, message: 'This message can no longer be recalled.' },
  too_many_messages: {
    status: 429,
    message: 'That was many messages at once. Wait a few seconds and send again.',
  },
})
