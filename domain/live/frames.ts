import { z } from 'zod'
import { conversationRow } from '../conversation/endpoints.ts'
import { messageShape } from '../message/endpoints.ts'
import { id, position, publicId } from '../shape.ts'
import { visitorMessageShape } from '../widget/endpoints.ts'

/**
 * What staff send over the socket at `/api/socket` (signed in by cookie; the Origin is checked).
 * First `hello`; then `watch` for each conversation that is open on the screen.
 */
export const staffFrame = z.discriminatedUnion('type', [
  /** `since`: the last position seen; without it, from now on. */
  z.object({ type: z.literal('hello'), since: position.optional() }),
  z.object({ type: z.literal('watch'), conversationId: id, since: position.optional() }),
  z.object({ type: z.literal('unwatch'), conversationId: id }),
  z.object({
    type: z.literal('typing'),
    conversationId: id,
    typing: z.boolean(),
    note: z.boolean().default(false),
  }),
  z.object({ type: z.literal('ping') }),
])
export type StaffFrame = z.infer<typeof staffFrame>

/** One event of a watched conversation, in full. */
const conversationEvent = z.object({
  name: z.string(),
  conversationId: id,
  actor: z.object({ kind: z.enum(['staff', 'customer', 'system']), id: id.nullable() }),
  data: z.record(z.string(), z.unknown()),
  /** For `message.appended` and `message.recalled`: the line as it is now. */
  message: messageShape.optional(),
  happenedAt: z.string(),
})
export type ConversationEvent = z.infer<typeof conversationEvent>

/** What the server sends to staff. `position` is where to resume from. */
export const staffPush = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome'), position, staffId: id }),
  /** Too far behind: read everything again, then go on from this position. */
  z.object({ type: z.literal('reset'), position }),
  /** Events of watched conversations, as they happen. */
  z.object({ type: z.literal('events'), events: z.array(conversationEvent), position }),
  /**
   * Rows that changed, at most twice a second. A row that left the viewer's sight is not named here but by `left`.
   * `more`: only the newest of many changes are told; lists of everybody's conversations want reading again.
   */
  z.object({
    type: z.literal('rows'),
    rows: z.array(conversationRow),
    more: z.literal(true).optional(),
    position,
  }),
  /** Access to a conversation was lost; take it off the screen. */
  z.object({ type: z.literal('left'), conversationId: id }),
  /** Something else changed: read these terms again (`tag`, `canned_reply`, `staff`, `notice` …). */
  z.object({ type: z.literal('stale'), terms: z.array(z.string()), position }),
  /** Who looks at and who types in a watched conversation; by lease, never from the log. */
  z.object({
    type: z.literal('looking'),
    conversationId: id,
    staff: z.array(z.object({ staffId: id, name: z.string(), typing: z.boolean() })),
    customerTyping: z.boolean(),
    customerOnline: z.boolean(),
  }),
  z.object({ type: z.literal('pong') }),
])
export type StaffPush = z.infer<typeof staffPush>

/** What a visitor sends over `/api/widget/socket`; the token travels in the first frame, never in the address. */
export const visitorFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), token: z.string().max(200), since: position.optional() }),
  z.object({ type: z.literal('typing'), conversation: publicId, typing: z.boolean() }),
  z.object({ type: z.literal('ping') }),
])
export type VisitorFrame = z.infer<typeof visitorFrame>

/** What the server sends to a visitor: a projection, never a staff event. */
export const visitorPush = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome'), position }),
  z.object({ type: z.literal('reset'), position }),
  z.object({ type: z.literal('message'), conversation: publicId, message: visitorMessageShape, position }),
  /** A message was taken back. */
  z.object({ type: z.literal('recalled'), conversation: publicId, seq: z.number().int(), position }),
  z.object({
    type: z.literal('read'),
    conversation: publicId,
    by: z.enum(['me', 'shop']),
    seq: z.number().int(),
    position,
  }),
  z.object({ type: z.literal('agent'), conversation: publicId, name: z.string().nullable(), position }),
  z.object({ type: z.literal('ended'), conversation: publicId, position }),
  /** The visitor was asked to rate an ended conversation, or did so elsewhere: read the list again. */
  z.object({ type: z.literal('rating'), conversation: publicId, position }),
  z.object({ type: z.literal('typing'), conversation: publicId, typing: z.boolean() }),
  /** The token is not valid (any more): make a new visitor. */
  z.object({ type: z.literal('refused'), code: z.string() }),
  z.object({ type: z.literal('pong') }),
])
export type VisitorPush = z.infer<typeof visitorPush>
