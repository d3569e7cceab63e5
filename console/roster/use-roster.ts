import { client } from '../shell/api.ts'
import { refresh } from '../shell/query-client.ts'
import { toast } from '../shell/toast.tsx'
import type { Shift } from './week.ts'

/** Puts a shift on the roster, or anew what was taken off. */
export async function addShift(shift: Omit<Shift, 'id'>): Promise<void> {
  await client.roster.createShift({ body: shift })
  await refresh('roster')
}

/** Takes a shift off; the message takes it back. */
export async function removeShift(shift: Shift, said: string): Promise<void> {
  await client.roster.deleteShift({ params: { shiftId: shift.id } })
  await refresh('roster')
  const { id: _, ...again } = shift
  toast.done(said, () => addShift(again).catch(toast.refused))
}

/** Takes several off again, such as a week that was copied. */
export async function removeShifts(shiftIds: readonly number[]): Promise<void> {
  for (const shiftId of shiftIds) await client.roster.deleteShift({ params: { shiftId } })
  await refresh('roster')
}
