import { sql } from 'kysely'
import type { ClockStage } from '../../../domain/clock/kinds.ts'
import type { Tx } from '../../platform/work.ts'
import { type ClockRow, clockColumns } from './clocks.ts'

export interface DueClock extends ClockRow {
  readonly brandId: number
  readonly shopId: number
  readonly teamId: number | null
  readonly assigneeId: number | null
}

/** Clocks that need to be looked at, locked, the longest overdue first; what another process has in hand is left to it. */
export async function takeDueClocks(tx: Tx, until: Date, limit: number): Promise<DueClock[]> {
  const answer = await sql<DueClock>`
    with taken as (
      select * from clock where next_at <= ${until} order by next_at limit ${limit} for update skip locked
    )
    select ${clockColumns}, c.brand_id as "brandId", c.shop_id as "shopId", c.team_id as "teamId",
      c.assignee_id as "assigneeId"
    from taken k join conversation c on c.id = k.conversation_id
    order by k.next_at, k.id`.execute(tx)
  return answer.rows
}

export interface Advanced {
  readonly id: number
  readonly stage: ClockStage
  readonly stepsDone: number
  readonly nextAt: Date | null
  readonly breachedAt: Date | null
  readonly staffId: number | null
}

export async function advanceClocks(tx: Tx, clocks: readonly Advanced[]): Promise<void> {
  await sql`
    update clock k set stage = r.stage, steps_done = r."stepsDone", next_at = r."nextAt",
      breached_at = r."breachedAt", staff_id = r."staffId"
    from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as r (id bigint, stage text, "stepsDone" smallint,
      "nextAt" timestamptz, "breachedAt" timestamptz, "staffId" bigint)
    where k.id = r.id`.execute(tx)
}

/**
 * Up to when the clocks know what happened: the moment of the first event of these names that their reader has not
 * read, or null when it has read all. `started` is false before it has read anything.
 */
export async function readUpTo(
  tx: Tx,
  reader: string,
  names: readonly string[],
): Promise<{ started: boolean; until: Date | null }> {
  const answer = await sql<{ until: Date | null }>`
    select (
      select e.happened_at from event e
      where (e.epoch, e.xact, e.id) > (r.epoch, r.xact, r.event_id) and e.name = any(${[...names]}::text[])
      order by e.epoch, e.xact, e.id limit 1
    ) as until
    from log_reader r where r.name = ${reader} and (r.epoch, r.xact, r.event_id) > (0, 0, 0)`.execute(tx)
  const row = answer.rows[0]
  return { started: row !== undefined, until: row?.until ?? null }
}
