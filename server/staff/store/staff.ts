import { sql } from 'kysely'
import type { Grant } from '../../../domain/staff/scope.ts'
import type { Tx } from '../../platform/work.ts'

/** A member of staff as the actions see one. */
export interface StaffRow {
  readonly id: number
  readonly auth_user_id: string
  readonly name: string
  readonly email: string
  readonly language: string
  readonly settings: unknown
  readonly two_factor: boolean
  readonly suspended_at: Date | null
}

/** With what they hold and where they belong, for lists. */
export interface StaffListRow extends StaffRow {
  readonly created_at: Date
  readonly last_seen_at: Date | null
  readonly grants: { roleId: number; brandId: number | null; shopId: number | null; teamId: number | null }[]
  readonly team_ids: number[]
  readonly department_ids: number[]
}

const columns = sql`s.id, s.auth_user_id, s.name, s.email, s.language, s.settings, s.two_factor, s.suspended_at`

export async function selectStaff(tx: Tx, staffId: number): Promise<StaffRow | undefined> {
  const found = await sql<StaffRow>`select ${columns} from staff s where s.id = ${staffId}`.execute(tx)
  return found.rows[0]
}

export async function selectStaffByEmail(tx: Tx, email: string): Promise<StaffRow | undefined> {
  const found = await sql<StaffRow>`
    select ${columns} from staff s where lower(s.email) = lower(${email})`.execute(tx)
  return found.rows[0]
}

export async function selectStaffByAccount(tx: Tx, authUserId: string): Promise<StaffRow | undefined> {
  const found =
    await sql<StaffRow>`select ${columns} from staff s where s.auth_user_id = ${authUserId}`.execute(tx)
  return found.rows[0]
}

export async function selectStaffList(tx: Tx): Promise<StaffListRow[]> {
  const found = await sql<StaffListRow>`
    select ${columns}, s.created_at, s.last_seen_at,
      coalesce((
        select json_agg(json_build_object(
          'roleId', g.role_id, 'brandId', g.brand_id, 'shopId', g.shop_id, 'teamId', g.team_id) order by g.id)
        from staff_grant g where g.staff_id = s.id), '[]') as grants,
      array(select m.team_id from team_member m where m.staff_id = s.id order by 1) as team_ids,
      array(select m.department_id from department_member m where m.staff_id = s.id order by 1) as department_ids
    from staff s order by s.id`.execute(tx)
  return found.rows
}

export interface ViewerRow {
  readonly id: number
  readonly name: string
  readonly language: string
  readonly grants: Grant[]
}

const viewerColumns = sql`s.id, s.name, s.language, coalesce((
  select json_agg(json_build_object(
    'permissions', r.permissions, 'brandId', g.brand_id, 'shopId', g.shop_id, 'teamId', g.team_id) order by g.id)
  from staff_grant g join role r on r.id = g.role_id where g.staff_id = s.id), '[]') as grants`

/** Who the account is, unless suspended. Notes that the person was seen, at most every five minutes. */
export async function seeViewer(tx: Tx, authUserId: string, now: Date): Promise<ViewerRow | undefined> {
  const found = await sql<ViewerRow>`
    with seen as (
      update staff set last_seen_at = ${now} where auth_user_id = ${authUserId}
        and (last_seen_at is null or last_seen_at < ${now}::timestamptz - interval '5 minutes')
    )
    select ${viewerColumns} from staff s
    where s.auth_user_id = ${authUserId} and s.suspended_at is null`.execute(tx)
  return found.rows[0]
}

/** What a person holds at this moment, unless suspended. */
export async function selectViewer(tx: Tx, staffId: number): Promise<ViewerRow | undefined> {
  const found = await sql<ViewerRow>`
    select ${viewerColumns} from staff s where s.id = ${staffId} and s.suspended_at is null`.execute(tx)
  return found.rows[0]
}

export interface NewStaff {
  readonly authUserId: string
  readonly name: string
  readonly email: string
  readonly language: string
}

/** Answers the number. A taken address breaks `staff_email`. */
export async function insertStaff(tx: Tx, staff: NewStaff, now: Date): Promise<number> {
  const { id } = await tx
    .insertInto('staff')
    .values({
      auth_user_id: staff.authUserId,
      name: staff.name,
      email: staff.email,
      language: staff.language,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface StaffChange {
  readonly name?: string
  readonly language?: string
  /** Merged over what is kept. */
  readonly settings?: object
  readonly twoFactor?: boolean
  readonly suspendedAt?: Date | null
}

export async function updateStaffRow(tx: Tx, staffId: number, change: StaffChange): Promise<void> {
  const { name, language, settings, twoFactor, suspendedAt } = change
  await sql`
    update staff set
      name = coalesce(${name ?? null}, name),
      language = coalesce(${language ?? null}, language),
      settings = settings || ${JSON.stringify(settings ?? {})}::jsonb,
      two_factor = coalesce(${twoFactor ?? null}, two_factor),
      suspended_at = case when ${suspendedAt !== undefined} then ${suspendedAt ?? null} else suspended_at end
    where id = ${staffId}`.execute(tx)
}
