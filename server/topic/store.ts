import { sql } from 'kysely'
import type { Localized } from '../../domain/localized.ts'
import type { TopicStage } from '../../domain/topic/tree.ts'
import type { Tx } from '../platform/work.ts'

export interface TopicRow {
  id: number
  brand_id: number
  parent_id: number | null
  stage: TopicStage
  name: Localized
  position: number
  archived_at: Date | null
}

export interface BrandSet {
  readonly everything: boolean
  readonly brandIds: readonly number[]
}

export async function selectTopics(tx: Tx, set: BrandSet): Promise<TopicRow[]> {
  const answer = await sql<TopicRow>`
    select id, brand_id, parent_id, stage, name, position, archived_at from topic
    where ${set.everything} or brand_id = any(${[...set.brandIds]}::bigint[])
    order by brand_id, position, id`.execute(tx)
  return answer.rows
}

export async function selectTopic(tx: Tx, topicId: number): Promise<TopicRow | undefined> {
  const answer = await sql<TopicRow>`
    select id, brand_id, parent_id, stage, name, position, archived_at from topic where id = ${topicId}`.execute(
    tx,
  )
  return answer.rows[0]
}

/** Adds a topic behind its siblings. */
export async function insertTopic(
  tx: Tx,
  topic: { brandId: number; parentId: number | null; stage: TopicStage; name: Localized },
  now: Date,
): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into topic (brand_id, parent_id, stage, name, position, created_at)
    select ${topic.brandId}::bigint, ${topic.parentId}::bigint, ${topic.stage}, ${JSON.stringify(topic.name)}::jsonb,
      coalesce(max(s.position) + 1, 0), ${now}::timestamptz
    from topic s
    where s.brand_id = ${topic.brandId} and s.parent_id is not distinct from ${topic.parentId}::bigint
      and s.stage = ${topic.stage}
    returning id`.execute(tx)
  return answer.rows[0]?.id ?? 0
}

export interface TopicChange {
  readonly name?: Localized | undefined
  readonly archived?: boolean | undefined
}

export async function updateTopicRow(tx: Tx, topicId: number, change: TopicChange, now: Date): Promise<void> {
  const archived = change.archived ?? null
  await sql`
    update topic set
      name = coalesce(${change.name ? JSON.stringify(change.name) : null}::jsonb, name),
      archived_at = case
        when ${archived}::boolean is null then archived_at
        when ${archived}::boolean then coalesce(archived_at, ${now}::timestamptz)
      end
    where id = ${topicId}`.execute(tx)
}

/** The topics beside this one and itself, in their order, locked until the end of the transaction. */
export async function lockSiblings(tx: Tx, topic: TopicRow): Promise<number[]> {
  const answer = await sql<{ id: number; position: number }>`
    select id, position from topic
    where brand_id = ${topic.brand_id} and parent_id is not distinct from ${topic.parent_id}::bigint
      and stage = ${topic.stage}
    order by id for update`.execute(tx)
  return answer.rows.sort((a, b) => a.position - b.position || a.id - b.id).map((row) => row.id)
}

/** Numbers the siblings in this order, from 0. */
export async function updatePositions(tx: Tx, topicIds: readonly number[]): Promise<void> {
  await sql`
    update topic t set position = o.place - 1
    from unnest(${[...topicIds]}::bigint[]) with ordinality as o (id, place)
    where t.id = o.id and t.position <> o.place - 1`.execute(tx)
}
