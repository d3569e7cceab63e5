import { APIError } from 'better-auth/api'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { authOf } from '../../platform/auth/auth.ts'
import { endSignIns, hashPassword, isPasswordOf, replacePassword } from '../../platform/auth/passwords.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { transact, type Work } from '../../platform/work.ts'
import { voidResets } from '../store/resets.ts'
import { type StaffRow, selectStaff, updateStaffRow } from '../store/staff.ts'
import { forgetViewers } from '../viewers.ts'
import { giveBackProof, takeProof } from './attempts.ts'

/** Changes the own password; ends the other sign-ins and voids reset links. Refuses `password_wrong`. */
export async function changePassword(
  work: Work,
  viewer: Viewer,
  headers: Headers,
  input: { current: string; next: string },
): Promise<void> {
  const { platform } = work
  const staff = await provePassword(work, viewer, input.current)
  const passwordHash = await hashPassword(platform, input.next)
  const signedIn = await authOf(platform).api.getSession({ headers, query: { disableRefresh: true } })
  await transact(platform, work.actor, async (changing) => {
    await replacePassword(changing.tx, staff.auth_user_id, passwordHash, changing.now)
    await endSignIns(changing.tx, staff.auth_user_id, signedIn?.session.token)
    await voidResets(changing.tx, staff.id, changing.now)
    await appendEvent(changing, {
      name: 'staff.password_changed',
      brandId: null,
      data: { staffId: staff.id },
      audience: [audience.staff(staff.id)],
    })
  })
  forgetViewers(platform, staff.id)
}

/** Begins two-factor. It is on once a first code is confirmed. Refuses `password_wrong`, `two_factor_on`. */
export async function startTwoFactor(
  work: Work,
  viewer: Viewer,
  headers: Headers,
  password: string,
): Promise<{ uri: string; backupCodes: string[] }> {
  const staff = await provePassword(work, viewer, password)
  if (staff.two_factor) throw refuse('two_factor_on')
  const begun = await authOf(work.platform).api.enableTwoFactor({ body: { password }, headers })
  if (begun.method !== 'totp') throw new Error('better-auth began another kind of two-factor')
  return { uri: begun.totpURI, backupCodes: begun.backupCodes }
}

/** Turns two-factor on with a first code; answers the new cookies. Refuses `two_factor_wrong`. */
export async function confirmTwoFactor(
  work: Work,
  viewer: Viewer,
  headers: Headers,
  code: string,
): Promise<Headers> {
  const { platform } = work
  await takeProof(platform, viewer.staffId)
  const confirmed = await authOf(platform)
    .api.verifyTOTP({ body: { code: code.replace(/\s/g, '') }, headers, returnHeaders: true })
    .catch((error: unknown) => {
      throw error instanceof APIError && error.statusCode < 500 ? refuse('two_factor_wrong') : error
    })
  await giveBackProof(platform, viewer.staffId)
  await noteTwoFactor(work, viewer, true)
  return confirmed.headers
}

/** Turns two-factor off; answers the new cookies. Refuses `password_wrong`. */
export async function disableTwoFactor(
  work: Work,
  viewer: Viewer,
  headers: Headers,
  password: string,
): Promise<Headers> {
  await provePassword(work, viewer, password)
  const disabled = await authOf(work.platform).api.disableTwoFactor({
    body: { password },
    headers,
    returnHeaders: true,
  })
  await noteTwoFactor(work, viewer, false)
  return disabled.headers
}

async function provePassword(work: Work, viewer: Viewer, password: string): Promise<StaffRow> {
  const staff = await selectStaff(work.tx, viewer.staffId)
  if (!staff) throw refuse('sign_in_needed')
  await takeProof(work.platform, staff.id)
  if (!(await isPasswordOf(work.platform, staff.auth_user_id, password))) throw refuse('password_wrong')
  await giveBackProof(work.platform, staff.id)
  return staff
}

async function noteTwoFactor(work: Work, viewer: Viewer, on: boolean): Promise<void> {
  await transact(work.platform, work.actor, async (noting) => {
    await updateStaffRow(noting.tx, viewer.staffId, { twoFactor: on })
    await appendEvent(noting, {
      name: 'staff.two_factor_changed',
      brandId: null,
      data: { staffId: viewer.staffId, on },
      audience: [audience.everybody],
    })
  })
  forgetViewers(work.platform, viewer.staffId)
}
