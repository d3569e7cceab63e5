import { refuse } from '../../domain/errors.ts'
import { mayAt, type Viewer } from '../../domain/staff/scope.ts'
import { brandsSeen, inBrands } from '../brand/access.ts'
import type { Tx } from '../platform/work.ts'
import { type CalendarRow, selectCalendarToChange } from './store/calendars.ts'
import { type PolicyRow, selectPolicyToChange } from './store/policies.ts'

/** The calendar to be changed, locked. Refuses `calendar_not_found`, `not_allowed`. */
export async function accessCalendarToChange(
  tx: Tx,
  viewer: Viewer,
  calendarId: number,
): Promise<CalendarRow> {
  const row = await selectCalendarToChange(tx, calendarId)
  if (!row || !inBrands(await brandsSeen(tx, viewer), row.brand_id)) throw refuse('calendar_not_found')
  if (!mayAt(viewer, 'clock.manage', { brandId: row.brand_id })) throw refuse('not_allowed')
  return row
}

/** The policy to be changed, locked. Refuses `clock_policy_not_found`, `not_allowed`. */
export async function accessPolicyToChange(tx: Tx, viewer: Viewer, policyId: number): Promise<PolicyRow> {
  const row = await selectPolicyToChange(tx, policyId)
  if (!row || !inBrands(await brandsSeen(tx, viewer), row.brand_id)) throw refuse('clock_policy_not_found')
  if (!mayAt(viewer, 'clock.manage', { brandId: row.brand_id })) throw refuse('not_allowed')
  return row
}
