import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { rosterEndpoints } from '../../../domain/roster/endpoints.ts'
import { type HandoverSheet, signRefusal } from '../../../domain/roster/handover.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { customerNames, readHandoverSheet } from '../../view/handover.ts'
import { accessHandover, accessOwnTeam } from '../access.ts'
import { insertHandover, isMember, selectHandovers, signRow } from '../store/handover.ts'

const pageLength = 10

/** What stands open for the team now. Refuses `team_not_found`, `handover_not_of_team`. */
export async function getHandoverSheet(tx: Tx, viewer: Viewer, teamId: number) {
  const team = await accessOwnTeam(tx, viewer, teamId)
  const sheet = await readHandoverSheet(tx, viewer, team)
  return { sheet, names: await customerNames(tx, viewer, conversationsOf([sheet])) }
}

/** Hands the shift over with the sheet of this moment. Refuses `team_not_found`, `handover_not_of_team`. */
export async function handOverShift(
  work: Work,
  viewer: Viewer,
  teamId: number,
  note: string,
): Promise<number> {
  const team = await accessOwnTeam(work.tx, viewer, teamId)
  const sheet = await readHandoverSheet(work.tx, viewer, team)
  const handover = { teamId, fromStaffId: viewer.staffId, note, sheet }
  const handoverId = await insertHandover(work.tx, handover, work.now)
  await appendHandover(work, 'roster.shift_handed_over', { handoverId, teamId, staffId: viewer.staffId })
  return handoverId
}

/**
 * Signs it. Refuses `handover_not_found`, `handover_signed` (by whom), `handover_own`, `handover_not_of_team`.
 */
export async function signHandover(
  work: Work,
  viewer: Viewer,
  handoverId: number,
  note: string,
): Promise<void> {
  const handover = await accessHandover(work.tx, viewer, handoverId)
  const ofTeam = await isMember(work.tx, handover.teamId, viewer.staffId)
  const refused = signRefusal(handover, { staffId: viewer.staffId, ofTeam })
  if (refused) throw refuse(refused, refused === 'handover_signed' ? { name: handover.signedName } : {})
  await signRow(work.tx, handoverId, viewer.staffId, note, work.now)
  const data = { handoverId, teamId: handover.teamId, staffId: viewer.staffId }
  await appendHandover(work, 'roster.handover_signed', data)
}

async function appendHandover(
  work: Work,
  name: 'roster.shift_handed_over' | 'roster.handover_signed',
  data: { handoverId: number; teamId: number; staffId: number },
): Promise<void> {
  await appendEvent(work, {
    name,
    brandId: null,
    data,
    audience: [audience.team(data.teamId), audience.staff(data.staffId)],
  })
}

/** Handovers of a team, newest first, ten a page. Refuses `team_not_found`, `handover_not_of_team`, `cursor_invalid`. */
export async function listHandovers(
  tx: Tx,
  viewer: Viewer,
  teamId: number,
  before: string | undefined,
): Promise<EndpointOutput<typeof rosterEndpoints.listHandovers>> {
  await accessOwnTeam(tx, viewer, teamId)
  if (before !== undefined && !/^\d{1,15}$/.test(before)) throw refuse('cursor_invalid')
  const rows = await selectHandovers(tx, teamId, before ? Number(before) : null, pageLength + 1)
  const page = rows.slice(0, pageLength)
  return {
    handovers: page.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      signedAt: row.signedAt?.toISOString() ?? null,
    })),
    names: await customerNames(tx, viewer, conversationsOf(page.map((row) => row.sheet))),
    next: rows.length > pageLength ? String(page.at(-1)?.id) : null,
  }
}

function conversationsOf(sheets: readonly HandoverSheet[]): number[] {
  const lines = sheets.flatMap((sheet) => [...sheet.open, ...sheet.waiting, ...sheet.promises])
  return [...new Set(lines.map((line) => line.conversationId))]
}
