import { sql } from 'kysely'
import { type AgentProfile, languageOf, type PresenceState } from '../../../domain/assignment/agent.ts'
import type { Tx } from '../../platform/work.ts'

interface ProfileRow {
  staffId: number
  name: string
  consoleLanguage: string
  everywhere: boolean
  brandIds: number[]
  shopIds: number[]
  onlyTeamIds: number[]
  teamIds: number[]
  languages: { tag: string; level: number }[]
  skills: { id: number; level: number }[]
}

/** Everybody who may answer somewhere, with what they can do today. */
export async function selectProfiles(tx: Tx, now: Date): Promise<AgentProfile[]> {
  const found = await sql<ProfileRow>`
    with g as (
      select g.staff_id,
        bool_or(g.brand_id is null and g.shop_id is null and g.team_id is null) as everywhere,
        array_agg(g.brand_id) filter (where g.brand_id is not null and g.shop_id is null and g.team_id is null) as brands,
        array_agg(g.shop_id) filter (where g.shop_id is not null and g.team_id is null) as shops,
        array_agg(g.team_id) filter (where g.team_id is not null) as teams
      from staff_grant g join role r on r.id = g.role_id
      where 'conversation.reply' = any(r.permissions)
      group by g.staff_id
    )
    select s.id as "staffId", s.name, s.language as "consoleLanguage", g.everywhere,
      coalesce(g.brands, '{}') as "brandIds", coalesce(g.shops, '{}') as "shopIds",
      coalesce(g.teams, '{}') as "onlyTeamIds",
      array(select m.team_id from team_member m join team t on t.id = m.team_id and t.archived_at is null
        where m.staff_id = s.id order by m.team_id) as "teamIds",
      coalesce((select jsonb_agg(jsonb_build_object('tag', l.language, 'level', l.level))
        from staff_language l where l.staff_id = s.id), '[]') as languages,
      coalesce((select jsonb_agg(jsonb_build_object('id', k.skill_id, 'level', k.level))
        from staff_skill k join skill on skill.id = k.skill_id and skill.archived_at is null
        where k.staff_id = s.id and k.since <= ${now}::timestamptz::date
          and (k.until is null or k.until >= ${now}::timestamptz::date)), '[]') as skills
    from staff s join g on g.staff_id = s.id
    where s.suspended_at is null`.execute(tx)
  return found.rows.map(profileOf)
}

function profileOf(row: ProfileRow): AgentProfile {
  const languages = new Map<string, number>()
  for (const { tag, level } of row.languages) {
    const language = languageOf(tag)
    languages.set(language, Math.max(level, languages.get(language) ?? 0))
  }
  if (languages.size === 0) languages.set(languageOf(row.consoleLanguage), 5)
  return {
    staffId: row.staffId,
    name: row.name,
    everywhere: row.everywhere,
    brandIds: row.brandIds,
    shopIds: row.shopIds,
    onlyTeamIds: row.onlyTeamIds,
    teamIds: row.teamIds,
    languages,
    skills: new Map(row.skills.map((one) => [one.id, one.level])),
  }
}

export interface PresenceRow {
  readonly staffId: number
  readonly state: PresenceState
  readonly capacity: number
  readonly peakCapacity: number
  readonly used: number
  readonly idleSince: Date
  readonly backSince: Date | null
}

/** Columns of `PresenceRow` of presence `p`. */
export const presenceColumns = sql`p.staff_id as "staffId", p.state, p.capacity, p.peak_capacity as "peakCapacity", p.used,
  p.idle_since as "idleSince", p.back_since as "backSince"`

/** Those who take new work, or their own customers', and perhaps have room. */
export async function selectWithRoom(tx: Tx): Promise<PresenceRow[]> {
  const found = await sql<PresenceRow>`
    select ${presenceColumns} from presence p
    where p.state in ('online', 'paused') and p.used < greatest(p.capacity, p.peak_capacity)`.execute(tx)
  return found.rows
}

/** Everybody who is there in any way. */
export async function selectOnDuty(tx: Tx): Promise<PresenceRow[]> {
  const found = await sql<PresenceRow>`
    select ${presenceColumns} from presence p where p.state <> 'offline'`.execute(tx)
  return found.rows
}

/** The presence of these people. */
export async function selectPresence(tx: Tx, staffIds: readonly number[]): Promise<PresenceRow[]> {
  const found = await sql<PresenceRow>`
    select ${presenceColumns} from presence p where p.staff_id = any(${[...staffIds]}::bigint[])`.execute(tx)
  return found.rows
}

/** Brands whose peak event is on. */
export async function selectPeakBrands(tx: Tx, now: Date): Promise<number[]> {
  const found = await sql<{ brandId: number }>`
    select distinct brand_id as "brandId" from peak_event
    where starts_at <= ${now} and ends_at > ${now} and cancelled_at is null`.execute(tx)
  return found.rows.map((row) => row.brandId)
}
