import { refusals } from '../refusal.ts'

export const ratingRefusals = refusals({
  rating_not_found: { status: 404, message: 'Nobody was asked to rate this conversation.' },
  rating_link_unknown: {
    status: 404,
    message: 'This link is not one of ours, or a newer one has replaced it.',
  },
  rating_over: { status: 410, message: 'The time to rate this conversation is over.' },
})
