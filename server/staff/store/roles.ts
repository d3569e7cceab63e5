import { sql } from 'kysely'
import type { Localized } from '../../../domain/localized.ts'
import type { Permission } from '../../../domain/staff/permissions.ts'
import type { Tx } from '../../platform/work.ts'

export interface RoleRow {
  readonly id: number
  readonly built_in: string | null
  readonly name: Localized
  readonly permissions: Permission[]
  readonly holders: number
}

const columns = sql`r.id, r.built_in, r.name, r.permissions,
  (select count(distinct g.staff_id)::int from staff_grant g where g.role_id = r.id) as holders`

export async function selectRoles(tx: Tx): Promise<RoleRow[]> {
  const found = await sql<RoleRow>`
    select ${columns} from role r order by r.built_in is null, r.id`.execute(tx)
  return found.rows
}

export async function selectRole(tx: Tx, roleId: number): Promise<RoleRow | undefined> {
  const found = await sql<RoleRow>`select ${columns} from role r where r.id = ${roleId}`.execute(tx)
  return found.rows[0]
}

export async function selectBuiltInRoleId(tx: Tx, key: string): Promise<number | undefined> {
  const row = await tx.selectFrom('role').select('id').where('built_in', '=', key).executeTakeFirst()
  return row?.id
}

/** Makes a built-in role, or brings it in step; touches nothing that is right already. */
export async function keepBuiltInRole(
  tx: Tx,
  key: string,
  role: { name: Localized; permissions: readonly Permission[] },
): Promise<void> {
  await sql`
    insert into role (built_in, name, permissions)
    values (${key}, ${JSON.stringify(role.name)}::jsonb, ${[...role.permissions]}::text[])
    on conflict (built_in) do update set name = excluded.name, permissions = excluded.permissions
    where (role.name, role.permissions) is distinct from (excluded.name, excluded.permissions)`.execute(tx)
}

export async function insertRole(
  tx: Tx,
  role: { name: Localized; permissions: readonly Permission[] },
  now: Date,
): Promise<number> {
  const inserted = await sql<{ id: number }>`
    insert into role (name, permissions, created_at)
    values (${JSON.stringify(role.name)}::jsonb, ${[...role.permissions]}::text[], ${now}) returning id`.execute(
    tx,
  )
  return inserted.rows[0]?.id ?? 0
}

export async function updateRoleRow(
  tx: Tx,
  roleId: number,
  change: { name?: Localized; permissions?: readonly Permission[] },
): Promise<void> {
  await sql`
    update role set
      name = coalesce(${change.name ? JSON.stringify(change.name) : null}::jsonb, name),
      permissions = coalesce(${change.permissions ? [...change.permissions] : null}::text[], permissions)
    where id = ${roleId}`.execute(tx)
}

export async function deleteRoleRow(tx: Tx, roleId: number): Promise<void> {
  await tx.deleteFrom('role').where('id', '=', roleId).execute()
}
