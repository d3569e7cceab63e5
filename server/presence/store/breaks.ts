import { sql } from 'kysely'
import type { Localized } from '../../../domain/localized.ts'
import type { Tx } from '../../platform/work.ts'

export interface BreakKindRow {
  readonly id: number
  readonly name: Localized
  readonly limitMinutes: number
  readonly position: number
  readonly archived: boolean
}

const columns = sql`k.id, k.name, k.limit_minutes as "limitMinutes", k.position, k.archived_at is not null as archived`

export async function selectBreakKinds(tx: Tx): Promise<BreakKindRow[]> {
  const found =
    await sql<BreakKindRow>`select ${columns} from break_kind k order by k.position, k.id`.execute(tx)
  return found.rows
}

export async function selectBreakKind(tx: Tx, id: number): Promise<BreakKindRow | null> {
  const found = await sql<BreakKindRow>`select ${columns} from break_kind k where k.id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

export interface BreakKindInput {
  readonly name: Localized
  readonly limitMinutes: number
  /** At the end when left out. */
  readonly position?: number | undefined
}

export async function insertBreakKind(tx: Tx, kind: BreakKindInput, now: Date): Promise<number> {
  const found = await sql<{ id: number }>`
    insert into break_kind (name, limit_minutes, position, created_at)
    values (${JSON.stringify(kind.name)}::jsonb, ${kind.limitMinutes},
      coalesce(${kind.position ?? null}::integer, (select coalesce(max(position), 0) + 1 from break_kind)), ${now})
    returning id`.execute(tx)
  return found.rows[0]?.id ?? 0
}

export interface BreakKindChange {
  readonly name?: Localized | undefined
  readonly limitMinutes?: number | undefined
  readonly position?: number | undefined
  readonly archived?: boolean | undefined
}

export async function updateBreakKindRow(
  tx: Tx,
  id: number,
  change: BreakKindChange,
  now: Date,
): Promise<boolean> {
  const { name, limitMinutes, position, archived = null } = change
  const found = await sql`
    update break_kind set
      name = coalesce(${name ? JSON.stringify(name) : null}::jsonb, name),
      limit_minutes = coalesce(${limitMinutes ?? null}::integer, limit_minutes),
      position = coalesce(${position ?? null}::integer, position),
      archived_at = case when ${archived}::boolean is null then archived_at
        when ${archived}::boolean then coalesce(archived_at, ${now}::timestamptz) end
    where id = ${id} returning id`.execute(tx)
  return found.rows.length > 0
}

export interface QuotaRow {
  readonly teamId: number
  readonly name: string
  readonly mostOnBreak: number | null
  readonly onBreak: number
}

export async function selectQuotas(
  tx: Tx,
  brands: { readonly everything: boolean; readonly brandIds: readonly number[] },
): Promise<QuotaRow[]> {
  const found = await sql<QuotaRow>`
    select t.id as "teamId", t.name, t.most_on_break as "mostOnBreak", (
      select count(*)::int from team_member m join presence p on p.staff_id = m.staff_id
      where m.team_id = t.id and p.state = 'break') as "onBreak"
    from team t
    where t.archived_at is null
      and (${brands.everything} or t.brand_id is null or t.brand_id = any(${[...brands.brandIds]}::bigint[]))
    order by lower(t.name), t.id`.execute(tx)
  return found.rows
}

/** Locks the limited teams of a person: from here on breaks of these teams begin one after the other. */
export async function lockTeamsOf(tx: Tx, staffId: number): Promise<void> {
  await sql`
    select t.id from team t join team_member m on m.team_id = t.id
    where m.staff_id = ${staffId} and t.most_on_break is not null and t.archived_at is null
    order by t.id for no key update of t`.execute(tx)
}

export interface TeamOnBreak extends QuotaRow {
  /** Who of the team is on a break, the person not among them; who has been away longest first. */
  readonly people: { staffId: number; name: string; since: string }[]
}

/** The limited teams of a person with who is on a break there. */
export async function selectTeamsOnBreak(tx: Tx, staffId: number): Promise<TeamOnBreak[]> {
  const found = await sql<TeamOnBreak>`
    select t.id as "teamId", t.name, t.most_on_break as "mostOnBreak", count(p.staff_id)::int as "onBreak",
      coalesce(json_agg(json_build_object('staffId', p.staff_id, 'name', s.name, 'since', p.since) order by p.since)
        filter (where p.staff_id is not null), '[]') as people
    from team_member own
    join team t on t.id = own.team_id and t.most_on_break is not null and t.archived_at is null
    left join team_member m on m.team_id = t.id and m.staff_id <> ${staffId}
    left join presence p on p.staff_id = m.staff_id and p.state = 'break'
    left join staff s on s.id = p.staff_id
    where own.staff_id = ${staffId}
    group by t.id order by t.id`.execute(tx)
  return found.rows
}

export async function updateQuota(tx: Tx, teamId: number, mostOnBreak: number | null): Promise<void> {
  await sql`update team set most_on_break = ${mostOnBreak}::integer where id = ${teamId}`.execute(tx)
}
