import { createHash } from 'node:crypto'
import { giveBackToWindow, takeFromWindow } from '../../platform/http/rate.ts'
import type { Platform } from '../../platform/work.ts'

const quarter = 15 * 60
const hour = 60 * 60

/** An attempt to sign in: for which account (null when it is not known yet), from which address. */
export interface Attempt {
  readonly account: string | null
  readonly address: string
}

/** Counts an attempt. Refuses `too_many_requests` after 10 failed ones of an account or 50 of an address in 15 min. */
export async function takeAttempt({ kysely, now }: Platform, attempt: Attempt): Promise<void> {
  await takeFromWindow(kysely, addressKey(attempt), 50, quarter, now())
  if (attempt.account) await takeFromWindow(kysely, accountKey(attempt.account), 10, quarter, now())
}

/** Only failures count: gives back what a successful attempt took. */
export async function giveBackAttempt({ kysely, now }: Platform, attempt: Attempt): Promise<void> {
  await giveBackToWindow(kysely, addressKey(attempt), quarter, now())
  if (attempt.account) await giveBackToWindow(kysely, accountKey(attempt.account), quarter, now())
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

function addressKey({ address }: Attempt): string {
  return `sign_in:address:${hashed(address)}`
}

function hashed(text: string): string {
  return createHash('sha256').update(text.toLowerCase()).digest('base64url')
}
