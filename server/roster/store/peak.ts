import { sql } from 'kysely'
import type { PeakEvent, PeakSettings } from '../../../domain/roster/peak.ts'
import type { Stretch } from '../../../domain/roster/shift.ts'
import type { Tx } from '../../platform/work.ts'

export interface PeakRow extends PeakEvent {
  readonly id: number
  readonly name: string
  readonly settings: PeakSettings
}

const columns = sql`e.id, e.brand_id as "brandId", e.name, e.starts_at as "startsAt", e.ends_at as "endsAt",
  e.settings, e.cancelled_at as "cancelledAt"`

export async function selectPeaks(
  tx: Tx,
  brands: { readonly everything: boolean; readonly brandIds: readonly number[] },
): Promise<PeakRow[]> {
  const found = await sql<PeakRow>`
    select ${columns} from peak_event e
    where ${brands.everything} or e.brand_id = any(${[...brands.brandIds]}::bigint[])
    order by e.starts_at desc, e.id desc limit 500`.execute(tx)
  return found.rows
}

export async function selectPeak(tx: Tx, peakEventId: number): Promise<PeakRow | null> {
  const found = await sql<PeakRow>`
    select ${columns} from peak_event e where e.id = ${peakEventId}`.execute(tx)
  return found.rows[0] ?? null
}

/** Locks the brand's peak events until the transaction ends, and finds one that stands in these days. */
export async function lockAndFindOverlap(
  tx: Tx,
  brandId: number,
  { startsAt, endsAt }: Stretch,
  exceptId: number | null,
): Promise<PeakRow | null> {
  await sql`select id from brand where id = ${brandId} for no key update`.execute(tx)
  const found = await sql<PeakRow>`
    select ${columns} from peak_event e
    where e.brand_id = ${brandId} and e.cancelled_at is null and e.starts_at < ${endsAt} and e.ends_at > ${startsAt}
      and e.id is distinct from ${exceptId}::bigint
    order by e.starts_at limit 1`.execute(tx)
  return found.rows[0] ?? null
}

export async function insertPeak(
  tx: Tx,
  peak: Omit<PeakRow, 'id' | 'cancelledAt'>,
  createdBy: number,
  now: Date,
): Promise<number> {
  const found = await sql<{ id: number }>`
    insert into peak_event (brand_id, name, starts_at, ends_at, settings, created_by, created_at)
    values (${peak.brandId}, ${peak.name}, ${peak.startsAt}, ${peak.endsAt}, ${JSON.stringify(peak.settings)}::jsonb,
      ${createdBy}, ${now})
    returning id`.execute(tx)
  return found.rows[0]?.id ?? 0
}

export async function updatePeakRow(tx: Tx, peak: PeakRow): Promise<void> {
  await sql`
    update peak_event set name = ${peak.name}, starts_at = ${peak.startsAt}, ends_at = ${peak.endsAt},
      settings = ${JSON.stringify(peak.settings)}::jsonb
    where id = ${peak.id}`.execute(tx)
}

export async function cancelPeakRow(tx: Tx, peakEventId: number, now: Date): Promise<void> {
  await sql`update peak_event set cancelled_at = ${now} where id = ${peakEventId}`.execute(tx)
}

/** A peak event that stops leave in these days for somebody who works for its brand by a role or a team. */
export async function selectLeaveStop(
  tx: Tx,
  staffId: number,
  { startsAt, endsAt }: Stretch,
): Promise<PeakRow | null> {
  const found = await sql<PeakRow>`
    select ${columns} from peak_event e
    where e.cancelled_at is null and e.starts_at < ${endsAt} and e.ends_at > ${startsAt}
      and (e.settings ->> 'leaveStop')::boolean
      and (exists (
        select from staff_grant g left join shop h on h.id = g.shop_id left join team t on t.id = g.team_id
        where g.staff_id = ${staffId} and coalesce(g.brand_id, h.brand_id, t.brand_id) = e.brand_id
      ) or exists (
        select from team_member m join team t on t.id = m.team_id
        where m.staff_id = ${staffId} and t.brand_id = e.brand_id))
    order by e.starts_at limit 1`.execute(tx)
  return found.rows[0] ?? null
}
