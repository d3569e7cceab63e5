import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { publicId, typedText } from '../shape.ts'

/** A stored file as shown beside a message. Sizes in bytes, measures in pixels. */
export const fileShape = z.object({
  id: publicId,
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  /** Pictures only. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
})
export type FileView = z.infer<typeof fileShape>

const upload = { query: z.object({ name: typedText(300) }), raw: 'request', output: fileShape } as const

export const fileEndpoints = {
  uploadFile: endpoint({
    method: 'POST',
    path: '/api/files',
    access: 'conversation.reply',
    summary: 'Stores a file whose bytes are the body; name it in a message within a day or it is deleted.',
    ...upload,
  }),
  uploadVisitorFile: endpoint({
    method: 'POST',
    path: '/api/widget/files',
    access: 'visitor',
    summary: 'The same for a visitor.',
    ...upload,
  }),
  getFile: endpoint({
    method: 'GET',
    path: '/api/files/:fileId',
    access: 'public',
    summary: 'The bytes of a file, as an attachment; whoever holds its 128-bit id may read it.',
    params: z.object({ fileId: publicId }),
    query: z.object({ preview: z.enum(['1']).optional() }),
    raw: 'response',
    output: z.unknown(),
  }),
} as const
