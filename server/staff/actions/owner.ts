import type { Tx, Work } from '../../platform/work.ts'
import { hasOwner, lockGranting } from '../store/grants.ts'
import { selectBuiltInRoleId } from '../store/roles.ts'
import { createStaff } from './accepting.ts'
import { keepBuiltInRoles } from './roles.ts'

/** Whether somebody holds the owner's role over everything. */
export async function ownerExists(tx: Tx): Promise<boolean> {
  return hasOwner(tx)
}

/** The same, while nobody else can make or unmake an owner until the transaction ends. */
export async function ownerExistsLocked(tx: Tx): Promise<boolean> {
  await lockGranting(tx)
  return hasOwner(tx)
}

export interface FirstOwner {
  readonly name: string
  readonly email: string
  readonly language: string
  readonly passwordHash: string
}

/** Makes the member of staff who may do everything, and the built-in roles if they are not there yet. */
export async function createOwner(work: Work, owner: FirstOwner): Promise<number> {
  await keepBuiltInRoles(work.tx)
  const roleId = await selectBuiltInRoleId(work.tx, 'owner')
  if (!roleId) throw new Error('the built-in roles are missing')
  const grants = [{ roleId, brandId: null, shopId: null, teamId: null }]
  return createStaff(work, { ...owner, grants })
}
