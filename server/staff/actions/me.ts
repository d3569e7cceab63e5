import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import { settingsShape, type staffEndpoints } from '../../../domain/staff/endpoints.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { authOf } from '../../platform/auth/auth.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { selectHeld, selectTeamIds } from '../store/grants.ts'
import { selectStaff, updateStaffRow } from '../store/staff.ts'
import { forgetViewers } from '../viewers.ts'

type Me = EndpointOutput<typeof staffEndpoints.getMe>

/** Who is signed in, what they may do and where, and their settings. */
export async function readMe(tx: Tx, viewer: Viewer): Promise<Me> {
  const staff = await selectStaff(tx, viewer.staffId)
  if (!staff) throw refuse('sign_in_needed')
  const kept = settingsShape.safeParse(staff.settings)
  return {
    staffId: staff.id,
    name: staff.name,
    email: staff.email,
    language: staff.language as Me['language'],
    twoFactor: staff.two_factor,
    grants: await selectHeld(tx, staff.id),
    teamIds: await selectTeamIds(tx, staff.id),
    settings: kept.success ? kept.data : settingsShape.parse({}),
  }
}

export interface MeChange {
  readonly name?: string
  readonly language?: string
  /** Only what changes; `layout` is replaced as a whole. */
  readonly settings?: object
}

/** Changes the own name, language or settings. */
export async function updateMe(work: Work, viewer: Viewer, change: MeChange): Promise<void> {
  await updateStaffRow(work.tx, viewer.staffId, change)
  const named = change.name !== undefined
  await appendEvent(work, {
    name: 'staff.changed',
    brandId: null,
    data: { staffId: viewer.staffId },
    audience: [named ? audience.everybody : audience.staff(viewer.staffId)],
  })
  work.afterCommit(() => forgetViewers(work.platform, viewer.staffId))
}

/** Prolongs a sign-in that is in use, once a day; answers the cookies for that. */
export async function prolongSignIn(work: Work, headers: Headers): Promise<Headers> {
  const found = await authOf(work.platform).api.getSession({ headers, returnHeaders: true })
  return found.headers
}
