import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { endSignIns, hashPassword, replacePassword } from '../../platform/auth/passwords.ts'
import { hashOfToken, randomToken } from '../../platform/auth/random-token.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { addJob } from '../../platform/jobs/jobs.ts'
import { type Platform, system, transact, type Work } from '../../platform/work.ts'
import { insertReset, selectResetStaffId, spendReset } from '../store/resets.ts'
import { type StaffRow, selectStaff, selectStaffByEmail } from '../store/staff.ts'
import { forgetViewers } from '../viewers.ts'
import { takeResetRequest } from './attempts.ts'
import { presentViewer, requireNotAbove } from './granting.ts'

const hour = 3_600_000
/** About ten minutes: who waits longer has asked again. */
const mailing = { attempts: 7 }

/** A link for one purpose: shown here, or mailed and then not shown. */
export interface Link {
  /** Empty when it was mailed. */
  readonly link: string
  readonly mailed: boolean
  readonly expiresAt: string
}

/**
 * Has a reset mail sent if the address is known. What happens before the answer is the same either way, because
 * the address is looked up by the job. Answers false without mail or `PUBLIC_URL`: the address that a stranger's
 * request names must not stand in a mail. Refuses `too_many_requests`.
 */
export async function forgotPassword(platform: Platform, email: string): Promise<boolean> {
  const { smtpUrl, publicUrl } = platform.config
  if (!smtpUrl || !publicUrl) return false
  await takeResetRequest(platform, email)
  await transact(platform, system, (work) =>
    addJob(work.tx, 'mail_password_reset', { email, origin: publicUrl }, mailing),
  )
  return true
}

/**
 * Makes a reset link for a person: mailed where mail is set up, answered where not.
 * Refuses `staff_not_found`, `staff_holds_more`, `suspended`.
 */
export async function makeResetLink(
  work: Work,
  viewer: Viewer,
  staffId: number,
  origin: string,
): Promise<Link> {
  const staff = await selectStaff(work.tx, staffId)
  if (!staff) throw refuse('staff_not_found')
  await requireNotAbove(work.tx, await presentViewer(work.tx, viewer), staffId)
  if (staff.suspended_at !== null) throw refuse('suspended')
  if (!work.platform.config.smtpUrl) return newResetLink(work, staff, origin)
  await addJob(work.tx, 'mail_password_reset', { email: staff.email, origin }, mailing)
  return { link: '', mailed: true, expiresAt: new Date(work.now.getTime() + hour).toISOString() }
}

/** A fresh link for this person, valid for an hour. */
export async function newResetLink(work: Work, staff: StaffRow, origin: string): Promise<Link> {
  const { token, hash } = randomToken()
  const expiresAt = new Date(work.now.getTime() + hour)
  await insertReset(work.tx, { tokenHash: hash, staffId: staff.id, expiresAt }, work.now)
  return { link: `${origin}/reset#token=${token}`, mailed: false, expiresAt: expiresAt.toISOString() }
}

/** A fresh link for the person of this address, for the mail that is sent now; null when there is nobody. */
export async function resetLinkFor(
  platform: Platform,
  email: string,
  origin: string,
): Promise<{ link: string; staff: StaffRow } | null> {
  const staff = await selectStaffByEmail(platform.kysely, email)
  if (!staff || staff.suspended_at !== null) return null
  const { link } = await transact(platform, system, (work) => newResetLink(work, staff, origin))
  return { link, staff }
}

/** Sets a new password with a link's token, once; ends all sign-ins of that person. Refuses `link_invalid`. */
export async function resetPassword(
  platform: Platform,
  input: { token: string; password: string },
): Promise<void> {
  const tokenHash = hashOfToken(input.token)
  const staffId = await selectResetStaffId(platform.kysely, tokenHash, platform.now())
  if (!staffId) throw refuse('link_invalid')
  const passwordHash = await hashPassword(platform, input.password)
  await transact(platform, { kind: 'staff', id: staffId }, async (work) => {
    const staff = await selectStaff(work.tx, staffId)
    if (!staff || !(await spendReset(work.tx, tokenHash, staffId, work.now))) throw refuse('link_invalid')
    await replacePassword(work.tx, staff.auth_user_id, passwordHash, work.now)
    await endSignIns(work.tx, staff.auth_user_id)
    await appendEvent(work, {
      name: 'staff.password_changed',
      brandId: null,
      data: { staffId },
      audience: [audience.staff(staffId)],
    })
    work.afterCommit(() => forgetViewers(platform, staffId))
  })
}
