import type { z } from 'zod'
import type { topicEndpoints } from '../../domain/topic/endpoints.ts'

export type Topic = z.infer<typeof topicEndpoints.listTopics.output>['topics'][number]

export interface TopicLine {
  topic: Topic
  /** 0 for a stem. */
  depth: number
  /** Its place among its siblings, archived ones counted, and how many these are. */
  index: number
  siblings: number
}

/** The topics of one stage as lines of a tree, parents before their children, siblings in their order. */
export function linesOf(topics: readonly Topic[], showArchived: boolean): TopicLine[] {
  const ids = new Set(topics.map(({ id }) => id))
  const stems = topics.filter(({ parentId }) => parentId === null || !ids.has(parentId))
  return branch(stems, topics, 0).filter(({ topic }) => showArchived || !topic.archived)
}

function branch(siblings: readonly Topic[], all: readonly Topic[], depth: number): TopicLine[] {
  const sorted = [...siblings].sort((a, b) => a.order - b.order || a.id - b.id)
  return sorted.flatMap((topic, index) => [
    { topic, depth, index, siblings: sorted.length },
    ...branch(
      all.filter(({ parentId }) => parentId === topic.id),
      all,
      depth + 1,
    ),
  ])
}
