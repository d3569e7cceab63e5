import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { localized } from '../localized.ts'
import { done, id, idParam, typedText } from '../shape.ts'

/** What is typed after `/`: letters, digits, Han, `-` and `_`. */
export const shortcut = typedText(40).pipe(z.string().regex(/^[\p{L}\p{N}_-]{1,40}$/u, 'shortcut'))

const cannedReplyShape = z.object({
  id,
  brandId: id,
  /** Whose own it is; null for a shared one. */
  ownerId: id.nullable(),
  shortcut: z.string(),
  text: localized,
  used: z.number().int(),
})

/** Own ones are kept by those who answer, shared ones by those who may share; which it is, the action asks. */
const keepers = ['conversation.reply', 'canned_reply.share'] as const

export const cannedReplyEndpoints = {
  listCannedReplies: endpoint({
    method: 'GET',
    path: '/api/canned-replies',
    access: 'staff',
    summary: 'The shared canned replies and the own ones.',
    query: z.object({ brandId: idParam.optional() }),
    output: z.object({ cannedReplies: z.array(cannedReplyShape) }),
  }),
  createCannedReply: endpoint({
    method: 'POST',
    path: '/api/canned-replies',
    access: keepers,
    summary: 'Makes a canned reply, own or shared (sharing needs its permission).',
    body: z.object({ brandId: id, shared: z.boolean(), shortcut, text: localized }),
    output: z.object({ cannedReplyId: id }),
  }),
  updateCannedReply: endpoint({
    method: 'PATCH',
    path: '/api/canned-replies/:cannedReplyId',
    access: keepers,
    summary: 'Changes a canned reply.',
    params: z.object({ cannedReplyId: idParam }),
    body: z.object({ shortcut: shortcut.optional(), text: localized.optional() }),
    output: done,
  }),
  deleteCannedReply: endpoint({
    method: 'DELETE',
    path: '/api/canned-replies/:cannedReplyId',
    access: keepers,
    summary: 'Deletes a canned reply.',
    params: z.object({ cannedReplyId: idParam }),
    output: done,
  }),
} as const
