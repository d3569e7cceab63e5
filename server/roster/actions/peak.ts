import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { PeakSettings } from '../../../domain/roster/peak.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { accessWholeBrand, brandsSeen } from '../../brand/access.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { accessPeak } from '../access.ts'
import {
  cancelPeakRow,
  insertPeak,
  lockAndFindOverlap,
  type PeakRow,
  selectPeaks,
  updatePeakRow,
} from '../store/peak.ts'

const longestMs = 90 * 86_400_000

/** Peak events of the brands that the viewer sees, newest first. */
export async function listPeakEvents(tx: Tx, viewer: Viewer) {
  const rows = await selectPeaks(tx, await brandsSeen(tx, viewer))
  return {
    events: rows.map(({ cancelledAt, ...row }) => ({
      ...row,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      cancelled: cancelledAt !== null,
    })),
  }
}

interface PeakInput {
  readonly brandId: number
  readonly name: string
  readonly startsAt: string
  readonly endsAt: string
  readonly settings: PeakSettings
}

/** Plans a peak event. Refuses `brand_not_found`, `not_allowed`, `peak_dates`, `peak_overlaps` (which). */
export async function createPeakEvent(work: Work, viewer: Viewer, input: PeakInput): Promise<number> {
  await accessWholeBrand(work.tx, viewer, input.brandId, 'roster.manage')
  const peak = { ...input, startsAt: new Date(input.startsAt), endsAt: new Date(input.endsAt) }
  await requireFree(work, peak, null)
  const peakEventId = await insertPeak(work.tx, peak, viewer.staffId, work.now)
  await appendPeak(work, 'roster.peak_set', input.brandId, peakEventId)
  return peakEventId
}

interface PeakChange {
  readonly name?: string | undefined
  readonly startsAt?: string | undefined
  readonly endsAt?: string | undefined
  readonly settings?: PeakSettings | undefined
}

/** Changes it, also while it is on. Refuses `peak_not_found`, `not_allowed`, `peak_cancelled`, and what planning refuses. */
export async function updatePeakEvent(
  work: Work,
  viewer: Viewer,
  peakEventId: number,
  change: PeakChange,
): Promise<void> {
  const row = await accessPeak(work.tx, viewer, peakEventId)
  if (row.cancelledAt !== null) throw refuse('peak_cancelled')
  const next: PeakRow = {
    ...row,
    name: change.name ?? row.name,
    startsAt: change.startsAt === undefined ? row.startsAt : new Date(change.startsAt),
    endsAt: change.endsAt === undefined ? row.endsAt : new Date(change.endsAt),
    settings: change.settings ?? row.settings,
  }
  await requireFree(work, next, peakEventId)
  await updatePeakRow(work.tx, next)
  await appendPeak(work, 'roster.peak_set', row.brandId, peakEventId)
}

/** Cancels it; cancelling twice changes nothing. Refuses `peak_not_found`, `not_allowed`. */
export async function cancelPeakEvent(work: Work, viewer: Viewer, peakEventId: number): Promise<void> {
  const row = await accessPeak(work.tx, viewer, peakEventId)
  if (row.cancelledAt !== null) return
  await cancelPeakRow(work.tx, peakEventId, work.now)
  await appendPeak(work, 'roster.peak_cancelled', row.brandId, peakEventId)
}

async function requireFree(
  work: Work,
  peak: Pick<PeakRow, 'brandId' | 'startsAt' | 'endsAt'>,
  peakEventId: number | null,
): Promise<void> {
  const lasts = peak.endsAt.getTime() - peak.startsAt.getTime()
  if (lasts <= 0 || lasts > longestMs) throw refuse('peak_dates')
  const other = await lockAndFindOverlap(work.tx, peak.brandId, peak, peakEventId)
  if (!other) return
  const { id, name, startsAt, endsAt } = other
  throw refuse('peak_overlaps', {
    peakEventId: id,
    name,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  })
}

async function appendPeak(
  work: Work,
  name: 'roster.peak_set' | 'roster.peak_cancelled',
  brandId: number,
  peakEventId: number,
): Promise<void> {
  await appendEvent(work, { name, brandId, data: { peakEventId }, audience: [audience.brand(brandId)] })
}
