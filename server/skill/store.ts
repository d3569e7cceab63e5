import { sql } from 'kysely'
import type { Localized } from '../../domain/localized.ts'
import type { HeldSkill } from '../../domain/skill/effective.ts'
import type { Tx } from '../platform/work.ts'

export interface SkillRow {
  readonly id: number
  readonly brandId: number | null
  readonly name: Localized
  readonly archived: boolean
}

/** Which brands' skills to read; those that all brands use are always read. */
interface BrandSet {
  readonly everything: boolean
  readonly brandIds: readonly number[]
}

const columns = sql`k.id, k.brand_id as "brandId", k.name, k.archived_at is not null as archived`
const within = (set: BrandSet) =>
  sql`(${set.everything} or k.brand_id is null or k.brand_id = any(${[...set.brandIds]}::bigint[]))`

export async function selectSkills(tx: Tx, set: BrandSet): Promise<SkillRow[]> {
  const found = await sql<SkillRow>`
    select ${columns} from skill k where ${within(set)} order by k.id`.execute(tx)
  return found.rows
}

export async function selectSkill(tx: Tx, skillId: number): Promise<SkillRow | null> {
  const found = await sql<SkillRow>`select ${columns} from skill k where k.id = ${skillId}`.execute(tx)
  return found.rows[0] ?? null
}

export async function insertSkill(
  tx: Tx,
  brandId: number | null,
  name: Localized,
  now: Date,
): Promise<number> {
  const found = await sql<{ id: number }>`
    insert into skill (brand_id, name, created_at) values (${brandId}, ${JSON.stringify(name)}::jsonb, ${now})
    returning id`.execute(tx)
  return found.rows[0]?.id ?? 0
}

export async function updateSkillRow(
  tx: Tx,
  skillId: number,
  change: { readonly name?: Localized | undefined; readonly archived?: boolean | undefined },
  now: Date,
): Promise<void> {
  const archived = change.archived ?? null
  await sql`
    update skill set
      name = coalesce(${change.name ? JSON.stringify(change.name) : null}::jsonb, name),
      archived_at = case when ${archived}::boolean is null then archived_at
        when ${archived}::boolean then coalesce(archived_at, ${now}::timestamptz) end
    where id = ${skillId}`.execute(tx)
}

export interface LanguageHeld {
  readonly language: string
  readonly level: number
  readonly testedOn: string | null
}

export interface PersonSkills {
  readonly staffId: number
  readonly skills: HeldSkill[]
  readonly languages: LanguageHeld[]
}

/** What these people can do, in one look; skills out of sight are left out. */
export async function selectPeople(
  tx: Tx,
  staffIds: readonly number[],
  set: BrandSet,
): Promise<PersonSkills[]> {
  const found = await sql<PersonSkills>`
    select s.id as "staffId", coalesce((
        select json_agg(json_build_object('skillId', h.skill_id, 'level', h.level, 'since', h.since::text,
          'until', h.until::text) order by h.skill_id)
        from staff_skill h join skill k on k.id = h.skill_id
        where h.staff_id = s.id and ${within(set)}), '[]') as skills, coalesce((
        select json_agg(json_build_object('language', l.language, 'level', l.level, 'testedOn', l.tested_on::text)
          order by l.level desc, l.language)
        from staff_language l where l.staff_id = s.id), '[]') as languages
    from staff s where s.id = any(${[...staffIds]}::bigint[]) order by lower(s.name), s.id`.execute(tx)
  return found.rows
}

/** Locks a person's skills until the transaction ends, so that two lists do not mix. */
export async function lockPerson(tx: Tx, staffId: number): Promise<void> {
  await sql`select id from staff where id = ${staffId} for no key update`.execute(tx)
}

/** Makes these the person's skills among those in sight. A skill that is not there breaks its foreign key. */
export async function replaceSkills(
  tx: Tx,
  staffId: number,
  skills: readonly HeldSkill[],
  set: BrandSet,
): Promise<void> {
  await sql`
    delete from staff_skill h using skill k
    where k.id = h.skill_id and h.staff_id = ${staffId} and ${within(set)}
      and h.skill_id <> all(${skills.map((held) => held.skillId)}::bigint[])`.execute(tx)
  await sql`
    insert into staff_skill (staff_id, skill_id, level, since, until)
    select ${staffId}, w."skillId", w.level, w.since, w.until
    from jsonb_to_recordset(${JSON.stringify(skills)}::jsonb)
      as w("skillId" bigint, level smallint, since date, until date)
    on conflict (staff_id, skill_id) do update
      set level = excluded.level, since = excluded.since, until = excluded.until`.execute(tx)
}

export async function replaceLanguages(
  tx: Tx,
  staffId: number,
  languages: readonly LanguageHeld[],
): Promise<void> {
  await sql`
    delete from staff_language
    where staff_id = ${staffId} and language <> all(${languages.map((held) => held.language)}::text[])`.execute(
    tx,
  )
  await sql`
    insert into staff_language (staff_id, language, level, tested_on)
    select ${staffId}, w.language, w.level, w."testedOn"
    from jsonb_to_recordset(${JSON.stringify(languages)}::jsonb)
      as w(language text, level smallint, "testedOn" date)
    on conflict (staff_id, language) do update
      set level = excluded.level, tested_on = excluded.tested_on`.execute(tx)
}
