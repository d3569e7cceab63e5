import { setTimeout } from 'node:timers/promises'
import { APIError } from 'better-auth/api'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import { authOf } from '../../platform/auth/auth.ts'
import { endSignIn, endSignIns } from '../../platform/auth/passwords.ts'
import { withoutCookie } from '../../platform/auth/request.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { type Platform, system, transact, type Work } from '../../platform/work.ts'
import { type StaffRow, selectStaffByAccount, selectStaffByEmail } from '../store/staff.ts'
import { forgetViewers } from '../viewers.ts'
import { countFailure, giveBackAttempt, isFirstUse, takeAttempt } from './attempts.ts'

/** Who asks, as better-auth sees it (`authHeaders`), and from where. */
export interface Door {
  readonly headers: Headers
  readonly address: string
}

/** What became of signing in, with the cookies for the browser. */
export interface SignedIn<S extends string = 'signed_in' | 'two_factor'> {
  readonly status: S
  readonly cookies: Headers
}

/**
 * Signs in with a password. Unknown addresses, wrong passwords and locked accounts look the same from outside.
 * Refuses `sign_in_wrong`, `suspended` (only to who knows the password), `too_many_requests`.
 */
export async function signIn(
  platform: Platform,
  door: Door,
  input: { email: string; password: string; remember: boolean },
): Promise<SignedIn> {
  const began = performance.now()
  const attempt = { account: input.email, address: door.address }
  await takeAttempt(platform, attempt)
  const { headers, response } = await authOf(platform)
    .api.signInEmail({
      body: { email: input.email, password: input.password, rememberMe: input.remember },
      headers: door.headers,
      returnHeaders: true,
    })
    .catch(async (error: unknown) => {
      if (!isRefusal(error)) throw error
      noteFailure(platform, input.email)
      await countFailure(platform, attempt)
      await untilNextQuarter(began)
      throw refuse('sign_in_wrong')
    })
  await giveBackAttempt(platform, attempt)
  const staff = await selectStaffByEmail(platform.kysely, input.email)
  const { id } = await usable(platform, staff)
  if (!('token' in response)) return { status: 'two_factor', cookies: headers }
  await noteSignIn(platform, id, false)
  return { status: 'signed_in', cookies: headers }
}

/**
 * Finishes signing in with a code. Refuses `two_factor_wrong`, `two_factor_missing` (also after five wrong codes),
 * `too_many_requests` (ten wrong ones of an account within a quarter of an hour), `suspended`.
 */
export async function signInTwoFactor(
  platform: Platform,
  door: Door,
  input: { kind: 'totp' | 'backup'; code: string; trustDevice: boolean },
): Promise<SignedIn<'signed_in'>> {
  const attempt = { account: null, address: door.address }
  await takeAttempt(platform, attempt)
  const auth = authOf(platform)
  const { authCookies } = await auth.$context
  const request = {
    body: { code: input.code.replace(/\s/g, ''), trustDevice: input.trustDevice },
    // An older sign-in of somebody else in the same browser must not be taken for this one.
    headers: withoutCookie(door.headers, authCookies.sessionToken.name),
    returnHeaders: true as const,
  }
  const verify = input.kind === 'totp' ? auth.api.verifyTOTP(request) : auth.api.verifyBackupCode(request)
  const { headers, response } = await verify.catch(async (error: unknown) => {
    if (!isRefusal(error)) throw error
    await countFailure(platform, attempt)
    throw refuse(...twoFactorRefusal(error))
  })
  await giveBackAttempt(platform, attempt)
  const authUserId = response.user.id
  if (input.kind === 'totp' && !(await isFirstUse(platform, authUserId, request.body.code))) {
    if (response.token) await endSignIn(platform.kysely, response.token)
    throw refuse('two_factor_wrong')
  }
  const staff = await selectStaffByAccount(platform.kysely, authUserId)
  const { id } = await usable(platform, staff)
  await noteSignIn(platform, id, true)
  return { status: 'signed_in', cookies: headers }
}

/** Ends this sign-in. */
export async function signOut(work: Work, door: Door, staffId: number): Promise<Headers> {
  const { headers } = await authOf(work.platform).api.signOut({ headers: door.headers, returnHeaders: true })
  forgetViewers(work.platform, staffId)
  await transact(work.platform, work.actor, (ending) =>
    appendEvent(ending, {
      name: 'staff.signed_out',
      brandId: null,
      data: { staffId },
      audience: [audience.staff(staffId)],
    }),
  )
  return headers
}

/** Failures answer at full quarters of a second, so that milliseconds do not tell which addresses are known. */
async function untilNextQuarter(began: number): Promise<void> {
  const quarter = 250
  await setTimeout(quarter - ((performance.now() - began) % quarter))
}

function isRefusal(error: unknown): error is APIError {
  return error instanceof APIError && error.statusCode < 500
}

function twoFactorRefusal(error: APIError): Parameters<typeof refuse> {
  const code = error.body?.code
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return ['too_many_requests', { retryAfterSeconds: 900 }]
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return ['two_factor_wrong']
  return ['two_factor_missing']
}

/** The person behind a right password. Refuses `suspended`, and ends what signing in has begun. */
async function usable(platform: Platform, staff: StaffRow | undefined): Promise<StaffRow> {
  if (!staff) throw refuse('sign_in_wrong')
  if (staff.suspended_at === null) return staff
  await endSignIns(platform.kysely, staff.auth_user_id)
  throw refuse('suspended')
}

async function noteSignIn(platform: Platform, staffId: number, twoFactor: boolean): Promise<void> {
  await transact(platform, { kind: 'staff', id: staffId }, (work) =>
    appendEvent(work, {
      name: 'staff.signed_in',
      brandId: null,
      data: { staffId, twoFactor },
      audience: [audience.staff(staffId)],
    }),
  )
}

/** Not waited for: how long the answer takes must not tell whether the address is known. */
function noteFailure(platform: Platform, email: string): void {
  const noted = transact(platform, system, async (work) => {
    const staff = await selectStaffByEmail(work.tx, email)
    if (!staff) return
    await appendEvent(work, {
      name: 'staff.sign_in_failed',
      brandId: null,
      data: { staffId: staff.id },
      audience: [audience.staff(staff.id)],
    })
  })
  noted.catch((error: unknown) => platform.log.warn({ err: error }, 'a failed sign-in was not noted'))
}
