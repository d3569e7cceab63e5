import { refusals } from '../refusal.ts'

export const cannedReplyRefusals = refusals({
  canned_reply_not_found: { status: 404, message: 'There is no such canned reply.' },
  shortcut_taken: { status: 409, message: 'This short cut is in use. Choose another one.' },
  sharing_not_allowed: { status: 403, message: 'You may keep own canned replies, but not share them.' },
})
