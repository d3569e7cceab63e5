import type { Agent } from '../../../domain/assignment/agent.ts'
import { candidatesFor } from '../../../domain/assignment/candidates.ts'
import type { assignmentEndpoints } from '../../../domain/assignment/endpoints.ts'
import { nextStep } from '../../../domain/assignment/relax.ts'
import type { EndpointOutput } from '../../../domain/endpoint.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { accessConversation } from '../../conversation/access.ts'
import type { Platform } from '../../platform/work.ts'
import { selectPresence } from '../store/agents.ts'
import { type AssignmentRow, selectAssignments } from '../store/assignment.ts'
import { selectWaiting, type WaitingRow } from '../store/explain.ts'
import { type Known, knownNow, policyOf } from './cache.ts'
import { agentsOf } from './planning.ts'

type Explained = EndpointOutput<typeof assignmentEndpoints.explainAssignment>
type Shown = NonNullable<Explained['current']>

/** Why this agent, or why nobody yet. */
export async function explain(
  platform: Platform,
  viewer: Viewer,
  conversationId: number,
): Promise<Explained> {
  const tx = platform.kysely
  await accessConversation(tx, viewer, conversationId)
  const [newest] = await selectAssignments(tx, conversationId, 1)
  const waiting = await selectWaiting(tx, conversationId)
  return {
    current: newest && newest.endedAt === null ? shown(newest) : null,
    waiting: waiting ? await whyNobody(platform, waiting) : null,
  }
}

/** Everybody who has had a conversation, newest first, 100 at most. */
export async function listAssignments(
  platform: Platform,
  viewer: Viewer,
  conversationId: number,
): Promise<EndpointOutput<typeof assignmentEndpoints.listAssignments>> {
  await accessConversation(platform.kysely, viewer, conversationId)
  return { assignments: (await selectAssignments(platform.kysely, conversationId, 100)).map(shown) }
}

function shown(row: AssignmentRow): Shown {
  return {
    ...row,
    queuedAt: row.queuedAt.toISOString(),
    decidedAt: row.decidedAt.toISOString(),
    answerBy: row.answerBy?.toISOString() ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}

async function whyNobody(platform: Platform, row: WaitingRow): Promise<Explained['waiting']> {
  const now = platform.now()
  const have = await knownNow(platform, platform.kysely)
  const agents = await everybody(platform, have, now)
  const { overflowTeamId: _, ...asked } = row.asked
  const candidates = candidatesFor(
    {
      brandId: row.brandId,
      asks: row.asks,
      units: row.units,
      returnedFrom: row.returnedFrom,
      returnedUntil: row.returnedUntil?.getTime() ?? 0,
      stickyStaffId: row.stickyStaffId,
      stickyPausedUntil: row.stickyPausedUntil?.getTime() ?? 0,
    },
    agents,
    now.getTime(),
  )
  return {
    place: row.place,
    queuedAt: row.enqueuedAt.toISOString(),
    step: row.step,
    nextStepAt: row.stepAt?.toISOString() ?? null,
    nextStep: row.stepAt && nextStep(row.asked, row.step),
    asked,
    now: row.asks,
    stickyStaffId: row.stickyStaffId,
    stickyUntil: row.stickyUntil?.toISOString() ?? null,
    automatic: policyOf(have, row.brandId).automatic,
    candidates,
  }
}

async function everybody(platform: Platform, have: Known, now: Date): Promise<Agent[]> {
  return agentsOf(await selectPresence(platform.kysely, [...have.profiles.keys()]), have, now)
}
