import type { AssignmentEnd, AssignmentWay } from '../../../domain/assignment/shapes.ts'
import type { LoggedEvent } from '../../../domain/event.ts'
import type { Work } from '../../platform/work.ts'
import { applyStretchSteps, noteAnswers, type StretchStep, selectOpenWork } from '../store/assignment.ts'
import { markBrandStale } from '../store/policy.ts'
import { forgetKnown } from './cache.ts'
import { reconcile } from './intake.ts'
import { byHand } from './reason.ts'
import { returnToQueue } from './return.ts'
import { withdrawMoved } from './settle-transfers.ts'

/** Names of terms whose change makes what is known of agents old. */
const aboutAgents = ['staff.', 'role.', 'team.', 'skill.', 'roster.', 'peak.']

/** Whether an event can make somebody wait, or give somebody room. */
export function concernsAssignment(event: LoggedEvent): boolean {
  const { name, data } = event
  if (name === 'message.appended') {
    return data.kind === 'message' && (data.from !== data.to || data.by === 'staff')
  }
  if (name === 'conversation.assigned' || name === 'conversation.read' || name === 'conversation.tagged')
    return false
  return (
    name.startsWith('conversation.') ||
    name === 'presence.changed' ||
    name === 'assignment.policy_changed' ||
    name === 'assignment.left_offline' ||
    aboutAgents.some((term) => name.startsWith(term))
  )
}

/** Whether somebody may wait by it who did not wait before, or wait for others. */
export function mayQueue({ name }: LoggedEvent): boolean {
  return !['conversation.resolved', 'conversation.ended', 'conversation.taken'].includes(name)
}

/** Lets the queue, the record of who had what, and transfers follow what has happened. */
export async function follow(work: Work, events: readonly LoggedEvent[]): Promise<void> {
  if (events.some((event) => aboutAgents.some((term) => event.name.startsWith(term))))
    forgetKnown(work.platform)
  const changedPolicies = events.filter((event) => event.name === 'assignment.policy_changed')
  if (changedPolicies.length > 0) forgetKnown(work.platform)
  for (const event of changedPolicies) await markBrandStale(work.tx, Number(event.data.brandId))

  await recordStretches(work, events)
  await recordAnswers(work, events)
  const left = events.filter((event) => event.name === 'presence.changed' && event.data.to === 'offline')
  for (const staffId of new Set(left.map((event) => Number(event.data.staffId)))) {
    for (const id of await selectOpenWork(work.tx, staffId)) await returnToQueue(work, id, staffId, 'offline')
  }
  const touched = events.filter(
    (event) =>
      typeof event.data.conversationId === 'number' && !aboutAgents.some((t) => event.name.startsWith(t)),
  )
  await reconcile(work, [...new Set(touched.map((event) => Number(event.data.conversationId)))])
}

/** Each stretch of somebody having a conversation becomes a row, whoever gave it to them. */
async function recordStretches(work: Work, events: readonly LoggedEvent[]): Promise<void> {
  const replied = new Set(
    events
      .filter(
        (event) =>
          event.name === 'message.appended' && event.data.by === 'staff' && event.data.kind === 'message',
      )
      .map((event) => `${event.transaction}:${event.data.conversationId}`),
  )
  const byConversation = new Map<number, StretchStep[]>()
  for (const event of events) {
    const step = stretchOf(event, replied.has(`${event.transaction}:${event.data.conversationId}`))
    if (!step) continue
    const conversationId = Number(event.data.conversationId)
    const list = byConversation.get(conversationId) ?? []
    byConversation.set(conversationId, list)
    list.push({ ...step, conversationId, at: event.happenedAt, xact: event.transaction })
  }
  if (byConversation.size === 0) return
  const lists = [...byConversation.values()]
  for (let wave = 0; wave < Math.max(...lists.map((list) => list.length)); wave++) {
    const steps = lists.flatMap((list) => list[wave] ?? [])
    await applyStretchSteps(work.tx, steps, byHand)
  }
  await withdrawMoved(work, [...byConversation.keys()])
}

type Stretch = Pick<StretchStep, 'ends' | 'staffId' | 'how'>

function stretchOf(event: LoggedEvent, byReply: boolean): Stretch | null {
  const { data } = event
  const somebody = (value: unknown) => (typeof value === 'number' ? value : null)
  const begins = (ends: AssignmentEnd, staffId: unknown, how: AssignmentWay): Stretch => ({
    ends,
    staffId: somebody(staffId),
    how,
  })
  switch (event.name) {
    case 'conversation.taken':
      return begins('taken', data.staffId, byReply ? 'reply' : 'take')
    case 'conversation.handed_over':
      return begins('transferred', data.toStaffId, 'transfer')
    case 'conversation.released':
      return begins('released', null, 'take')
    case 'conversation.reopened':
      return { ends: null, staffId: 0, how: 'take' }
    case 'conversation.resolved':
      return begins('resolved', null, 'take')
    case 'conversation.ended':
      return begins('ended', null, 'take')
    default:
      return null
  }
}

/** A person has answered: it does not go back to the queue, and the first to answer becomes its owner. */
async function recordAnswers(work: Work, events: readonly LoggedEvent[]): Promise<void> {
  const first = new Map<number, { conversationId: number; staffId: number; at: Date }>()
  for (const { name, data, happenedAt } of events) {
    if (name !== 'message.appended' || data.by !== 'staff' || data.kind !== 'message') continue
    const conversationId = Number(data.conversationId)
    if (first.has(conversationId)) continue
    first.set(conversationId, { conversationId, staffId: Number(data.staffId), at: happenedAt })
  }
  if (first.size > 0) await noteAnswers(work.tx, [...first.values()])
}
