import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'

/** Says for whom this process holds a connection, until then. Rows are written in one order, so that two never wait crosswise. */
export async function renewLeases(
  tx: Tx,
  processId: string,
  staffIds: readonly number[],
  until: Date,
): Promise<void> {
  await sql`
    insert into presence_lease (staff_id, process_id, expires_at)
    select id, ${processId}, ${until} from unnest(${[...staffIds].sort((a, b) => a - b)}::bigint[]) as id
    on conflict (staff_id, process_id) do update set expires_at = excluded.expires_at`.execute(tx)
}

/** The last connection of the person in this process is gone: the lease ends now, and the grace begins. */
export async function endLease(tx: Tx, processId: string, staffId: number, now: Date): Promise<void> {
  await sql`
    update presence_lease set expires_at = ${now}
    where staff_id = ${staffId} and process_id = ${processId}`.execute(tx)
}

/**
 * Locks who is there although every connection they had ended before that moment, and who was suspended. Who never had
 * one since (a program that speaks for somebody) is not judged by it.
 */
export async function lockUnconnected(tx: Tx, endedBefore: Date, limit: number): Promise<number[]> {
  const found = await sql<{ staff_id: number }>`
    select p.staff_id from presence p join staff s on s.id = p.staff_id
    where p.state <> 'offline' and (s.suspended_at is not null or (p.since <= ${endedBefore} and (
      select max(l.expires_at) from presence_lease l where l.staff_id = p.staff_id) <= ${endedBefore}))
    order by p.staff_id limit ${limit} for update of p skip locked`.execute(tx)
  return found.rows.map((row) => row.staff_id)
}

/** Locks whose wrap-up time is over. */
export async function lockWrappedUp(tx: Tx, now: Date, limit: number): Promise<number[]> {
  const found = await sql<{ staff_id: number }>`
    select staff_id from presence where state = 'wrap_up' and until_at <= ${now}
    order by staff_id limit ${limit} for update skip locked`.execute(tx)
  return found.rows.map((row) => row.staff_id)
}

/** Removes leases that ended long ago, of people who are offline. */
export async function deleteEndedLeases(tx: Tx, endedBefore: Date): Promise<void> {
  await sql`
    delete from presence_lease l using presence p
    where p.staff_id = l.staff_id and p.state = 'offline' and l.expires_at <= ${endedBefore}`.execute(tx)
}
