import type { Mark } from '../../../domain/clock/marks.ts'
import type { EscalationAction } from '../../../domain/clock/policy-shape.ts'
import { type Lead, leadsOf } from '../../conversation/access.ts'
import { raisePriority, requeueOverdue } from '../../conversation/actions/escalate.ts'
import { appendSteps } from '../../conversation/actions/lines.ts'
import { giveNotices } from '../../notice/actions.ts'
import type { Work } from '../../platform/work.ts'
import type { DueClock } from '../store/due.ts'

export interface EscalatedClock {
  readonly clock: DueClock
  readonly mark: Mark
}

/** Unread notices about clocks that one person gets at most; the overdue list shows the rest. */
const mostUnread = 50

/** Carries out escalation steps: tells people, raises priority, puts back into the queue. */
export async function escalate(work: Work, steps: readonly EscalatedClock[]): Promise<void> {
  if (steps.length === 0) return
  const of = (action: EscalationAction) => steps.filter(({ mark }) => mark.escalation?.action === action)
  const conversations = (action: EscalationAction) => [
    ...new Set(of(action).map(({ clock }) => clock.conversationId)),
  ]
  const leads = await leadsFor(work, steps)
  await giveNotices(
    work,
    steps.flatMap(({ clock, mark }) =>
      receivers(clock, mark, leads).map((staffId) => ({
        staffId,
        conversationId: clock.conversationId,
        kind: mark.escalation?.from === 'breach' ? ('clock_breached' as const) : ('clock_warned' as const),
      })),
    ),
    mostUnread,
  )
  await raisePriority(work, conversations('raise_priority'))
  const watched = conversations('add_supervisor')
  await appendSteps(
    work,
    watched.map((conversationId) => ({ conversationId, code: 'supervisor_added' })),
  )
  await requeueOverdue(work, conversations('requeue'))
}

/** Leads of the shops, read only when somebody other than an assignee must be told. */
async function leadsFor(work: Work, steps: readonly EscalatedClock[]): Promise<Map<number, Lead[]>> {
  const shops = steps.flatMap(({ clock, mark }) => {
    const action = mark.escalation?.action
    const toAssignee = action === 'notify_assignee' && clock.assigneeId !== null
    const tells = action === 'notify_duty_lead' || action === 'add_supervisor' || action === 'notify_assignee'
    return tells && !toAssignee ? [clock.shopId] : []
  })
  if (shops.length === 0) return new Map()
  return Map.groupBy(await leadsOf(work.tx, [...new Set(shops)]), (lead) => lead.shopId)
}

/** Who is told. Where nobody has the role, whoever may assign there is told. */
function receivers(clock: DueClock, mark: Mark, leads: Map<number, Lead[]>): number[] {
  const here = leads.get(clock.shopId) ?? []
  const inRole = (roles: readonly string[]) => {
    const some = here.filter((lead) => lead.role !== null && roles.includes(lead.role))
    return [...new Set((some.length > 0 ? some : here).map((lead) => lead.staffId))]
  }
  switch (mark.escalation?.action) {
    case 'notify_assignee':
      return clock.assigneeId === null ? inRole(['duty_lead', 'supervisor']) : [clock.assigneeId]
    case 'notify_duty_lead':
      return inRole(['duty_lead'])
    case 'add_supervisor':
      return inRole(['supervisor'])
    default:
      return []
  }
}
