import { sql } from 'kysely'
import type { PresenceState, StateAfterWrapUp } from '../../../domain/presence/state.ts'
import type { Reach } from '../../../domain/staff/scope.ts'
import type { Tx } from '../../platform/work.ts'

/** Somebody's presence as the actions see it. */
export interface PresenceRecord {
  readonly staffId: number
  readonly name: string
  readonly suspended: boolean
  readonly teamIds: number[]
  readonly state: PresenceState
  readonly since: Date
  readonly untilAt: Date | null
  readonly breakKindId: number | null
  readonly thenState: StateAfterWrapUp | null
  readonly capacity: number
  readonly peakCapacity: number
  readonly used: number
  readonly idleSince: Date
  readonly backSince: Date | null
}

export interface ListedPresence extends PresenceRecord {
  readonly connected: boolean
}

const columns = sql`p.staff_id as "staffId", s.name, s.suspended_at is not null as suspended,
  array(select m.team_id from team_member m where m.staff_id = p.staff_id order by 1) as "teamIds",
  p.state, p.since, p.until_at as "untilAt", p.break_kind_id as "breakKindId", p.then_state as "thenState",
  p.capacity, p.peak_capacity as "peakCapacity", p.used, p.idle_since as "idleSince", p.back_since as "backSince"`

const connected = (now: Date) =>
  sql`exists(select 1 from presence_lease l where l.staff_id = p.staff_id and l.expires_at > ${now}) as connected`

/** A part of the organisation: a reach, or some brands. */
type Part = Pick<Reach, 'everything' | 'brandIds'> & Partial<Reach>

/**
 * SQL that is true for a member of staff `s` who belongs to the reach: by a role over a part of it, or by a team of it.
 * Whoever holds a role over everything belongs to every reach that is only read.
 */
function belongs(reach: Part) {
  const brandIds = sql`${[...reach.brandIds]}::bigint[]`
  const shopIds = sql`${[...(reach.shopIds ?? [])]}::bigint[]`
  const teamIds = sql`${[...(reach.teamIds ?? [])]}::bigint[]`
  return sql<boolean>`(${reach.everything} or exists (
      select 1 from staff_grant g
      left join shop h on h.id = g.shop_id left join team t on t.id = g.team_id
      where g.staff_id = s.id and (coalesce(g.brand_id, h.brand_id, t.brand_id) = any(${brandIds})
        or g.shop_id = any(${shopIds}) or g.team_id = any(${teamIds}))
    ) or exists (
      select 1 from team_member m join team t on t.id = m.team_id
      where m.staff_id = s.id and (m.team_id = any(${teamIds}) or t.brand_id = any(${brandIds}))
    ))`
}

/** True for who holds a role over everything: they serve all brands and are seen by all. */
const servesAll = sql<boolean>`exists (
  select 1 from staff_grant g
  where g.staff_id = s.id and g.brand_id is null and g.shop_id is null and g.team_id is null)`

/** People of the part, those who serve all brands, and the viewer; nobody who is suspended. */
export async function selectSeenPresence(
  tx: Tx,
  part: Part,
  viewerId: number,
  now: Date,
): Promise<ListedPresence[]> {
  const found = await sql<ListedPresence>`
    select ${columns}, ${connected(now)} from presence p join staff s on s.id = p.staff_id
    where s.suspended_at is null and (s.id = ${viewerId} or ${belongs(part)} or ${servesAll})
    order by lower(s.name), s.id`.execute(tx)
  return found.rows
}

/** The numbers of the same people. */
export async function selectSeenIds(tx: Tx, part: Part, viewerId: number): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select s.id from staff s
    where s.suspended_at is null and (s.id = ${viewerId} or ${belongs(part)} or ${servesAll})`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** One person's; who is not of the reach is not found. */
export async function selectPresence(
  tx: Tx,
  staffId: number,
  now: Date,
  reach: Reach | 'anybody',
): Promise<ListedPresence | null> {
  const found = await sql<ListedPresence>`
    select ${columns}, ${connected(now)} from presence p join staff s on s.id = p.staff_id
    where s.id = ${staffId} and ${reach === 'anybody' ? sql`true` : belongs(reach)}`.execute(tx)
  return found.rows[0] ?? null
}

/** Which of these people belong to the reach. */
export async function selectLed(tx: Tx, reach: Reach, staffIds: readonly number[]): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select s.id from staff s where s.id = any(${[...staffIds]}::bigint[]) and ${belongs(reach)}`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** Locks these people's rows until the transaction ends, always in the same order. */
export async function lockPresence(tx: Tx, staffIds: readonly number[]): Promise<PresenceRecord[]> {
  const found = await sql<PresenceRecord>`
    select ${columns} from presence p join staff s on s.id = p.staff_id
    where p.staff_id = any(${[...staffIds]}::bigint[]) order by p.staff_id for update of p`.execute(tx)
  return found.rows
}

export interface CapacityOf {
  readonly staffId: number
  readonly capacity: number
  readonly peakCapacity: number
}

/** Sets capacities of locked rows; answers whose changed. */
export async function updateCapacities(tx: Tx, people: readonly CapacityOf[]): Promise<number[]> {
  const found = await sql<{ staff_id: number }>`
    update presence p set capacity = w.capacity, peak_capacity = w."peakCapacity"
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      as w("staffId" bigint, capacity double precision, "peakCapacity" double precision)
    where p.staff_id = w."staffId" and (p.capacity, p.peak_capacity) is distinct from (w.capacity, w."peakCapacity")
    returning p.staff_id`.execute(tx)
  return found.rows.map((row) => row.staff_id)
}

/** Notes when somebody's leave ended; what is noted already and later stays. */
export async function updateBackSince(tx: Tx, staffId: number, at: Date): Promise<void> {
  await sql`
    update presence set back_since = ${at}
    where staff_id = ${staffId} and (back_since is null or back_since < ${at})`.execute(tx)
}
