import { sql } from 'kysely'
import type { CreditLine } from '../../../domain/rating/credit.ts'
import type { Tx } from '../../platform/work.ts'

/** What decides whether the customer of an ended conversation is invited. */
export interface EndedRecord {
  readonly conversationId: number
  readonly brandId: number
  readonly shopId: number
  readonly customerId: number
  readonly teamId: number | null
  readonly assigneeId: number | null
  readonly endedAt: Date
  readonly resolvedAt: Date
  readonly spam: boolean
  readonly blocked: boolean
  readonly hasEmail: boolean
  readonly settings: unknown
  readonly invited: boolean
  readonly customerInvitedAt: Date | null
}

export async function findEnded(tx: Tx, conversationIds: readonly number[]): Promise<EndedRecord[]> {
  const found = await sql<EndedRecord>`
    select c.id as "conversationId", c.brand_id as "brandId", c.shop_id as "shopId",
      c.customer_id as "customerId", c.team_id as "teamId", c.assignee_id as "assigneeId",
      c.ended_at as "endedAt", coalesce(c.resolved_at, c.ended_at) as "resolvedAt", c.spam,
      u.blocked_at is not null as blocked, u.email is not null as "hasEmail", h.settings,
      exists (select from rating r where r.conversation_id = c.id) as invited,
      (select r.invited_at from rating r where r.customer_id = c.customer_id
        order by r.invited_at desc limit 1) as "customerInvitedAt"
    from conversation c
    join customer u on u.id = c.customer_id
    join channel h on h.id = c.channel_id
    where c.id = any(${[...conversationIds]}::bigint[]) and c.state = 'ended' and c.ended_at is not null
    order by c.id`.execute(tx)
  return found.rows
}

export interface EndedLine extends CreditLine {
  readonly conversationId: number
  /** For a step: its code. */
  readonly step: string | null
}

/** The replies of staff and the resolutions of these conversations, in their order. */
export async function findCreditLines(tx: Tx, conversationIds: readonly number[]): Promise<EndedLine[]> {
  const found = await sql<EndedLine>`
    select m.conversation_id as "conversationId", m.seq, m.kind, m.author_kind as "authorKind",
      m.author_id as "authorId", m.recalled_at is not null as recalled,
      case when m.kind = 'step' then m.text end as step
    from message m
    where m.conversation_id = any(${[...conversationIds]}::bigint[])
      and ((m.kind = 'message' and m.author_kind = 'staff') or (m.kind = 'step' and m.text = 'resolved'))
    order by m.conversation_id, m.seq`.execute(tx)
  return found.rows
}

export interface NewInvitation {
  readonly brandId: number
  readonly conversationId: number
  readonly shopId: number
  readonly customerId: number
  readonly invitedAt: Date
  readonly expiresAt: Date
  readonly mailDueAt: Date | null
  readonly resolvedAt: Date
  readonly creditedStaffId: number
  readonly creditedReplies: number
  readonly allReplies: number
  readonly creditTied: boolean
}

/** Answers its number, or null when there is an invitation already. */
export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<number | null> {
  const row = await tx
    .insertInto('rating')
    .values({
      brand_id: invitation.brandId,
      conversation_id: invitation.conversationId,
      shop_id: invitation.shopId,
      customer_id: invitation.customerId,
      invited_at: invitation.invitedAt,
      expires_at: invitation.expiresAt,
      mail_due_at: invitation.mailDueAt,
      resolved_at: invitation.resolvedAt,
      credited_staff_id: invitation.creditedStaffId,
      credited_replies: invitation.creditedReplies,
      all_replies: invitation.allReplies,
      credit_tied: invitation.creditTied,
    })
    .onConflict((on) => on.column('conversation_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}
