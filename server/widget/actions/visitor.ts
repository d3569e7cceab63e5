import { randomBytes } from 'node:crypto'
import type { OrderState } from '../../../domain/assignment/stage.ts'
import type { Source } from '../../../domain/conversation/source.ts'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { CustomerRating, RatingGiven } from '../../../domain/rating/endpoints.ts'
import { type Sent, sendVisitorMessage, sendVisitorMessageIn } from '../../conversation/actions/send.ts'
import {
  claimIdentity,
  createAnonymousCustomer,
  fillProfile,
  findOrCreateByIdentity,
} from '../../customer/actions.ts'
import { attachFiles } from '../../file/actions.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { takeFromWindow } from '../../platform/http/rate.ts'
import { detectLanguage } from '../../platform/language/detect.ts'
import { type Platform, transact, type Work } from '../../platform/work.ts'
import { accessOwnRating } from '../../rating/access.ts'
import { giveRating } from '../../rating/actions/rate.ts'
import { customerRatingOf } from '../../view/ratings.ts'
import { accessVisitor, hashToken, type WidgetChannel } from '../access.ts'
import { keyNameOf, verifyIdentity } from '../identity.ts'
import {
  findBackLink,
  findSigningKey,
  insertBackLink,
  insertVisitor,
  moveCustomerReadMark,
} from '../store/visitor.ts'

const visitorDays = 400
const backLinkDays = 7
/** New visitors from one address in five minutes; generous, because whole networks share an address. */
const visitorsPerAddress = 3000

export interface Arrival {
  readonly identity?: string | undefined
  readonly link?: string | undefined
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly language: string | null
  readonly address: string
}

export interface Arrived {
  readonly token: string
  readonly verified: boolean
}

/**
 * A new visitor token. A signed identity leads to its customer, a mailed link to the one it was sent to, all else
 * to a new anonymous customer: what an anonymous visitor claims is a claim and gains no history.
 */
export async function createVisitor(
  work: Work,
  channel: WidgetChannel,
  channelKey: string,
  arrival: Arrival,
): Promise<Arrived> {
  await takeFromWindow(work.tx, `visitor:${arrival.address}`, visitorsPerAddress, 300, work.now)
  const { customerId, verified, orderState } = await customerOf(work, channel, channelKey, arrival)
  const token = randomBytes(32).toString('base64url')
  const visitorId = await insertVisitor(work.tx, {
    brandId: channel.brandId,
    shopId: channel.shopId,
    channelId: channel.id,
    customerId,
    tokenHash: hashToken(token),
    verified,
    orderState,
    createdAt: work.now,
    expiresAt: new Date(work.now.getTime() + visitorDays * 86_400_000),
  })
  await appendEvent(work, {
    name: 'visitor.created',
    brandId: channel.brandId,
    data: { visitorId, customerId, shopId: channel.shopId, verified },
    audience: [],
  })
  return { token, verified }
}

async function customerOf(
  work: Work,
  channel: WidgetChannel,
  channelKey: string,
  arrival: Arrival,
): Promise<{ customerId: number; verified: boolean; orderState: OrderState | null }> {
  const { brandId, shopId, settings } = channel
  if (arrival.identity !== undefined) {
    const key = await findSigningKey(work.tx, shopId, keyNameOf(arrival.identity))
    if (!key) throw refuse('identity_invalid')
    const claims = await verifyIdentity(arrival.identity, key, channelKey, work.now)
    const customerId = await findOrCreateByIdentity(work, {
      brandId,
      shopId,
      kind: 'user',
      value: claims.sub,
      verified: true,
      name: claims.name ?? null,
      email: claims.email ?? null,
      phone: claims.phone ?? null,
      language: arrival.language,
    })
    return { customerId, verified: true, orderState: claims.order_state ?? null }
  }
  if (arrival.link !== undefined) {
    const link = await findBackLink(work.tx, hashToken(arrival.link), work.now)
    if (!link || link.channelId !== channel.id) throw refuse('link_expired')
    return { customerId: link.customerId, verified: true, orderState: null }
  }
  const missing =
    (settings.askName === 'required' && !arrival.name) || (settings.askEmail === 'required' && !arrival.email)
  if (missing) throw refuse('details_missing')
  const { name = null, email = null, language } = arrival
  return {
    customerId: await createAnonymousCustomer(work, { brandId, language, name, email }),
    verified: false,
    orderState: null,
  }
}

