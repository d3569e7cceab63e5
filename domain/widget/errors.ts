import { refusals } from '../refusal.ts'

export const widgetRefusals = refusals({
  visitor_unknown: { status: 401, message: 'This visit has expired. Open the window again.' },
  identity_invalid: {
    status: 401,
    message: 'The signed identity is not valid. Sign a fresh one with a current key of this shop.',
  },
  link_expired: {
    status: 410,
    message: "This link has expired. Open the talk from the shop's page instead.",
  },
  origin_refused: {
    status: 403,
    message: "This page may not show the window. Add its origin to the channel's settings.",
  },
  details_missing: {
    status: 422,
    message: 'The shop asks for your name or e-mail before the first message.',
  },
})
