import { audience } from '../../../domain/event.ts'
import type { ClockRow } from '../store/clocks.ts'

type Of = Pick<
  ClockRow,
  'id' | 'conversationId' | 'kind' | 'policyId' | 'policyVersion' | 'calendarId' | 'calendarVersion'
>

interface At {
  readonly brandId: number
  readonly shopId: number
  readonly teamId: number | null
  readonly assigneeId: number | null
}

/** What each event about a clock tells, and who hears of it. */
export function clockEvent(clock: Of, at: At) {
  const { id: clockId, conversationId, kind, policyId, policyVersion, calendarId, calendarVersion } = clock
  const staffId = at.assigneeId
  const keys = [audience.shop(at.shopId), audience.conversation(conversationId)]
  if (at.teamId !== null) keys.push(audience.team(at.teamId))
  if (staffId !== null) keys.push(audience.staff(staffId))
  const data = {
    conversationId,
    clockId,
    kind,
    policyId,
    policyVersion,
    calendarId,
    calendarVersion,
    staffId,
  }
  return { brandId: at.brandId, audience: keys, data }
}
