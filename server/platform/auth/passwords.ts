import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Platform, Tx } from '../work.ts'
import { authOf } from './auth.ts'

/** The hash of a password as better-auth makes it (scrypt, about a tenth of a second: outside transactions). */
export async function hashPassword(platform: Platform, password: string): Promise<string> {
  const { password: hashing } = await authOf(platform).$context
  return hashing.hash(password)
}

/** Whether the password is this account's. */
export async function isPasswordOf(
  platform: Platform,
  authUserId: string,
  password: string,
): Promise<boolean> {
  const { password: hashing } = await authOf(platform).$context
  const found = await sql<{ password: string | null }>`
    select password from auth_account where user_id = ${authUserId} and provider_id = 'credential'
  `.execute(platform.kysely)
  const hash = found.rows[0]?.password
  return hash ? hashing.verify({ hash, password }) : false
}

/** Makes the account with which a person signs in; answers its id. A taken address breaks `auth_user_email_key`. */
export async function insertAccount(
  tx: Tx,
  account: { name: string; email: string; passwordHash: string },
  now: Date,
): Promise<string> {
  const id = randomBytes(16).toString('hex')
  await sql`
    insert into auth_user (id, name, email, email_verified, created_at, updated_at)
    values (${id}, ${account.name}, ${account.email}, true, ${now}, ${now})`.execute(tx)
  await sql`
    insert into auth_account (id, user_id, account_id, provider_id, password, created_at, updated_at)
    values (${randomBytes(16).toString('hex')}, ${id}, ${id}, 'credential', ${account.passwordHash}, ${now}, ${now})
  `.execute(tx)
  return id
}

/** Replaces the password of an account. */
export async function replacePassword(
  tx: Tx,
  authUserId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await sql`
    update auth_account set password = ${passwordHash}, updated_at = ${now}
    where user_id = ${authUserId} and provider_id = 'credential'`.execute(tx)
}

/** Ends a person's sign-ins, but for the one of this token, and forgets their trusted devices. */
export async function endSignIns(tx: Tx, authUserId: string, except?: string): Promise<void> {
  await sql`
    delete from auth_session where user_id = ${authUserId} and token is distinct from ${except ?? null}
  `.execute(tx)
  await sql`delete from auth_verification where value = ${authUserId}`.execute(tx)
}

/** Ends one sign-in. */
export async function endSignIn(tx: Tx, token: string): Promise<void> {
  await sql`delete from auth_session where token = ${token}`.execute(tx)
}

/** Turns two-factor off without asking for anything: for who was lost without it. */
export async function dropTwoFactor(tx: Tx, authUserId: string): Promise<void> {
  await sql`delete from auth_two_factor where user_id = ${authUserId}`.execute(tx)
  await sql`update auth_user set two_factor_enabled = false where id = ${authUserId}`.execute(tx)
}

/** Removes sign-ins and half-finished ones that have run out. */
export async function forgetEndedSignIns(tx: Tx, now: Date): Promise<void> {
  await sql`delete from auth_session where expires_at < ${now}`.execute(tx)
  await sql`delete from auth_verification where expires_at < ${now}`.execute(tx)
}
