import { sql } from 'kysely'
import type { GrantRow } from '../../../domain/staff/granting.ts'
import type { Permission } from '../../../domain/staff/permissions.ts'
import type { Tx } from '../../platform/work.ts'

/** A grant with what it means: the role's permissions, and the brand to which its part belongs. */
export interface PlacedGrant extends GrantRow {
  /** Null when there is no such role. */
  readonly permissions: Permission[] | null
  /** Whether brand, shop and team are there and fit each other. */
  readonly fits: boolean
  /** The brand of the shop or team, or the brand itself. */
  readonly placeBrandId: number | null
}

/** Looks up what each grant would mean. Answers in the order of the grants. */
export async function placeGrants(tx: Tx, grants: readonly GrantRow[]): Promise<PlacedGrant[]> {
  const found = await sql<PlacedGrant>`
    select g."roleId", g."brandId", g."shopId", g."teamId", r.permissions,
      coalesce(s.brand_id, t.brand_id, b.id) as "placeBrandId",
      (g."brandId" is null or b.id is not null)
        and (g."shopId" is null or (s.id is not null and coalesce(g."brandId", s.brand_id) = s.brand_id))
        and (g."teamId" is null or (t.id is not null and g."shopId" is null
          and (g."brandId" is null or g."brandId" = t.brand_id))) as fits
    from rows from (
      jsonb_to_recordset(${JSON.stringify(grants)}::jsonb)
        as ("roleId" bigint, "brandId" bigint, "shopId" bigint, "teamId" bigint)
    ) with ordinality as g("roleId", "brandId", "shopId", "teamId", place)
    left join role r on r.id = g."roleId"
    left join brand b on b.id = g."brandId"
    left join shop s on s.id = g."shopId"
    left join team t on t.id = g."teamId"
    order by g.place`.execute(tx)
  return found.rows
}

export async function selectGrants(tx: Tx, staffId: number): Promise<GrantRow[]> {
  const rows = await tx
    .selectFrom('staff_grant')
    .select(['role_id', 'brand_id', 'shop_id', 'team_id'])
    .where('staff_id', '=', staffId)
    .orderBy('id')
    .execute()
  return rows.map((g) => ({ roleId: g.role_id, brandId: g.brand_id, shopId: g.shop_id, teamId: g.team_id }))
}

/** What a person holds, with the permissions that it gives. */
export async function selectHeld(
  tx: Tx,
  staffId: number,
): Promise<(GrantRow & { permissions: Permission[] })[]> {
  const found = await sql<GrantRow & { permissions: Permission[] }>`
    select g.role_id as "roleId", g.brand_id as "brandId", g.shop_id as "shopId", g.team_id as "teamId",
      r.permissions
    from staff_grant g join role r on r.id = g.role_id where g.staff_id = ${staffId} order by g.id`.execute(
    tx,
  )
  return found.rows
}

/** Everything a person holds is replaced by these. */
export async function replaceGrants(tx: Tx, staffId: number, grants: readonly GrantRow[]): Promise<void> {
  await sql`delete from staff_grant where staff_id = ${staffId}`.execute(tx)
  await sql`
    insert into staff_grant (staff_id, role_id, brand_id, shop_id, team_id)
    select distinct ${staffId}::bigint, g."roleId", g."brandId", g."shopId", g."teamId"
    from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb)
      as g("roleId" bigint, "brandId" bigint, "shopId" bigint, "teamId" bigint)`.execute(tx)
}

/** Where a role is held, by anybody. */
export async function selectGrantsOfRole(tx: Tx, roleId: number): Promise<GrantRow[]> {
  const found = await sql<GrantRow>`
    select distinct role_id as "roleId", brand_id as "brandId", shop_id as "shopId", team_id as "teamId"
    from staff_grant where role_id = ${roleId}`.execute(tx)
  return found.rows
}

/** Those who give, take, suspend or change roles wait for each other here, so that each decides on what is true. */
export async function lockGranting(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('staff.granting'))`.execute(tx)
}

/** Whether somebody who is not suspended holds the owner's role over everything. */
export async function hasOwner(tx: Tx): Promise<boolean> {
  const found = await sql`
    select from staff s join staff_grant g on g.staff_id = s.id join role r on r.id = g.role_id
    where r.built_in = 'owner' and s.suspended_at is null
      and g.brand_id is null and g.shop_id is null and g.team_id is null limit 1`.execute(tx)
  return found.rows.length > 0
}

/** Adds a person to teams; answers those in which they were not yet. Unknown teams are left out. */
export async function joinTeams(tx: Tx, staffId: number, teamIds: readonly number[]): Promise<number[]> {
  const joined = await sql<{ team_id: number }>`
    insert into team_member (team_id, staff_id)
    select t.id, ${staffId}::bigint from team t where t.id = any(${[...teamIds]}::bigint[])
    on conflict do nothing returning team_id`.execute(tx)
  return joined.rows.map((row) => row.team_id)
}

export async function countTeams(tx: Tx, teamIds: readonly number[]): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from team where id = any(${[...teamIds]}::bigint[])`.execute(tx)
  return found.rows[0]?.count ?? 0
}

export async function selectTeamIds(tx: Tx, staffId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('team_member')
    .select('team_id')
    .where('staff_id', '=', staffId)
    .orderBy('team_id')
    .execute()
  return rows.map((row) => row.team_id)
}
