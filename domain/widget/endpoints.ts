import { z } from 'zod'
import { sourceShape } from '../conversation/source.ts'
import { endpoint } from '../endpoint.ts'
import { fileShape } from '../file/endpoints.ts'
import { messageBody } from '../message/endpoints.ts'
import { customerRating, ratingGiven } from '../rating/endpoints.ts'
import { done, emailAddress, line, moment, position, publicId, writeKey } from '../shape.ts'
import { shopColoursShape } from '../shop/colours.ts'

const channelKey = z.object({ channelKey: publicId })

/** A message as the customer sees it; never a note, never a staff number. */
export const visitorMessageShape = z.object({
  seq: z.number().int(),
  by: z.enum(['me', 'shop', 'system']),
  /** The name that answers; null for me and the system. */
  name: z.string().nullable(),
  text: z.string(),
  files: z.array(fileShape),
  createdAt: moment,
  recalled: z.boolean(),
  key: z.string().nullable(),
})
export type VisitorMessage = z.infer<typeof visitorMessageShape>

export const visitorConversationShape = z.object({
  id: publicId,
  open: z.boolean(),
  lastSeq: z.number().int(),
  lastMessageAt: moment,
  startedAt: moment,
  preview: z.string(),
  /** How far I have read, and how far the shop has. */
  readSeq: z.number().int(),
  shopReadSeq: z.number().int(),
  /** Who answers at present. */
  agentName: z.string().nullable(),
  /** The invitation to rate it, while it may be given or changed. */
  rating: customerRating.nullable(),
})
export type VisitorConversation = z.infer<typeof visitorConversationShape>

const one = z.object({ conversation: publicId })

export const widgetEndpoints = {
  getWidgetSettings: endpoint({
    method: 'GET',
    path: '/api/widget/channels/:channelKey',
    access: 'public',
    summary: 'What the window needs before anybody has written: colour, texts, what to ask.',
    params: channelKey,
    output: z.object({
      shopName: z.string(),
      colour: z.string(),
      /** The colour as CSS variables, so that every text on and in it is readable. */
      colours: z.object({ light: shopColoursShape, dark: shopColoursShape }),
      side: z.enum(['right', 'left']),
      title: z.record(z.string(), z.string()),
      greeting: z.record(z.string(), z.string()),
      languages: z.array(z.string()),
      askName: z.enum(['no', 'optional', 'required']),
      askEmail: z.enum(['no', 'optional', 'required']),
      uploads: z.boolean(),
      fileMaxBytes: z.number().int(),
      recallSeconds: z.number().int(),
    }),
  }),
  createVisitor: endpoint({
    method: 'POST',
    path: '/api/widget/channels/:channelKey/visitors',
    access: 'public',
    summary:
      "A new visitor token: anonymous, or for the customer named by the shop's signed identity, or for the one a mailed link belongs to. An anonymous token never gains history.",
    params: channelKey,
    body: z.object({
      /** JWT (HS256, `kid` in the header) with `sub`, `shop`, `exp`, and perhaps `name`, `email`, `phone`. */
      identity: z.string().max(4000).optional(),
      /** The token of a mailed link back. */
      link: z.string().max(200).optional(),
      name: line(100).optional(),
      email: emailAddress.optional(),
    }),
    output: z.object({
      token: z.string(),
      customerName: z.string().nullable(),
      email: z.string().nullable(),
      verified: z.boolean(),
    }),
  }),
  listVisitorConversations: endpoint({
    method: 'GET',
    path: '/api/widget/conversations',
    access: 'visitor',
    summary: "The visitor's own talks, newest first, 30 at most.",
    output: z.object({ conversations: z.array(visitorConversationShape), position }),
  }),
  listVisitorMessages: endpoint({
    method: 'GET',
    path: '/api/widget/conversations/:conversation/messages',
    access: 'visitor',
    summary: 'Messages of an own talk, oldest first, 50: the last ones, or those before or after a number.',
    params: one,
    query: z.object({
      before: z.coerce.number().int().min(1).optional(),
      after: z.coerce.number().int().min(0).optional(),
    }),
    output: z.object({ messages: z.array(visitorMessageShape), more: z.boolean(), position }),
  }),
  sendMessage: endpoint({
    method: 'POST',
    path: '/api/widget/messages',
    access: 'visitor',
    summary:
      'Sends a message: continues the open talk on this channel or starts one. Repeating the key repeats nothing.',
    body: z
      .object({
        key: writeKey,
        text: messageBody,
        files: z.array(publicId).max(10).default([]),
        source: sourceShape.optional(),
        /** The sender knows of no open talk: one is started without looking first. A wrong guess costs only time. */
        opens: z.boolean().default(false),
      })
      .refine((input) => input.text.trim() !== '' || input.files.length > 0, {
        message: 'line_empty',
        path: ['text'],
      }),
    output: z.object({
      conversation: publicId,
      seq: z.number().int(),
      createdAt: moment,
      started: z.boolean(),
      position,
    }),
  }),
  getQueuePlace: endpoint({
    method: 'GET',
    path: '/api/widget/conversations/:conversation/place',
    access: 'visitor',
    summary: 'Where an own talk stands in the queue, the wait to expect, and whether anybody is on duty.',
    params: one,
    output: z.object({
      /** False when somebody has it, or it is over. */
      waiting: z.boolean(),
      /** 1 is next; null when it does not wait. */
      place: z.number().int().nullable(),
      /** Seconds; null when nobody can honestly say. */
      expectedSeconds: z.number().int().nullable(),
      /** Whether somebody who could answer is there. */
      onDuty: z.boolean(),
      /** When it was left as an offline message; null when it was not. */
      leftAt: moment.nullable(),
    }),
  }),
  leaveMessage: endpoint({
    method: 'POST',
    path: '/api/widget/conversations/:conversation/leave',
    access: 'visitor',
    summary:
      'Leaves an own talk as an offline message: the visitor need not wait, it is answered first in the next shift.',
    params: one,
    output: done,
  }),
  recallVisitorMessage: endpoint({
    method: 'POST',
    path: '/api/widget/conversations/:conversation/messages/:key/recall',
    access: 'visitor',
    summary: "Takes an own message back within the shop's limit.",
    params: one.extend({ key: writeKey }),
    output: done,
  }),
  markVisitorRead: endpoint({
    method: 'PUT',
    path: '/api/widget/conversations/:conversation/read',
    access: 'visitor',
    summary: 'Says how far the visitor has read.',
    params: one,
    body: z.object({ seq: z.number().int().min(0) }),
    output: done,
  }),
  rateConversation: endpoint({
    method: 'PUT',
    path: '/api/widget/conversations/:conversation/rating',
    access: 'visitor',
    summary:
      'Rates an own talk that has ended, or changes what was said. The same words again change nothing.',
    params: one,
    body: ratingGiven,
    output: z.object({ rating: customerRating }),
  }),
  updateVisitor: endpoint({
    method: 'PATCH',
    path: '/api/widget/visitor',
    access: 'visitor',
    summary: 'Leaves a name or a mail address, to which answers go once the visitor has left.',
    body: z.object({ name: line(100).optional(), email: emailAddress.optional() }),
    output: done,
  }),
} as const
