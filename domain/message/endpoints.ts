import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { fileShape } from '../file/endpoints.ts'
import { done, id, idParam, moment, position, publicId, typedText, writeKey } from '../shape.ts'

/** The longest message, in UTF-16 units. */
export const messageMaxLength = 10_000
export const authorKinds = ['customer', 'staff', 'system'] as const
export const messageKinds = ['message', 'note', 'step'] as const

/** A line of the thread as staff see it. */
export const messageShape = z.object({
  id,
  conversationId: id,
  /** 1, 2, 3 … without gaps inside a conversation. */
  seq: z.number().int(),
  /** `message` is public, `note` is for staff, `step` is a small line about what happened. */
  kind: z.enum(messageKinds),
  authorKind: z.enum(authorKinds),
  authorId: id.nullable(),
  authorName: z.string().nullable(),
  /** Empty when recalled. For a step: its code. */
  text: z.string(),
  /** Parameters of a step (`{ staffId: 7, reason: "…" }`). */
  data: z.record(z.string(), z.unknown()).nullable(),
  language: z.string().nullable(),
  files: z.array(fileShape),
  mentions: z.array(id),
  createdAt: moment,
  recalledAt: moment.nullable(),
  /** The writer's own key for it. */
  key: z.string().nullable(),
})
export type MessageView = z.infer<typeof messageShape>

export const messageBody = typedText(messageMaxLength)
const fileIds = z.array(publicId).max(10).default([])
const written = z.object({ messageId: id, seq: z.number().int(), createdAt: moment, position })

function notNothing(input: { text: string; files: string[] }): boolean {
  return input.text.trim() !== '' || input.files.length > 0
}

export const messageEndpoints = {
  listMessages: endpoint({
    method: 'GET',
    path: '/api/conversations/:conversationId/messages',
    access: 'conversation.read',
    summary: 'The thread, oldest first: the last 50 lines, 50 after a number, or 200 before one.',
    params: z.object({ conversationId: idParam }),
    query: z.object({ before: idParam.optional(), after: z.coerce.number().int().min(0).optional() }),
    output: z.object({ messages: z.array(messageShape), more: z.boolean(), position }),
  }),
  reply: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/messages',
    access: 'conversation.reply',
    summary:
      'Answers the customer. A conversation that nobody has is taken by it. Repeating the key repeats nothing.',
    params: z.object({ conversationId: idParam }),
    body: z
      .object({ key: writeKey, text: messageBody, files: fileIds, cannedReplyId: id.optional() })
      .refine(notNothing, { message: 'line_empty', path: ['text'] }),
    output: written,
  }),
  addNote: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/notes',
    access: 'conversation.reply',
    summary: 'Writes a note that only staff see; those mentioned get a notice.',
    params: z.object({ conversationId: idParam }),
    body: z
      .object({ key: writeKey, text: messageBody, files: fileIds, mentions: z.array(id).max(50).default([]) })
      .refine(notNothing, { message: 'line_empty', path: ['text'] }),
    output: written,
  }),
  recallMessage: endpoint({
    method: 'POST',
    path: '/api/messages/:messageId/recall',
    access: 'conversation.reply',
    summary: 'Takes an own message back within two minutes; the text is deleted on both sides.',
    params: z.object({ messageId: idParam }),
    output: done,
  }),
} as const
