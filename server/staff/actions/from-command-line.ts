import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { BuiltInRoleKey } from '../../../domain/staff/roles.ts'
import { dropTwoFactor, endSignIns, hashPassword } from '../../platform/auth/passwords.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { type Platform, system, type Tx, transact } from '../../platform/work.ts'
import { selectBuiltInRoleId } from '../store/roles.ts'
import { type StaffRow, selectStaffByEmail, updateStaffRow } from '../store/staff.ts'
import { createStaff } from './accepting.ts'
import { newInvitation } from './invitations.ts'
import { type Link, newResetLink } from './password-reset.ts'
import { keepBuiltInRoles } from './roles.ts'

/** Somebody who is let in from the command line, with a built-in role over everything. */
export interface PersonLetIn {
  readonly name: string
  readonly email: string
  readonly language: string
  readonly role: BuiltInRoleKey
}

/** Invites the person; the link is answered, never mailed. Refuses `email_taken`. */
export async function inviteFromCommandLine(
  platform: Platform,
  person: PersonLetIn,
  origin: string,
): Promise<Link> {
  return transact(platform, system, async (work) => {
    const grants = await everywhere(work.tx, person.role)
    return newInvitation(work, { ...person, grants, teamIds: [] }, null, origin)
  })
}

/** Makes the person's account with this password. Refuses `email_taken`. */
export async function createFromCommandLine(
  platform: Platform,
  person: PersonLetIn,
  password: string,
): Promise<void> {
  const passwordHash = await hashPassword(platform, password)
  await transact(platform, system, async (work) => {
    const grants = await everywhere(work.tx, person.role)
    await createStaff(work, { ...person, passwordHash, grants })
  })
}

/** A reset link for the person, answered, never mailed. Refuses `staff_not_found`. */
export async function resetFromCommandLine(platform: Platform, email: string, origin: string): Promise<Link> {
  return transact(platform, system, async (work) => newResetLink(work, await known(work.tx, email), origin))
}

/** Turns two-factor off for a person who lost device and codes; ends their sign-ins. Refuses `staff_not_found`. */
export async function disableTwoFactorFromCommandLine(platform: Platform, email: string): Promise<void> {
  await transact(platform, system, async (work) => {
    const staff = await known(work.tx, email)
    await dropTwoFactor(work.tx, staff.auth_user_id)
    await endSignIns(work.tx, staff.auth_user_id)
    await updateStaffRow(work.tx, staff.id, { twoFactor: false })
    await appendEvent(work, {
      name: 'staff.two_factor_changed',
      brandId: null,
      data: { staffId: staff.id, on: false },
      audience: [audience.everybody],
    })
    await appendEvent(work, {
      name: 'staff.signed_out',
      brandId: null,
      data: { staffId: staff.id },
      audience: [audience.staff(staff.id)],
    })
  })
}

async function known(tx: Tx, email: string): Promise<StaffRow> {
  const staff = await selectStaffByEmail(tx, email)
  if (!staff) throw refuse('staff_not_found')
  return staff
}

async function everywhere(tx: Tx, role: BuiltInRoleKey) {
  await keepBuiltInRoles(tx)
  const roleId = await selectBuiltInRoleId(tx, role)
  if (!roleId) throw refuse('role_not_found')
  return [{ roleId, brandId: null, shopId: null, teamId: null }]
}
