/** States of a conversation, in the order in which it usually passes through them. */
export const conversationStates = [
  'queued',
  'in_service',
  'waiting_customer',
  'waiting_inside',
  'resolved',
  'ended',
] as const
export type ConversationState = (typeof conversationStates)[number]

export const outcomes = [
  'solved',
  'partly_solved',
  'not_solved',
  'no_answer_needed',
  'customer_left',
  'spam',
] as const
export type Outcome = (typeof outcomes)[number]

/** Where the customer stands by their orders: none, paid and not delivered, delivered or with an open case. */
export const orderStages = ['pre_sales', 'in_sales', 'after_sales'] as const
export type OrderStage = (typeof orderStages)[number]
