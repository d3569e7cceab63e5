import { refuse } from '../../domain/errors.ts'
import { mayAt, type Viewer } from '../../domain/staff/scope.ts'
import { brandsSeen, inBrands } from '../brand/access.ts'
import type { Tx } from '../platform/work.ts'
import { selectTopic, type TopicRow } from './store.ts'

/** The topic, if the viewer may manage it. Refuses `topic_not_found`, `not_allowed`. */
export async function accessTopic(tx: Tx, viewer: Viewer, topicId: number): Promise<TopicRow> {
  const row = await selectTopic(tx, topicId)
  if (!row || !inBrands(await brandsSeen(tx, viewer), row.brand_id)) throw refuse('topic_not_found')
  if (!mayAt(viewer, 'topic.manage', { brandId: row.brand_id })) throw refuse('not_allowed')
  return row
}

/** Refuses `topic_not_found` unless this is an open topic of the brand. */
export async function requireTopic(tx: Tx, brandId: number, topicId: number): Promise<void> {
  const row = await selectTopic(tx, topicId)
  if (!row || row.brand_id !== brandId || row.archived_at !== null) throw refuse('topic_not_found')
}
