import { expectedWait, paceSeconds } from '../../../domain/assignment/expected-wait.ts'
import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import type { widgetEndpoints } from '../../../domain/widget/endpoints.ts'
import { lockConversation } from '../../conversation/access.ts'
import { conversationAudience } from '../../conversation/actions/audience.ts'
import { appendStep } from '../../conversation/actions/line.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Work } from '../../platform/work.ts'
import { countServed, selectWaiting } from '../store/explain.ts'
import { anybodyOnDuty, markOffline, selectOwnTalk } from '../store/place.ts'
import { reconcile } from './intake.ts'

/** Where a visitor's talk stands: place, wait and whether anybody is there, told honestly. */
export async function queuePlace(
  work: Work,
  tokenHash: Buffer,
  publicId: string,
): Promise<EndpointOutput<typeof widgetEndpoints.getQueuePlace>> {
  const { tx, now } = work
  const talk = await selectOwnTalk(tx, tokenHash, publicId, now)
  if (!talk) throw refuse('conversation_not_found')
  const onDuty = await anybodyOnDuty(tx, talk)
  const leftAt = talk.offlineMessageAt?.toISOString() ?? null
  if (talk.state !== 'queued') return { waiting: false, place: null, expectedSeconds: null, onDuty, leftAt }
  const place = (await selectWaiting(tx, talk.id))?.place ?? null
  const since = new Date(now.getTime() - paceSeconds * 1000)
  const served = place !== null && onDuty ? await countServed(tx, talk.shopId, since) : 0
  const expectedSeconds = place === null ? null : expectedWait(place, served, onDuty)
  return { waiting: true, place, expectedSeconds, onDuty, leftAt }
}

/** The visitor need not wait: it is kept as an offline message (留言). Doing it twice changes nothing. */
export async function leaveOfflineMessage(work: Work, tokenHash: Buffer, publicId: string): Promise<void> {
  const talk = await selectOwnTalk(work.tx, tokenHash, publicId, work.now)
  if (!talk) throw refuse('conversation_not_found')
  if (talk.offlineMessageAt) return
  const conversation = await lockConversation(work.tx, talk.id)
  if (!conversation || !(await markOffline(work.tx, talk.id, work.now))) throw refuse('not_waiting')
  const asCustomer: Work = { ...work, actor: { kind: 'customer', id: conversation.customerId } }
  await appendEvent(asCustomer, {
    name: 'assignment.left_offline',
    brandId: conversation.brandId,
    data: { conversationId: conversation.id },
    audience: conversationAudience(conversation),
  })
  await appendStep({ ...work, actor: { kind: 'system', id: null } }, conversation, 'left_offline')
  await reconcile(work, [conversation.id])
}
