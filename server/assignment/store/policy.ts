import { sql } from 'kysely'
import { type AssignmentPolicy, defaultPolicy, policyShape } from '../../../domain/assignment/policy.ts'
import type { Tx } from '../../platform/work.ts'

/** A version of a brand's policy; 0 is the default. */
export interface VersionedPolicy {
  readonly version: number
  readonly policy: AssignmentPolicy
}

interface VersionRow {
  brandId: number
  version: number
  definition: unknown
}

const theDefault: VersionedPolicy = { version: 0, policy: defaultPolicy }

/** The policies in force, of all brands that have changed theirs. */
export async function selectPolicies(tx: Tx): Promise<Map<number, VersionedPolicy>> {
  const found = await sql<VersionRow>`
    select p.brand_id as "brandId", p.version, v.definition
    from assignment_policy p join assignment_policy_version v on v.brand_id = p.brand_id and v.version = p.version`.execute(
    tx,
  )
  return new Map(
    found.rows.map((row) => [
      row.brandId,
      { version: row.version, policy: policyShape.parse(row.definition) },
    ]),
  )
}

/** The policy of a brand that is in force. */
export async function selectPolicy(tx: Tx, brandId: number): Promise<VersionedPolicy> {
  const found = await sql<VersionRow>`
    select p.version, v.definition
    from assignment_policy p join assignment_policy_version v on v.brand_id = p.brand_id and v.version = p.version
    where p.brand_id = ${brandId}`.execute(tx)
  const row = found.rows[0]
  return row ? { version: row.version, policy: policyShape.parse(row.definition) } : theDefault
}

export interface PolicyRecord extends VersionedPolicy {
  readonly madeByName: string | null
  readonly madeAt: Date | null
}

/** One version with who made it; null where there is none. Null as version is the one in force. */
export async function selectPolicyVersion(
  tx: Tx,
  brandId: number,
  version: number | null,
): Promise<PolicyRecord | null> {
  const found = await sql<VersionRow & { madeByName: string | null; madeAt: Date }>`
    select v.version, v.definition, s.name as "madeByName", v.made_at as "madeAt"
    from assignment_policy_version v left join staff s on s.id = v.made_by
    where v.brand_id = ${brandId}
      and v.version = coalesce(${version}::int, (select version from assignment_policy where brand_id = ${brandId}))`.execute(
    tx,
  )
  const row = found.rows[0]
  if (row)
    return {
      version: row.version,
      policy: policyShape.parse(row.definition),
      madeByName: row.madeByName,
      madeAt: row.madeAt,
    }
  return version === null || version === 0 ? { ...theDefault, madeByName: null, madeAt: null } : null
}

export interface PolicyChange {
  readonly version: number
  readonly madeByName: string | null
  readonly madeAt: Date
}

/** Who changed the policy of a brand when, newest first, so many at most. */
export async function selectPolicyChanges(tx: Tx, brandId: number, limit: number): Promise<PolicyChange[]> {
  const found = await sql<PolicyChange>`
    select v.version, s.name as "madeByName", v.made_at as "madeAt"
    from assignment_policy_version v left join staff s on s.id = v.made_by
    where v.brand_id = ${brandId} order by v.version desc limit ${limit}`.execute(tx)
  return found.rows
}

/** Puts the next version in force; false when another one is in force than the one that was changed. */
export async function insertPolicyVersion(
  tx: Tx,
  made: { brandId: number; after: number; policy: AssignmentPolicy; madeBy: number; now: Date },
): Promise<boolean> {
  const version = made.after + 1
  const moved = await sql`
    insert into assignment_policy as p (brand_id, version) values (${made.brandId}, ${version})
    on conflict (brand_id) do update set version = excluded.version where p.version = ${made.after}
    returning version`.execute(tx)
  if (moved.rows.length === 0) return false
  const kept = await sql`
    insert into assignment_policy_version (brand_id, version, definition, made_by, made_at)
    values (${made.brandId}, ${version}, ${JSON.stringify(made.policy)}::jsonb, ${made.madeBy}, ${made.now})
    on conflict do nothing returning version`.execute(tx)
  return kept.rows.length > 0
}

/** Whether everything that the rules name belongs to the brand, or to all brands. */
export async function referencesKnown(tx: Tx, brandId: number, policy: AssignmentPolicy): Promise<boolean> {
  const ids = (pick: (rule: AssignmentPolicy['rules'][number]) => readonly (number | null)[]) => [
    ...new Set(policy.rules.flatMap((rule) => pick(rule).filter((id) => id !== null))),
  ]
  const known = (table: string, wanted: readonly number[], shared: boolean) => sql<boolean>`
    (select count(*) from ${sql.table(table)} where id = any(${[...wanted]}::bigint[])
      and (brand_id = ${brandId}${shared ? sql` or brand_id is null` : sql``})) = ${wanted.length}`
  const found = await sql<{ known: boolean }>`
    select ${known(
      'shop',
      ids((rule) => rule.when.shopIds),
      false,
    )} and ${known(
      'channel',
      ids((rule) => rule.when.channelIds),
      false,
    )} and ${known(
      'topic',
      ids((rule) => rule.when.topicIds),
      false,
    )} and ${known(
      'tag',
      ids((rule) => rule.when.customerTagIds),
      false,
    )} and ${known(
      'team',
      ids((rule) => [rule.teamId, rule.overflowTeamId]),
      true,
    )} and ${known(
      'skill',
      ids((rule) => rule.skills.map((one) => one.skillId)),
      true,
    )} as known`.execute(tx)
  return found.rows[0]?.known === true
}

/** All waiting entries of the brand are computed anew. */
export async function markBrandStale(tx: Tx, brandId: number): Promise<void> {
  await sql`update queue_entry set stale = true where brand_id = ${brandId} and not stale`.execute(tx)
}
