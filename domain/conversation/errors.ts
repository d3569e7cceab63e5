import { refusals } from '../refusal.ts'

export const conversationRefusals = refusals({
  conversation_not_found: { status: 404, message: 'There is no such conversation, or you may not see it.' },
  conversation_taken: {
    status: 409,
    message: 'Somebody else has this conversation. Ask them, or let a supervisor move it.',
  },
  command_impossible: {
    status: 409,
    message: 'This is not possible in the state in which the conversation is now. Look at it again.',
  },
  receiver_unknown: {
    status: 422,
    message: 'The person or team to hand over to is not here, or may not serve this shop.',
  },
  customer_blocked: {
    status: 403,
    message: 'You cannot write here at present. Please contact the shop another way.',
  },
})
