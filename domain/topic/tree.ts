import { refuse } from '../errors.ts'
import { topicStages } from './endpoints.ts'

export type TopicStage = (typeof topicStages)[number]

/** A stem has level 1. */
export const topicMaxLevels = 4

/** What of a topic decides where it stands. */
export interface TreeTopic {
  readonly id: number
  readonly parentId: number | null
  readonly stage: TopicStage
  readonly order: number
}

/**
 * The stage of a topic that is to stand under this parent: the parent's own, or the wished one for a stem.
 * Refuses `topic_not_found` when the parent is none of the topics, `topic_too_deep` below the fourth level.
 */
export function stageUnder(
  topics: readonly TreeTopic[],
  parentId: number | null,
  wished: TopicStage,
): TopicStage {
  if (parentId === null) return wished
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const parent = byId.get(parentId)
  if (!parent) throw refuse('topic_not_found')
  let level = 1
  for (let above = parent.parentId; above !== null; above = byId.get(above)?.parentId ?? null) level++
  if (level >= topicMaxLevels) throw refuse('topic_too_deep')
  return parent.stage
}

/** Stems by stage and order, each followed by what stands under it. A topic whose parent is missing counts as a stem. */
export function inTreeOrder<T extends TreeTopic>(topics: readonly T[]): T[] {
  const known = new Set(topics.map((topic) => topic.id))
  const sorted = [...topics].sort(
    (a, b) => topicStages.indexOf(a.stage) - topicStages.indexOf(b.stage) || a.order - b.order || a.id - b.id,
  )
  const parentOf = (topic: T) =>
    topic.parentId !== null && known.has(topic.parentId) ? topic.parentId : null
  const children = Map.groupBy(sorted, parentOf)
  const under = (parentId: number | null): T[] =>
    (children.get(parentId) ?? []).flatMap((topic) => [topic, ...under(topic.id)])
  return under(null)
}

/** The siblings' numbers after one of them moved to a place (from 0; past the end means last). */
export function moveAmong(siblingIds: readonly number[], movedId: number, place: number): number[] {
  return siblingIds.filter((id) => id !== movedId).toSpliced(place, 0, movedId)
}
