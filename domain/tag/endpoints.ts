import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { colour, done, id, idParam, line } from '../shape.ts'

export const tagShape = z.object({ id, brandId: id, name: z.string(), colour: z.string() })

export const tagEndpoints = {
  listTags: endpoint({
    method: 'GET',
    path: '/api/tags',
    access: 'staff',
    summary: 'Tags of the brands that the viewer sees; the same tags serve customers and conversations.',
    output: z.object({ tags: z.array(tagShape) }),
  }),
  createTag: endpoint({
    method: 'POST',
    path: '/api/tags',
    access: 'customer.write',
    summary: 'Makes a tag; one of the same name is answered instead of made twice.',
    body: z.object({ brandId: id, name: line(50), colour: colour.default('#8c8c8c') }),
    output: z.object({ tagId: id }),
  }),
  updateTag: endpoint({
    method: 'PATCH',
    path: '/api/tags/:tagId',
    access: 'tag.manage',
    summary: 'Renames or recolours a tag.',
    params: z.object({ tagId: idParam }),
    body: z.object({ name: line(50).optional(), colour: colour.optional() }),
    output: done,
  }),
  deleteTag: endpoint({
    method: 'DELETE',
    path: '/api/tags/:tagId',
    access: 'tag.manage',
    summary: 'Deletes a tag and takes it off everything.',
    params: z.object({ tagId: idParam }),
    output: done,
  }),
} as const
