import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { localized } from '../localized.ts'
import { done, id, idParam } from '../shape.ts'

/** The four stems of the topic tree. */
export const topicStages = ['pre_sales', 'in_sales', 'after_sales', 'complaint'] as const

const topicShape = z.object({
  id,
  brandId: id,
  parentId: id.nullable(),
  stage: z.enum(topicStages),
  name: localized,
  order: z.number().int(),
  archived: z.boolean(),
})

export const topicEndpoints = {
  listTopics: endpoint({
    method: 'GET',
    path: '/api/topics',
    access: 'staff',
    summary: 'The topic trees of the brands that the viewer sees, parents before children.',
    output: z.object({ topics: z.array(topicShape) }),
  }),
  createTopic: endpoint({
    method: 'POST',
    path: '/api/topics',
    access: 'topic.manage',
    summary: 'Adds a topic under a parent, or as a stem; at most four levels.',
    body: z.object({ brandId: id, parentId: id.nullable(), stage: z.enum(topicStages), name: localized }),
    output: z.object({ topicId: id }),
  }),
  updateTopic: endpoint({
    method: 'PATCH',
    path: '/api/topics/:topicId',
    access: 'topic.manage',
    summary: 'Renames, moves among its siblings, archives or restores a topic.',
    params: z.object({ topicId: idParam }),
    body: z.object({
      name: localized.optional(),
      order: z.number().int().min(0).max(10_000).optional(),
      archived: z.boolean().optional(),
    }),
    output: done,
  }),
} as const
