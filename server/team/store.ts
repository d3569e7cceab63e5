import { sql } from 'kysely'
import type { Tx } from '../platform/work.ts'

export interface TeamRow {
  id: number
  brand_id: number | null
  name: string
  archived_at: Date | null
}

export interface TeamWithMembersRow extends TeamRow {
  member_ids: number[]
}

/** Which brands' teams to read; those that serve all brands are always read. */
export interface BrandSet {
  readonly everything: boolean
  readonly brandIds: readonly number[]
}

export async function selectTeams(tx: Tx, set: BrandSet): Promise<TeamWithMembersRow[]> {
  const answer = await sql<TeamWithMembersRow>`
    select t.id, t.brand_id, t.name, t.archived_at,
      array(select m.staff_id from team_member m where m.team_id = t.id order by m.staff_id) as member_ids
    from team t
    where ${set.everything} or t.brand_id is null or t.brand_id = any(${[...set.brandIds]}::bigint[])
    order by lower(t.name), t.id`.execute(tx)
  return answer.rows
}

export async function selectTeam(tx: Tx, teamId: number): Promise<TeamRow | undefined> {
  const answer = await sql<TeamRow>`
    select id, brand_id, name, archived_at from team where id = ${teamId}`.execute(tx)
  return answer.rows[0]
}

export async function insertTeam(tx: Tx, brandId: number | null, name: string, now: Date): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into team (brand_id, name, created_at) values (${brandId}, ${name}, ${now}) returning id`.execute(
    tx,
  )
  return answer.rows[0]?.id ?? 0
}

export interface TeamChange {
  readonly name?: string | undefined
  readonly archived?: boolean | undefined
}

/** Also locks the team until the end of the transaction, so that members are replaced one at a time. */
export async function updateTeamRow(tx: Tx, teamId: number, change: TeamChange, now: Date): Promise<void> {
  const archived = change.archived ?? null
  await sql`
    update team set
      name = coalesce(${change.name ?? null}::text, name),
      archived_at = case
        when ${archived}::boolean is null then archived_at
        when ${archived}::boolean then coalesce(archived_at, ${now}::timestamptz)
      end
    where id = ${teamId}`.execute(tx)
}

/** Makes these the members, and answers who came or went. */
export async function replaceMembers(tx: Tx, teamId: number, staffIds: readonly number[]): Promise<number[]> {
  const answer = await sql<{ staff_id: number }>`
    with wanted as (
      select distinct unnest(${[...staffIds]}::bigint[]) as staff_id
    ), gone as (
      delete from team_member
      where team_id = ${teamId} and staff_id not in (select staff_id from wanted) returning staff_id
    ), come as (
      insert into team_member (team_id, staff_id) select ${teamId}, staff_id from wanted
      on conflict do nothing returning staff_id
    )
    select staff_id from gone union select staff_id from come order by staff_id`.execute(tx)
  return answer.rows.map((row) => row.staff_id)
}
