import type { ClockView, clockEndpoints } from '../../../domain/clock/endpoints.ts'
import { marksOf } from '../../../domain/clock/marks.ts'
import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { accessConversation } from '../../conversation/access.ts'
import type { Tx } from '../../platform/work.ts'
import { calendarsOf, policiesOf } from '../kept.ts'
import { type ClockRow, type ExplainedRow, selectClock, selectClocksOf } from '../store/clocks.ts'

/** The clocks of a conversation, newest first. Refuses `conversation_not_found`. */
export async function listClocks(tx: Tx, viewer: Viewer, conversationId: number): Promise<ClockView[]> {
  await accessConversation(tx, viewer, conversationId)
  return (await selectClocksOf(tx, conversationId)).map(viewOf)
}

/** Why a clock has its deadline. Refuses `clock_not_found`. */
export async function explainClock(
  tx: Tx,
  viewer: Viewer,
  clockId: number,
): Promise<EndpointOutput<typeof clockEndpoints.explainClock>> {
  const row = await selectClock(tx, clockId)
  if (!row) throw refuse('clock_not_found')
  await accessConversation(tx, viewer, row.conversationId).catch((error: unknown) => {
    throw error instanceof Refusal ? refuse('clock_not_found') : error
  })
  const key = { id: row.policyId, version: row.policyVersion }
  const definition = (await policiesOf(tx, [key]))(key)
  const { warnAt, dueAt } = row
  const marks =
    warnAt && dueAt ? marksOf(row.kind, definition, { warnAt: warnAt.getTime(), dueAt: dueAt.getTime() }) : []
  const target = definition.targets[row.kind]
  return {
    ...viewOf(row),
    policy: {
      id: row.policyId,
      name: row.policyName,
      version: row.policyVersion,
      changedSince: row.policyNow !== row.policyVersion,
    },
    calendar: await calendarTaken(tx, row),
    target: target ?? { seconds: row.targetMs / 1000, warnSeconds: null, runsOn: 'calendar' },
    pauses: row.pauses.map(([from, to]) => ({
      from: new Date(from).toISOString(),
      to: to === null ? null : new Date(to).toISOString(),
    })),
    steps: marks.map(({ what, escalation, at }, index) => ({
      what,
      escalation,
      at: new Date(at).toISOString(),
      done: index < row.stepsDone,
    })),
  }
}

async function calendarTaken(tx: Tx, row: ExplainedRow) {
  if (row.calendarId === null || row.calendarVersion === null) return null
  const key = { id: row.calendarId, version: row.calendarVersion }
  const calendar = (await calendarsOf(tx, [key]))(key)
  return {
    id: row.calendarId,
    name: row.calendarName ?? '',
    version: row.calendarVersion,
    changedSince: row.calendarNow !== row.calendarVersion,
    timeZone: calendar.definition.timeZone,
  }
}

function viewOf(row: ClockRow): ClockView {
  return {
    id: row.id,
    conversationId: row.conversationId,
    kind: row.kind,
    stage: row.stage,
    startedAt: row.startedAt.toISOString(),
    warnAt: row.warnAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    breachedAt: row.breachedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    staffId: row.staffId,
  }
}
