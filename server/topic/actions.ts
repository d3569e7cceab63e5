import type { EndpointOutput } from '../../domain/endpoint.ts'
import { refuse } from '../../domain/errors.ts'
import { audience } from '../../domain/event.ts'
import type { Localized } from '../../domain/localized.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import type { topicEndpoints } from '../../domain/topic/endpoints.ts'
import { inTreeOrder, moveAmong, stageUnder, type TopicStage } from '../../domain/topic/tree.ts'
import { accessWholeBrand, brandsSeen } from '../brand/access.ts'
import { appendEvent } from '../platform/event-log/append.ts'
import type { Tx, Work } from '../platform/work.ts'
import { accessTopic } from './access.ts'
import {
  insertTopic,
  lockSiblings,
  selectTopics,
  type TopicChange,
  type TopicRow,
  updatePositions,
  updateTopicRow,
} from './store.ts'

/** The trees of the brands that the viewer sees, parents before children. */
export async function listTopics(
  tx: Tx,
  viewer: Viewer,
): Promise<EndpointOutput<typeof topicEndpoints.listTopics>> {
  const rows = await selectTopics(tx, await brandsSeen(tx, viewer))
  const trees = Map.groupBy(rows.map(shown), (topic) => topic.brandId)
  return { topics: [...trees.values()].flatMap((topics) => inTreeOrder(topics)) }
}

function shown(row: TopicRow) {
  return {
    id: row.id,
    brandId: row.brand_id,
    parentId: row.parent_id,
    stage: row.stage,
    name: row.name,
    order: row.position,
    archived: row.archived_at !== null,
  }
}

export interface TopicInput {
  readonly brandId: number
  readonly parentId: number | null
  /** Of a stem; below it the parent's stage counts. */
  readonly stage: TopicStage
  readonly name: Localized
}

/** Adds a topic behind its siblings. Refuses `topic_not_found` (no such open parent), `topic_too_deep`. */
export async function createTopic(work: Work, input: TopicInput): Promise<number> {
  const rows = await selectTopics(work.tx, { everything: false, brandIds: [input.brandId] })
  const stage = stageUnder(rows.map(shown), input.parentId, input.stage)
  if (rows.some((row) => row.id === input.parentId && row.archived_at !== null)) {
    throw refuse('topic_not_found')
  }
  const topicId = await insertTopic(work.tx, { ...input, stage }, work.now)
  await appendTopicEvent(work, 'topic.created', input.brandId, topicId)
  return topicId
}

/** The same on a viewer's behalf. Refuses `brand_not_found`, `not_allowed` too. */
export async function createTopicFor(work: Work, viewer: Viewer, input: TopicInput): Promise<number> {
  await accessWholeBrand(work.tx, viewer, input.brandId, 'topic.manage')
  return createTopic(work, input)
}

/** Renames, moves among its siblings (`order` counts from 0), archives or restores. Refuses `topic_not_found`, `not_allowed`. */
export async function updateTopic(
  work: Work,
  viewer: Viewer,
  topicId: number,
  change: TopicChange & { readonly order?: number | undefined },
): Promise<void> {
  const row = await accessTopic(work.tx, viewer, topicId)
  if (change.order !== undefined) {
    const siblingIds = await lockSiblings(work.tx, row)
    await updatePositions(work.tx, moveAmong(siblingIds, topicId, change.order))
  }
  await updateTopicRow(work.tx, topicId, change, work.now)
  await appendTopicEvent(work, 'topic.changed', row.brand_id, topicId)
}

async function appendTopicEvent(
  work: Work,
  name: 'topic.created' | 'topic.changed',
  brandId: number,
  topicId: number,
): Promise<void> {
  await appendEvent(work, { name, brandId, data: { topicId }, audience: [audience.everybody] })
}
