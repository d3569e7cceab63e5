import { sql } from 'kysely'
import type { CalendarDefinition } from '../../../domain/clock/calendar-shape.ts'
import type { Tx } from '../../platform/work.ts'

export interface CalendarRow {
  id: number
  brand_id: number
  name: string
  version: number
  definition: unknown
  archived_at: Date | null
}

/** Which brands to read. */
export interface BrandSet {
  readonly everything: boolean
  readonly brandIds: readonly number[]
}

const columns = sql`c.id, c.brand_id, c.name, c.version, v.definition, c.archived_at`
const joined = sql`calendar c join calendar_version v on v.calendar_id = c.id and v.version = c.version`

/** Calendars of the brands in their present version, by name. */
export async function selectCalendars(tx: Tx, set: BrandSet): Promise<CalendarRow[]> {
  const answer = await sql<CalendarRow>`
    select ${columns} from ${joined}
    where ${set.everything} or c.brand_id = any(${[...set.brandIds]}::bigint[])
    order by lower(c.name), c.id`.execute(tx)
  return answer.rows
}

/** One calendar, locked until the transaction ends. */
export async function selectCalendarToChange(tx: Tx, calendarId: number): Promise<CalendarRow | undefined> {
  const answer = await sql<CalendarRow>`
    select ${columns} from ${joined} where c.id = ${calendarId} for update of c`.execute(tx)
  return answer.rows[0]
}

export interface NewVersion {
  readonly madeBy: number | null
  readonly now: Date
}

export async function insertCalendar(
  tx: Tx,
  calendar: { brandId: number; name: string; definition: CalendarDefinition },
  made: NewVersion,
): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into calendar (brand_id, name, created_at)
    values (${calendar.brandId}, ${calendar.name}, ${made.now}) returning id`.execute(tx)
  const id = answer.rows[0]?.id ?? 0
  await insertCalendarVersion(tx, id, 1, calendar.definition, made)
  return id
}

export async function insertCalendarVersion(
  tx: Tx,
  calendarId: number,
  version: number,
  definition: CalendarDefinition,
  made: NewVersion,
): Promise<void> {
  await sql`
    insert into calendar_version (calendar_id, version, definition, made_by, made_at)
    values (${calendarId}, ${version}, ${JSON.stringify(definition)}::jsonb, ${made.madeBy}, ${made.now})`.execute(
    tx,
  )
}

export interface CalendarRowChange {
  readonly name?: string | undefined
  readonly archived?: boolean | undefined
  readonly version: number
}

export async function updateCalendarRow(
  tx: Tx,
  calendarId: number,
  change: CalendarRowChange,
  now: Date,
): Promise<void> {
  const archived = change.archived ?? null
  await sql`
    update calendar set
      name = coalesce(${change.name ?? null}::text, name),
      version = ${change.version},
      archived_at = case
        when ${archived}::boolean is null then archived_at
        when ${archived}::boolean then coalesce(archived_at, ${now}::timestamptz)
      end
    where id = ${calendarId}`.execute(tx)
}

/** Whether an open policy runs on the calendar. */
export async function calendarInUse(tx: Tx, calendarId: number): Promise<boolean> {
  const answer = await sql`
    select 1 from clock_policy p
    join clock_policy_version v on v.policy_id = p.id and v.version = p.version
    where p.archived_at is null and (v.definition->>'calendarId')::bigint = ${calendarId} limit 1`.execute(tx)
  return answer.rows.length > 0
}

/** Whether it is an open calendar of the brand; it stays so until the transaction ends. */
export async function isOpenCalendar(tx: Tx, brandId: number, calendarId: number): Promise<boolean> {
  const answer = await sql`
    select 1 from calendar where id = ${calendarId} and brand_id = ${brandId} and archived_at is null
    for share`.execute(tx)
  return answer.rows.length > 0
}

export interface VersionKey {
  readonly id: number
  readonly version: number
}

/** Definitions of these versions. */
export async function selectCalendarVersions(
  tx: Tx,
  keys: readonly VersionKey[],
): Promise<{ id: number; version: number; definition: unknown }[]> {
  const answer = await sql<{ id: number; version: number; definition: unknown }>`
    select v.calendar_id as id, v.version, v.definition
    from unnest(${keys.map((key) => key.id)}::bigint[], ${keys.map((key) => key.version)}::int[]) as k (id, version)
    join calendar_version v on v.calendar_id = k.id and v.version = k.version`.execute(tx)
  return answer.rows
}
