import { sql } from 'kysely'
import type { GrantRow } from '../../../domain/staff/granting.ts'
import type { Tx } from '../../platform/work.ts'

export interface InvitationRow {
  readonly id: number
  readonly email: string
  readonly name: string
  readonly grants: GrantRow[]
  readonly team_ids: number[]
  readonly invited_by: number | null
  readonly created_at: Date
  readonly expires_at: Date
}

export interface NewInvitation {
  readonly tokenHash: Buffer
  readonly email: string
  readonly name: string
  readonly grants: readonly GrantRow[]
  readonly teamIds: readonly number[]
  readonly invitedBy: number | null
  readonly expiresAt: Date
}

const columns = sql`id, email, name, grants, team_ids, invited_by, created_at, expires_at`
const open = sql`accepted_at is null and withdrawn_at is null`

/** Keeps the invitation in place of an open one to the same address. */
export async function insertInvitation(tx: Tx, invitation: NewInvitation, now: Date): Promise<number> {
  await sql`
    update invitation set withdrawn_at = ${now}
    where lower(email) = lower(${invitation.email}) and ${open}`.execute(tx)
  const inserted = await sql<{ id: number }>`
    insert into invitation (token_hash, email, name, grants, team_ids, invited_by, created_at, expires_at)
    values (${invitation.tokenHash}, ${invitation.email}, ${invitation.name},
      ${JSON.stringify(invitation.grants)}::jsonb, ${[...invitation.teamIds]}::bigint[],
      ${invitation.invitedBy}, ${now}, ${invitation.expiresAt})
    returning id`.execute(tx)
  return inserted.rows[0]?.id ?? 0
}

export async function selectOpenInvitations(tx: Tx, now: Date): Promise<InvitationRow[]> {
  const found = await sql<InvitationRow>`
    select ${columns} from invitation where ${open} and expires_at > ${now} order by id desc`.execute(tx)
  return found.rows
}

/** The open invitation of this link; it stays locked until the transaction ends. */
export async function lockInvitationOf(
  tx: Tx,
  tokenHash: Buffer,
  now: Date,
): Promise<InvitationRow | undefined> {
  const found = await sql<InvitationRow>`
    select ${columns} from invitation
    where token_hash = ${tokenHash} and ${open} and expires_at > ${now} for update`.execute(tx)
  return found.rows[0]
}

/** Gives an open invitation another link, for the mail that is sent now. */
export async function renewInvitation(
  tx: Tx,
  invitationId: number,
  tokenHash: Buffer,
  now: Date,
): Promise<InvitationRow | undefined> {
  const found = await sql<InvitationRow>`
    update invitation set token_hash = ${tokenHash}
    where id = ${invitationId} and ${open} and expires_at > ${now} returning ${columns}`.execute(tx)
  return found.rows[0]
}

export async function markAccepted(tx: Tx, invitationId: number, now: Date): Promise<void> {
  await sql`update invitation set accepted_at = ${now} where id = ${invitationId}`.execute(tx)
}

/** Whether there was an open one to withdraw. */
export async function markWithdrawn(tx: Tx, invitationId: number, now: Date): Promise<boolean> {
  const done = await sql`
    update invitation set withdrawn_at = ${now} where id = ${invitationId} and ${open} returning id`.execute(
    tx,
  )
  return done.rows.length > 0
}
