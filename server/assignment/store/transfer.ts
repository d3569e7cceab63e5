import { sql } from 'kysely'
import type { TransferState } from '../../../domain/assignment/transfer.ts'
import type { Tx } from '../../platform/work.ts'

export interface TransferRow {
  readonly id: number
  readonly brandId: number
  readonly conversationId: number
  readonly number: number
  readonly fromStaffId: number | null
  readonly toStaffId: number | null
  readonly toTeamId: number | null
  readonly toDepartmentId: number | null
  readonly toLead: boolean
  readonly reason: string
  readonly summary: string
  readonly state: TransferState
  readonly offeredAt: Date
  readonly expiresAt: Date | null
  readonly settledAt: Date | null
  readonly settledById: number | null
  readonly declinedBy: number[]
}

const columns = sql`t.id, t.brand_id as "brandId", t.conversation_id as "conversationId", t.number,
  t.from_staff_id as "fromStaffId", t.to_staff_id as "toStaffId", t.to_team_id as "toTeamId",
  t.to_department_id as "toDepartmentId", t.to_lead as "toLead", t.reason, t.summary, t.state,
  t.offered_at as "offeredAt", t.expires_at as "expiresAt", t.settled_at as "settledAt",
  t.settled_by as "settledById", t.declined_by as "declinedBy"`

/** The same with the names that are shown. */
export interface NamedTransfer extends TransferRow {
  readonly shopId: number
  readonly customerName: string | null
  readonly fromName: string | null
  readonly toName: string
}

const named = sql`select ${columns}, c.shop_id as "shopId", u.name as "customerName", f.name as "fromName",
    coalesce(s.name, m.name, d.name, '') as "toName"
  from transfer t
  join conversation c on c.id = t.conversation_id
  join customer u on u.id = c.customer_id
  left join staff f on f.id = t.from_staff_id
  left join staff s on s.id = t.to_staff_id
  left join team m on m.id = t.to_team_id
  left join department d on d.id = t.to_department_id`

/** All transfers of a conversation, newest first. */
export async function selectTransfers(
  tx: Tx,
  conversationId: number,
  limit: number,
): Promise<NamedTransfer[]> {
  const found = await sql<NamedTransfer>`
    ${named} where t.conversation_id = ${conversationId} order by t.id desc limit ${limit}`.execute(tx)
  return found.rows
}

export async function selectTransfer(tx: Tx, id: number): Promise<NamedTransfer | null> {
  const found = await sql<NamedTransfer>`${named} where t.id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

/** SQL that is true for a transfer `t` that is offered to this person and that they have not declined. */
const offeredTo = (staffId: number) => sql<boolean>`(t.to_staff_id = ${staffId} or (
    not ${staffId}::bigint = any(t.declined_by) and t.from_staff_id is distinct from ${staffId} and (
      exists (select from team_member m where m.team_id = t.to_team_id and m.staff_id = ${staffId})
      or exists (select from department_member m where m.department_id = t.to_department_id
        and m.staff_id = ${staffId}))))`

/** Open offers to a person, or by them, oldest first. */
export async function selectOffers(
  tx: Tx,
  staffId: number,
  now: Date,
): Promise<(NamedTransfer & { toMe: boolean })[]> {
  const found = await sql<NamedTransfer & { toMe: boolean }>`
    select * from (select n.*, (select ${offeredTo(staffId)} from transfer t where t.id = n.id) as "toMe"
      from (${named} where t.state = 'offered' and (t.expires_at is null or t.expires_at > ${now})) n) o
    where o."toMe" or o."fromStaffId" = ${staffId}
    order by o.id limit 200`.execute(tx)
  return found.rows
}

/** Locks a transfer that concerns this person; `toMe` says whether it is offered to them. */
export async function lockTransfer(
  tx: Tx,
  id: number,
  staffId: number,
): Promise<(TransferRow & { toMe: boolean }) | null> {
  const found = await sql<TransferRow & { toMe: boolean }>`
    select ${columns}, ${offeredTo(staffId)} as "toMe" from transfer t where t.id = ${id} for update`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

/** How often a conversation was passed on by transfer. */
export async function countAccepted(tx: Tx, conversationId: number): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from transfer where conversation_id = ${conversationId} and state = 'accepted'`.execute(
    tx,
  )
  return found.rows[0]?.count ?? 0
}

export type NewTransfer = Omit<
  TransferRow,
  'id' | 'state' | 'settledAt' | 'settledById' | 'declinedBy' | 'expiresAt'
> & { readonly expiresAt: Date }