export interface VisitorSays {
  readonly key: string
  readonly text: string
  readonly files: readonly string[]
  readonly source: Source | undefined
  readonly opens: boolean
}

/** Takes a visitor's message: the hot path, or a transaction where it carries files. */
export async function sendMessage(platform: Platform, token: string, says: VisitorSays): Promise<Sent> {
  const message = {
    tokenHash: hashToken(token),
    key: says.key,
    text: says.text,
    hasFiles: says.files.length > 0,
    language: await detectLanguage(says.text),
    now: platform.now(),
    source: says.source ?? {},
    opens: says.opens,
  }
  if (!message.hasFiles) return sendVisitorMessage(platform, message)
  return transact(platform, { kind: 'customer', id: null }, async (work) => {
    const visitor = await accessVisitor(work.tx, token, work.now)
    const sent = await sendVisitorMessageIn(work, message)
    if (!sent.repeated) {
      await attachFiles(work, { fileIds: says.files, messageId: sent.messageId, visitorId: visitor.id })
    }
    return sent
  })
}

/** Says how far the visitor has read. */
export async function markVisitorRead(
  work: Work,
  token: string,
  publicId: string,
  seq: number,
): Promise<void> {
  const visitor = await accessVisitor(work.tx, token, work.now)
  const mark = await moveCustomerReadMark(work.tx, hashToken(token), publicId, seq, work.now)
  if (!mark) return
  const keys = [audience.shop(mark.shopId), audience.conversation(mark.conversationId)]
  if (mark.teamId) keys.push(audience.team(mark.teamId))
  if (mark.assigneeId) keys.push(audience.staff(mark.assigneeId))
  await appendEvent(
    { ...work, actor: { kind: 'customer', id: visitor.customerId } },
    {
      name: 'conversation.read',
      brandId: mark.brandId,
      data: { conversationId: mark.conversationId, by: 'customer', seq: mark.seq },
      audience: keys,
    },
  )
}

/** Keeps the name or mail address that the visitor leaves; the address is a claim. */
export async function updateVisitor(
  work: Work,
  token: string,
  details: { name?: string | undefined; email?: string | undefined },
): Promise<void> {
  const visitor = await accessVisitor(work.tx, token, work.now)
  const asVisitor: Work = { ...work, actor: { kind: 'customer', id: visitor.customerId } }
  await fillProfile(asVisitor, visitor.customerId, details)
  if (details.email)
    await claimIdentity(asVisitor, { customerId: visitor.customerId, kind: 'email', value: details.email })
}

/** Ratings and changes of one visitor in five minutes. */
const ratingsPerVisitor = 60

/** Takes the visitor's rating of an own talk; answers it as it is now. */
export async function rateConversation(
  work: Work,
  token: string,
  publicId: string,
  given: RatingGiven,
): Promise<CustomerRating> {
  const visitor = await accessVisitor(work.tx, token, work.now)
  await takeFromWindow(work.tx, `rating:${visitor.id}`, ratingsPerVisitor, 300, work.now)
  const { id } = await accessOwnRating(work.tx, visitor, publicId)
  const actor = { kind: 'customer', id: visitor.customerId } as const
  return customerRatingOf(await giveRating({ ...work, actor }, id, given), work.now)
}

/** A link back into a customer's talk, good for a week; only its hash is kept. */
export async function createBackLink(
  work: Work,
  to: { brandId: number; customerId: number; channelId: number },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await insertBackLink(work.tx, {
    ...to,
    tokenHash: hashToken(token),
    createdAt: work.now,
    expiresAt: new Date(work.now.getTime() + backLinkDays * 86_400_000),
  })
  return token
}
