import { createHash } from 'node:crypto'
import { Refusal } from '../../../domain/refusal.ts'
import { giveBackToWindow, requireRoom, takeFromWindow } from '../../platform/http/rate.ts'
import type { Platform } from '../../platform/work.ts'

const quarter = 15 * 60
const hour = 60 * 60

/** An attempt to sign in: for which account (null when it is not known yet), from which address. */
export interface Attempt {
  readonly account: string | null
  readonly address: string
}

/**
 * Counts an attempt that begins. Refuses `too_many_requests` after 10 failed ones of an account or 50 of an address
 * within 15 min. An address may have 200 attempts open at once: a whole shift signs in behind one address.
 */
export async function takeAttempt({ kysely, now }: Platform, { account, address }: Attempt): Promise<void> {
  await requireRoom(kysely, failuresKey(address), 50, quarter, now())
  await takeFromWindow(kysely, openKey(address), 200, quarter, now())
  if (account) await takeFromWindow(kysely, accountKey(account), 10, quarter, now())
}

/** An attempt has failed: it stays counted, for the address too. */
export async function countFailure({ kysely, now }: Platform, { address }: Attempt): Promise<void> {
  await takeFromWindow(kysely, failuresKey(address), 50, quarter, now())
}

/** An attempt has succeeded: it counts no more. */
export async function giveBackAttempt(
  { kysely, now }: Platform,
  { account, address }: Attempt,
): Promise<void> {
  await giveBackToWindow(kysely, openKey(address), quarter, now())
  if (account) await giveBackToWindow(kysely, accountKey(account), quarter, now())
}

/**
 * Whether a code from an authenticator app is used for the first time. It is valid for a minute and a half, and must
 * not be used twice (RFC 6238, section 5.2).
 */
export async function isFirstUse(
  { kysely, now }: Platform,
  authUserId: string,
  code: string,
): Promise<boolean> {
  const key = `two_factor_code:${hashed(`${authUserId} ${code}`)}`
  try {
    await takeFromWindow(kysely, key, 1, hour, now())
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Refuses `too_many_requests` after 10 wrong passwords or codes of somebody signed in, within 15 min. */
export async function takeProof({ kysely, now }: Platform, staffId: number): Promise<void> {
  await takeFromWindow(kysely, `staff_proof:${staffId}`, 10, quarter, now())
}

export async function giveBackProof({ kysely, now }: Platform, staffId: number): Promise<void> {
  await giveBackToWindow(kysely, `staff_proof:${staffId}`, quarter, now())
}

/** Refuses `too_many_requests` after 5 requests for a reset mail to one address within an hour. */
export async function takeResetRequest({ kysely, now }: Platform, email: string): Promise<void> {
  await takeFromWindow(kysely, `password_reset:${hashed(email)}`, 5, hour, now())
}

function accountKey(email: string): string {
  return `sign_in:account:${hashed(email)}`
}

function openKey(address: string): string {
  return `sign_in:open:${hashed(address)}`
}

function failuresKey(address: string): string {
  return `sign_in:failed:${hashed(address)}`
}

function hashed(text: string): string {
  return createHash('sha256').update(text.toLowerCase()).digest('base64url')
}