/** Offers it; answers its number. Breaks `transfer_open` where one is offered already. */
export async function insertTransfer(tx: Tx, made: NewTransfer): Promise<number> {
  const found = await sql<{ id: number }>`
    insert into transfer (brand_id, conversation_id, number, from_staff_id, to_staff_id, to_team_id, to_department_id,
      to_lead, reason, summary, state, offered_at, expires_at)
    values (${made.brandId}, ${made.conversationId}, ${made.number}, ${made.fromStaffId}, ${made.toStaffId},
      ${made.toTeamId}, ${made.toDepartmentId}, ${made.toLead}, ${made.reason}, ${made.summary}, 'offered',
      ${made.offeredAt}, ${made.expiresAt})
    returning id`.execute(tx)
  return found.rows[0]?.id ?? 0
}

/** Settles it; false when somebody else was faster. */
export async function settleTransfer(
  tx: Tx,
  id: number,
  state: TransferState,
  by: number | null,
  now: Date,
): Promise<boolean> {
  const done = await sql`
    update transfer set state = ${state}, settled_at = ${now}, settled_by = ${by}::bigint
    where id = ${id} and state = 'offered' returning id`.execute(tx)
  return done.rows.length > 0
}

/** One of many has declined. */
export async function noteDecline(tx: Tx, id: number, staffId: number): Promise<void> {
  await sql`update transfer set declined_by = declined_by || ${staffId}::bigint where id = ${id}`.execute(tx)
}

/** Offers whose time is over. */
export async function selectExpired(tx: Tx, now: Date, limit: number): Promise<TransferRow[]> {
  const found = await sql<TransferRow>`
    select ${columns} from transfer t where t.state = 'offered' and t.expires_at <= ${now}
    order by t.expires_at limit ${limit}`.execute(tx)
  return found.rows
}

/** Offers of these conversations that mean nothing any more: somebody else has it by now, or it is over. */
export async function selectMoved(tx: Tx, conversationIds: readonly number[]): Promise<TransferRow[]> {
  const found = await sql<TransferRow>`
    select ${columns} from transfer t join conversation c on c.id = t.conversation_id
    where t.state = 'offered' and t.conversation_id = any(${[...conversationIds]}::bigint[])
      and (c.state in ('resolved', 'ended') or c.assignee_id is distinct from t.from_staff_id)
    order by t.id`.execute(tx)
  return found.rows
}

/** Members of a team or department who may answer in the shop, those who are there first; 50 at most. */
export async function selectMembersWhoMay(
  tx: Tx,
  to: { teamId: number | null; departmentId: number | null },
  place: { brandId: number; shopId: number },
): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select s.id from staff s
    join presence p on p.staff_id = s.id
    where s.suspended_at is null and ${mayAnswer(place)} and (
      exists (select from team_member m join team on team.id = m.team_id and team.archived_at is null
        and (team.brand_id is null or team.brand_id = ${place.brandId})
        where m.team_id = ${to.teamId} and m.staff_id = s.id)
      or exists (select from department_member m join department d on d.id = m.department_id
        and d.archived_at is null and (d.brand_id is null or d.brand_id = ${place.brandId})
        where m.department_id = ${to.departmentId} and m.staff_id = s.id))
    order by (p.state = 'offline'), s.id limit 50`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** The duty lead for a place: who is there and has the most room; else any. Never one of `not`. */
export async function selectLead(
  tx: Tx,
  place: { brandId: number; shopId: number },
  not: readonly (number | null)[],
): Promise<number | null> {
  const found = await sql<{ id: number }>`
    select s.id from staff s
    join presence p on p.staff_id = s.id
    join staff_grant l on l.staff_id = s.id and (l.brand_id is null or l.brand_id = ${place.brandId})
      and (l.shop_id is null or l.shop_id = ${place.shopId})
    join role r on r.id = l.role_id and r.built_in = 'duty_lead'
    where s.suspended_at is null and ${mayAnswer(place)} and s.id <> all(${not.filter((id) => id !== null)}::bigint[])
    order by array_position(array['online', 'paused', 'wrap_up', 'break', 'offline'], p.state),
      p.used / greatest(p.capacity, 0.25), s.id limit 1`.execute(tx)
  return found.rows[0]?.id ?? null
}

/** SQL that is true for staff `s` who may answer in the shop. */
function mayAnswer(place: { brandId: number; shopId: number }) {
  return sql<boolean>`exists (
    select from staff_grant g join role gr on gr.id = g.role_id
    where g.staff_id = s.id and 'conversation.reply' = any(gr.permissions)
      and (g.brand_id is null or g.brand_id = ${place.brandId})
      and (g.shop_id is null or g.shop_id = ${place.shopId}))`
}
