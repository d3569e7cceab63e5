import { sql } from 'kysely'
import type { Tx } from '../platform/work.ts'

export interface DepartmentRow {
  id: number
  brand_id: number | null
  name: string
  archived_at: Date | null
}

export interface DepartmentWithMembersRow extends DepartmentRow {
  member_ids: number[]
}

/** Which brands' departments to read; those that serve all brands are always read. */
export interface BrandSet {
  readonly everything: boolean
  readonly brandIds: readonly number[]
}

export async function selectDepartments(tx: Tx, set: BrandSet): Promise<DepartmentWithMembersRow[]> {
  const answer = await sql<DepartmentWithMembersRow>`
    select t.id, t.brand_id, t.name, t.archived_at,
      array(select m.staff_id from department_member m where m.department_id = t.id order by m.staff_id) as member_ids
    from department t
    where ${set.everything} or t.brand_id is null or t.brand_id = any(${[...set.brandIds]}::bigint[])
    order by lower(t.name), t.id`.execute(tx)
  return answer.rows
}

export async function selectDepartment(tx: Tx, departmentId: number): Promise<DepartmentRow | undefined> {
  const answer = await sql<DepartmentRow>`
    select id, brand_id, name, archived_at from department where id = ${departmentId}`.execute(tx)
  return answer.rows[0]
}

export async function insertDepartment(
  tx: Tx,
  brandId: number | null,
  name: string,
  now: Date,
): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into department (brand_id, name, created_at) values (${brandId}, ${name}, ${now}) returning id`.execute(
    tx,
  )
  return answer.rows[0]?.id ?? 0
}

export interface DepartmentChange {
  readonly name?: string | undefined
  readonly archived?: boolean | undefined
}

/** Also locks the department until the end of the transaction, so that members are replaced one at a time. */
export async function updateDepartmentRow(
  tx: Tx,
  departmentId: number,
  change: DepartmentChange,
  now: Date,
): Promise<void> {
  const archived = change.archived ?? null
  await sql`
    update department set
      name = coalesce(${change.name ?? null}::text, name),
      archived_at = case
        when ${archived}::boolean is null then archived_at
        when ${archived}::boolean then coalesce(archived_at, ${now}::timestamptz)
      end
    where id = ${departmentId}`.execute(tx)
}

/** Makes these the members, and answers who came or went. */
export async function replaceMembers(
  tx: Tx,
  departmentId: number,
  staffIds: readonly number[],
): Promise<number[]> {
  const answer = await sql<{ staff_id: number }>`
    with wanted as (
      select distinct unnest(${[...staffIds]}::bigint[]) as staff_id
    ), gone as (
      delete from department_member
      where department_id = ${departmentId} and staff_id not in (select staff_id from wanted) returning staff_id
    ), come as (
      insert into department_member (department_id, staff_id) select ${departmentId}, staff_id from wanted
      on conflict do nothing returning staff_id
    )
    select staff_id from gone union select staff_id from come order by staff_id`.execute(tx)
  return answer.rows.map((row) => row.staff_id)
}
