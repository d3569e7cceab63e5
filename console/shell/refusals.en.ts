import { allRefusals, type RefusalCode } from '../../domain/errors.ts'

export type RefusalWords = Record<RefusalCode | 'unreachable', string>

/** What the server itself says, by code. */
const said = Object.fromEntries(
  Object.entries(allRefusals).map(([code, { message }]) => [code, message]),
) as Record<RefusalCode, string>

/** What a refused request is called on the screen. Where the server speaks to programs, people get other words. */
const refusals: RefusalWords = {
  ...said,
  unreachable:
    'The server could not be reached. What you typed is still here. Check the connection and try again.',
  input_invalid: 'Something does not fit yet. Look at the fields marked in red.',
  body_unreadable: 'The server could not read the request. Reload the page and try again.',
  body_too_large: 'That is too large to be sent. Make it smaller and try again.',
  media_type_refused: 'The server does not take this kind of content.',
  not_found: 'There is nothing at this address any more. Go back and reload the list.',
  origin_foreign:
    'This page is open under an address the server does not know. Ask an administrator to set PUBLIC_URL.',
  key_reused: 'This was sent before with other content. Reload the page and try again.',
  internal:
    'Something went wrong on our side; nothing was changed. Try again, and tell your administrator if it stays.',
  file_too_large: 'This file is too large. Send a smaller one.',
}

export default refusals
