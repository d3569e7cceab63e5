import { refusals } from '../refusal.ts'

export const staffRefusals = refusals({
  sign_in_wrong: { status: 401, message: 'E-mail or password is wrong. Check both, or reset the password.' },
  two_factor_wrong: { status: 401, message: 'This code is wrong or has expired. Enter the one shown now.' },
  two_factor_missing: { status: 401, message: 'Sign in with e-mail and password first.' },
  password_wrong: { status: 403, message: 'The current password is wrong.' },
  two_factor_on: { status: 409, message: 'Two-factor is on already. Turn it off first.' },
  suspended: { status: 403, message: 'This account is suspended. Ask an administrator.' },
  link_invalid: { status: 410, message: 'This link was used, withdrawn or has expired. Ask for a new one.' },
  staff_not_found: { status: 404, message: 'There is no such member of staff.' },
  email_taken: { status: 409, message: 'Somebody with this e-mail address is here already.' },
  role_not_found: { status: 404, message: 'There is no such role.' },
  role_built_in: { status: 409, message: 'Built-in roles cannot be changed. Make an own role instead.' },
  role_held: { status: 409, message: 'Somebody holds this role. Give them another one first.' },
  grant_too_wide: { status: 403, message: 'You cannot give permissions or a range that you do not hold.' },
  staff_holds_more: {
    status: 403,
    message: 'This person holds more than you do. Ask somebody who holds at least as much.',
  },
  invitation_not_found: { status: 404, message: 'There is no such open invitation.' },
  last_owner: { status: 409, message: 'One owner must remain. Make somebody else an owner first.' },
  not_yourself: { status: 409, message: 'You cannot suspend yourself.' },
})
