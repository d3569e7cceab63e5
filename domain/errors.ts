import { assignmentRefusals } from './assignment/errors.ts'
import { brandRefusals } from './brand/errors.ts'
import { cannedReplyRefusals } from './canned-reply/errors.ts'
import { channelRefusals } from './channel/errors.ts'
import { conversationRefusals } from './conversation/errors.ts'
import { customerRefusals } from './customer/errors.ts'
import { departmentRefusals } from './department/errors.ts'
import { fileRefusals } from './file/errors.ts'
import { installationRefusals } from './installation/errors.ts'
import { messageRefusals } from './message/errors.ts'
import { presenceRefusals } from './presence/errors.ts'
import { ratingRefusals } from './rating/errors.ts'
import { Refusal, refusals } from './refusal.ts'
import { rosterRefusals } from './roster/errors.ts'
import { shopRefusals } from './shop/errors.ts'
import { skillRefusals } from './skill/errors.ts'
import { staffRefusals } from './staff/errors.ts'
import { tagRefusals } from './tag/errors.ts'
import { teamRefusals } from './team/errors.ts'
import { topicRefusals } from './topic/errors.ts'
import { widgetRefusals } from './widget/errors.ts'

/** Errors of the edge itself. */
export const edgeRefusals = refusals({
  input_invalid: { status: 422, message: 'Something in the input does not fit. See the faults.' },
  body_unreadable: { status: 400, message: 'The body is not readable JSON.' },
  body_too_large: { status: 413, message: 'The body is too large.' },
  media_type_refused: { status: 415, message: 'Send JSON with the content type application/json.' },
  cursor_invalid: { status: 422, message: 'This page mark is not one of ours. Begin at the first page.' },
  not_found: { status: 404, message: 'There is nothing at this address.' },
  sign_in_needed: { status: 401, message: 'Sign in first.' },
  not_allowed: { status: 403, message: 'Your roles do not allow this. Ask an administrator.' },
  origin_foreign: { status: 403, message: 'This request came from another site and was refused.' },
  too_many_requests: { status: 429, message: 'Too many requests. Wait a little and try again.' },
  key_reused: { status: 409, message: 'This idempotency key was used for something else. Use a new one.' },
  busy: { status: 503, message: 'The server is busy or restarting. Try again in a moment.' },
  internal: {
    status: 500,
    message:
      'Something went wrong on our side; nothing was changed. Try again, and tell your administrator the request number if it stays.',
  },
})

/** Every error there is, by code. */
export const allRefusals = {
  ...edgeRefusals,
  ...installationRefusals,
  ...staffRefusals,
  ...brandRefusals,
  ...shopRefusals,
  ...channelRefusals,
  ...teamRefusals,
  ...departmentRefusals,
  ...customerRefusals,
  ...conversationRefusals,
  ...assignmentRefusals,
  ...messageRefusals,
  ...ratingRefusals,
  ...cannedReplyRefusals,
  ...topicRefusals,
  ...tagRefusals,
  ...fileRefusals,
  ...widgetRefusals,
  ...presenceRefusals,
  ...rosterRefusals,
  ...skillRefusals,
} as const

export type RefusalCode = keyof typeof allRefusals

/** Makes the error of this code, to be thrown. */
export function refuse(code: RefusalCode, data: Readonly<Record<string, unknown>> = {}): Refusal {
  return new Refusal(code, allRefusals[code], data)
}
