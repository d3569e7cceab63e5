import { z } from 'zod'
import { clockKinds } from '../clock/kinds.ts'
import { endpoint } from '../endpoint.ts'
import { cursor, done, id, idParam, moment, position, publicId, typedText } from '../shape.ts'
import { sourceShape } from './source.ts'
import { conversationStates, orderStages, outcomes } from './state.ts'

export const inboxViews = ['mine', 'queue', 'offline', 'all', 'closed'] as const
export type InboxView = (typeof inboxViews)[number]

/** A row of the inbox: all that is shown, nothing that depends on who looks (but `readSeq`). */
export const conversationRow = z.object({
  id,
  brandId: id,
  shopId: id,
  channelId: id,
  customerId: id,
  customerName: z.string().nullable(),
  state: z.enum(conversationStates),
  assigneeId: id.nullable(),
  assigneeName: z.string().nullable(),
  teamId: id.nullable(),
  language: z.string().nullable(),
  topicId: id.nullable(),
  tagIds: z.array(id),
  spam: z.boolean(),
  repeat: z.boolean(),
  lastSeq: z.number().int(),
  lastMessageAt: moment,
  /** First 120 characters of the last public message; empty when recalled or only files. */
  preview: z.string(),
  previewBy: z.enum(['customer', 'staff', 'system']),
  /** Since when the customer waits for a human; null when they do not. */
  waitingSince: moment.nullable(),
  startedAt: moment,
  /** The nearest running service clock: when to warn, when it is overdue, and which; null when none runs. */
  warnAt: moment.nullable(),
  dueAt: moment.nullable(),
  dueKind: z.enum(clockKinds).nullable(),
  /** Above 0: before others in the queue. */
  priority: z.number().int(),
  stage: z.enum(orderStages).nullable(),
  /** Who answered first and stays answerable (首问负责). */
  ownerId: id.nullable(),
  /** When it was left as an offline message (留言); null when it was not. */
  offlineMessageAt: moment.nullable(),
  /** What the customer gave it, 1 to 5; null before the end and where they said nothing. */
  score: z.number().int().min(1).max(5).nullable(),
})
export type ConversationRow = z.infer<typeof conversationRow>

const row = conversationRow.extend({
  /** The last line that the viewer has read. */
  readSeq: z.number().int(),
})

const wrapUp = z.object({
  topicId: id.nullable(),
  outcome: z.enum(outcomes),
  note: typedText(2000).default(''),
})

const one = z.object({ conversationId: idParam })

export const conversationEndpoints = {
  listConversations: endpoint({
    method: 'GET',
    path: '/api/conversations',
    access: 'conversation.read',
    summary: 'A page of the inbox: the queue oldest first, the others by last activity; 25 rows.',
    query: z.object({
      view: z.enum(inboxViews),
      shopId: idParam.optional(),
      tagId: idParam.optional(),
      after: cursor.optional(),
    }),
    output: z.object({ conversations: z.array(row), next: cursor.nullable(), position }),
  }),
  countConversations: endpoint({
    method: 'GET',
    path: '/api/conversations/counts',
    access: 'conversation.read',
    summary: 'How many are mine, queued, left as offline messages, and open, each counted to 1,000 at most.',
    output: z.object({
      mine: z.number().int(),
      queue: z.number().int(),
      offline: z.number().int(),
      all: z.number().int(),
      mineUnread: z.number().int(),
    }),
  }),
  getConversation: endpoint({
    method: 'GET',
    path: '/api/conversations/:conversationId',
    access: 'conversation.read',
    summary: 'One conversation with source, wrap-up, links, draft, and the commands that are possible now.',
    params: one,
    output: row.extend({
      publicId,
      source: sourceShape,
      outcome: z.enum(outcomes).nullable(),
      wrapUpNote: z.string().nullable(),
      previousId: id.nullable(),
      nextId: id.nullable(),
      customerReadSeq: z.number().int(),
      customerEmail: z.string().nullable(),
      draft: z.string(),
      resolvedAt: moment.nullable(),
      endedAt: moment.nullable(),
      /** Commands of the transition table that the viewer may give now. */
      commands: z.array(z.string()),
      position,
    }),
  }),
  takeConversation: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/take',
    access: 'conversation.reply',
    summary: 'Takes it. From somebody else only with the permission to assign.',
    params: one,
    output: done,
  }),
  handOver: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/hand-over',
    access: 'conversation.reply',
    summary: 'Hands over to a person, or to a team whose queue it joins, with a reason.',
    params: one,
    body: z
      .object({
        staffId: id.nullable().default(null),
        teamId: id.nullable().default(null),
        reason: typedText(1000).default(''),
      })
      .refine((to) => (to.staffId === null) !== (to.teamId === null), {
        message: 'one_of',
        path: ['staffId'],
      }),
    output: done,
  }),
  releaseConversation: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/release',
    access: 'conversation.reply',
    summary: 'Puts it back to the front of the queue.',
    params: one,
    output: done,
  }),
  waitInside: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/wait-inside',
    access: 'conversation.reply',
    summary: 'Says that work inside goes on and the customer has nothing to do.',
    params: one,
    output: done,
  }),
  resolveConversation: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/resolve',
    access: 'conversation.reply',
    summary: 'Resolves it with topic, outcome and note.',
    params: one,
    body: wrapUp,
    output: done,
  }),
  reopenConversation: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/reopen',
    access: 'conversation.reply',
    summary: 'Takes a resolved conversation up again; also the undo of resolving.',
    params: one,
    output: done,
  }),
  markSpam: endpoint({
    method: 'POST',
    path: '/api/conversations/:conversationId/spam',
    access: 'conversation.spam',
    summary: 'Marks as spam and ends it, or takes the mark back.',
    params: one,
    body: z.object({ spam: z.boolean() }),
    output: done,
  }),
  setConversationTags: endpoint({
    method: 'PUT',
    path: '/api/conversations/:conversationId/tags',
    access: 'conversation.reply',
    summary: 'Replaces the tags of a conversation.',
    params: one,
    body: z.object({ tagIds: z.array(id).max(50) }),
    output: done,
  }),
  setTopic: endpoint({
    method: 'PUT',
    path: '/api/conversations/:conversationId/topic',
    access: 'conversation.reply',
    summary: 'Sets or clears the topic.',
    params: one,
    body: z.object({ topicId: id.nullable() }),
    output: done,
  }),
  markRead: endpoint({
    method: 'PUT',
    path: '/api/conversations/:conversationId/read',
    access: 'conversation.read',
    summary: 'Remembers how far the viewer has read; the assignee reading is shown to the customer.',
    params: one,
    body: z.object({ seq: z.number().int().min(0) }),
    output: done,
  }),
  saveDraft: endpoint({
    method: 'PUT',
    path: '/api/conversations/:conversationId/draft',
    access: 'conversation.reply',
    summary: "Keeps the viewer's unsent words.",
    params: one,
    body: z.object({ text: typedText(10_000) }),
    output: done,
  }),
} as const
