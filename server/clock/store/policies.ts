import { sql } from 'kysely'
import type { PolicyDefinition, PolicyMatch } from '../../../domain/clock/policy-shape.ts'
import type { Tx } from '../../platform/work.ts'
import type { BrandSet, NewVersion, VersionKey } from './calendars.ts'

export interface PolicyRow {
  id: number
  brand_id: number
  name: string
  position: number
  version: number
  definition: unknown
  archived_at: Date | null
}

const columns = sql`p.id, p.brand_id, p.name, p.position, p.version, v.definition, p.archived_at`
const joined = sql`clock_policy p join clock_policy_version v on v.policy_id = p.id and v.version = p.version`

/** Policies of the brands in their present version, by position. */
export async function selectPolicies(tx: Tx, set: BrandSet): Promise<PolicyRow[]> {
  const answer = await sql<PolicyRow>`
    select ${columns} from ${joined}
    where ${set.everything} or p.brand_id = any(${[...set.brandIds]}::bigint[])
    order by p.brand_id, p.position, p.id`.execute(tx)
  return answer.rows
}

/** One policy, locked until the transaction ends. */
export async function selectPolicyToChange(tx: Tx, policyId: number): Promise<PolicyRow | undefined> {
  const answer = await sql<PolicyRow>`
    select ${columns} from ${joined} where p.id = ${policyId} for update of p`.execute(tx)
  return answer.rows[0]
}

/** The open policies of a brand, locked. */
export async function lockOpenPolicies(tx: Tx, brandId: number): Promise<number[]> {
  const answer = await sql<{ id: number }>`
    select id from clock_policy where brand_id = ${brandId} and archived_at is null
    order by position, id for update`.execute(tx)
  return answer.rows.map((row) => row.id)
}

export async function insertPolicy(
  tx: Tx,
  policy: { brandId: number; name: string; definition: PolicyDefinition },
  made: NewVersion,
): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into clock_policy (brand_id, name, position, created_at)
    select ${policy.brandId}, ${policy.name},
      coalesce((select max(position) from clock_policy where brand_id = ${policy.brandId}), 0) + 1, ${made.now}
    returning id`.execute(tx)
  const id = answer.rows[0]?.id ?? 0
  await insertPolicyVersion(tx, id, 1, policy.definition, made)
  return id
}

export async function insertPolicyVersion(
  tx: Tx,
  policyId: number,
  version: number,
  definition: PolicyDefinition,
  made: NewVersion,
): Promise<void> {
  await sql`
    insert into clock_policy_version (policy_id, version, definition, made_by, made_at)
    values (${policyId}, ${version}, ${JSON.stringify(definition)}::jsonb, ${made.madeBy}, ${made.now})`.execute(
    tx,
  )
}

export interface PolicyRowChange {
  readonly name?: string | undefined
  readonly archived?: boolean | undefined
  readonly version: number
}

export async function updatePolicyRow(
  tx: Tx,
  policyId: number,
  change: PolicyRowChange,
  now: Date,
): Promise<void> {
  const archived = change.archived ?? null
  await sql`
    update clock_policy set
      name = coalesce(${change.name ?? null}::text, name),
      version = ${change.version},
      archived_at = case
        when ${archived}::boolean is null then archived_at
        when ${archived}::boolean then coalesce(archived_at, ${now}::timestamptz)
      end
    where id = ${policyId}`.execute(tx)
}

/** Puts the policies in this order. */
export async function updatePositions(tx: Tx, policyIds: readonly number[]): Promise<void> {
  await sql`
    update clock_policy p set position = o.position
    from unnest(${[...policyIds]}::bigint[]) with ordinality as o (id, position)
    where p.id = o.id`.execute(tx)
}

/** Whether all that a match names belongs to the brand. */
export async function matchIsOfBrand(tx: Tx, brandId: number, match: PolicyMatch): Promise<boolean> {
  const answer = await sql<{ foreign: boolean }>`
    select exists (
      select from unnest(${[...match.shopIds]}::bigint[]) as n (id)
      where not exists (select from shop t where t.id = n.id and t.brand_id = ${brandId})
      union all
      select from unnest(${[...match.channelIds]}::bigint[]) as n (id)
      where not exists (select from channel t where t.id = n.id and t.brand_id = ${brandId})
      union all
      select from unnest(${[...match.topicIds]}::bigint[]) as n (id)
      where not exists (select from topic t where t.id = n.id and t.brand_id = ${brandId})
      union all
      select from unnest(${[...match.tagIds]}::bigint[]) as n (id)
      where not exists (select from tag t where t.id = n.id and t.brand_id = ${brandId})
    ) as foreign`.execute(tx)
  return answer.rows[0]?.foreign === false
}

/** Gives each brand that has never had a policy this one. Answers which brands got one. */
export async function seedPolicies(
  tx: Tx,
  brandIds: readonly number[],
  policy: { name: string; definition: PolicyDefinition },
  now: Date,
): Promise<{ id: number; brand_id: number }[]> {
  const answer = await sql<{ id: number; brand_id: number }>`
    with made as (
      insert into clock_policy (brand_id, name, position, created_at)
      select b.id, ${policy.name}, 1, ${now} from brand b
      where b.id = any(${[...brandIds]}::bigint[])
        and not exists (select from clock_policy p where p.brand_id = b.id)
      returning id, brand_id
    ), versions as (
      insert into clock_policy_version (policy_id, version, definition, made_at)
      select id, 1, ${JSON.stringify(policy.definition)}::jsonb, ${now} from made
    )
    select id, brand_id from made`.execute(tx)
  return answer.rows
}

/** Definitions of these versions. */
export async function selectPolicyVersions(
  tx: Tx,
  keys: readonly VersionKey[],
): Promise<{ id: number; version: number; definition: unknown }[]> {
  const answer = await sql<{ id: number; version: number; definition: unknown }>`
    select v.policy_id as id, v.version, v.definition
    from unnest(${keys.map((key) => key.id)}::bigint[], ${keys.map((key) => key.version)}::int[]) as k (id, version)
    join clock_policy_version v on v.policy_id = k.id and v.version = k.version`.execute(tx)
  return answer.rows
}

/** An open policy in its present version, with the present version of its calendar. */
export interface PresentPolicy extends VersionKey {
  readonly brandId: number
  readonly position: number
  readonly calendarId: number | null
  readonly calendarVersion: number | null
}

/** The open policies of these brands, without their definitions. */
export async function selectPresentPolicies(tx: Tx, brandIds: readonly number[]): Promise<PresentPolicy[]> {
  const answer = await sql<PresentPolicy>`
    select p.id, p.version, p.brand_id as "brandId", p.position, c.id as "calendarId",
      c.version as "calendarVersion"
    from ${joined} left join calendar c on c.id = (v.definition->>'calendarId')::bigint
    where p.brand_id = any(${[...brandIds]}::bigint[]) and p.archived_at is null`.execute(tx)
  return answer.rows
}
