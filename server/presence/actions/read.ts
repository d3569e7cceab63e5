import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import type { PresenceRow, presenceEndpoints } from '../../../domain/presence/endpoints.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { brandsWith } from '../../brand/access.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { accessOwnOrLed } from '../access.ts'
import { selectBreakKinds } from '../store/breaks.ts'
import { type ListedPresence, selectPresence, selectSeenPresence } from '../store/people.ts'
import { selectPeriods } from '../store/period.ts'

const pageLength = 50

/** One person's presence as it goes over the wire. */
export async function readPresence(work: Work, staffId: number): Promise<PresenceRow> {
  const row = await selectPresence(work.tx, staffId, work.now, 'anybody')
  if (!row) throw refuse('presence_not_found')
  return shown(row)
}

/** Presence of the people of the brands in which the viewer may see staff. */
export async function listPresence(work: Work, viewer: Viewer): Promise<{ people: PresenceRow[] }> {
  const brands = await brandsWith(work.tx, viewer, 'staff.read')
  const rows = await selectSeenPresence(work.tx, brands, viewer.staffId, work.now)
  return { people: rows.map(shown) }
}

/** A person's stretches, newest first, 50 a page. Refuses `presence_not_found`, `cursor_invalid`. */
export async function listPresenceHistory(
  work: Work,
  viewer: Viewer,
  staffId: number,
  before: string | undefined,
): Promise<EndpointOutput<typeof presenceEndpoints.listPresenceHistory>> {
  await accessOwnOrLed(work.tx, viewer, staffId, work.now)
  if (before !== undefined && !/^\d{1,15}$/.test(before)) throw refuse('cursor_invalid')
  const rows = await selectPeriods(work.tx, staffId, before ? Number(before) : null, pageLength + 1)
  const page = rows.slice(0, pageLength)
  return {
    periods: page.map((row) => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    })),
    next: rows.length > pageLength ? String(page.at(-1)?.id) : null,
  }
}

/** Kinds of break in their order. */
export async function listBreakKinds(tx: Tx) {
  return { kinds: await selectBreakKinds(tx) }
}

function shown(row: ListedPresence): PresenceRow {
  const { suspended: _, ...rest } = row
  return {
    ...rest,
    since: row.since.toISOString(),
    untilAt: row.untilAt?.toISOString() ?? null,
    idleSince: row.idleSince.toISOString(),
    backSince: row.backSince?.toISOString() ?? null,
  }
}
