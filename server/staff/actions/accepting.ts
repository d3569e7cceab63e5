import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { GrantRow } from '../../../domain/staff/granting.ts'
import { hashPassword, insertAccount } from '../../platform/auth/passwords.ts'
import { hashOfToken } from '../../platform/auth/random-token.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { brokenConstraint, type Platform, system, type Tx, transact, type Work } from '../../platform/work.ts'
import { joinTeams, lockGranting, placeGrants, replaceGrants } from '../store/grants.ts'
import { type InvitationRow, lockInvitationOf, markAccepted } from '../store/invitations.ts'
import { insertStaff, selectViewer } from '../store/staff.ts'
import { areGivable } from './granting.ts'
import { type Door, type SignedIn, signIn } from './sign-in.ts'

export interface Acceptance {
  readonly token: string
  readonly name: string
  readonly password: string
  readonly language: string
}

/**
 * Makes the account of an invited person and signs in. What the inviter no longer holds cannot be accepted.
 * Refuses `link_invalid`, `email_taken`.
 */
export async function acceptInvitation(platform: Platform, door: Door, input: Acceptance): Promise<SignedIn> {
  const tokenHash = hashOfToken(input.token)
  if (!(await lockInvitationOf(platform.kysely, tokenHash, platform.now()))) throw refuse('link_invalid')
  const passwordHash = await hashPassword(platform, input.password)
  const email = await transact(platform, system, async (work) => {
    await lockGranting(work.tx)
    const invitation = await lockInvitationOf(work.tx, tokenHash, work.now)
    if (!invitation || !(await stillGiven(work.tx, invitation))) throw refuse('link_invalid')
    const { email, grants } = invitation
    const person = { name: input.name, email, language: input.language, passwordHash, grants }
    const staffId = await createStaff(work, person)
    await joinInvited(work, staffId, invitation.team_ids)
    await markAccepted(work.tx, invitation.id, work.now)
    return email
  })
  return signIn(platform, door, { email, password: input.password, remember: true })
}

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly language: string
  readonly passwordHash: string
  readonly grants: readonly GrantRow[]
}

/** Makes a member of staff with an account. Who may do so was decided before. Refuses `email_taken`. */
export async function createStaff(work: Work, person: NewPerson): Promise<number> {
  try {
    const authUserId = await insertAccount(work.tx, person, work.now)
    const staffId = await insertStaff(work.tx, { ...person, authUserId }, work.now)
    await replaceGrants(work.tx, staffId, person.grants)
    await appendEvent(work, {
      name: 'staff.created',
      brandId: null,
      data: { staffId },
      audience: [audience.everybody],
    })
    return staffId
  } catch (error) {
    const constraint = brokenConstraint(error)
    throw constraint === 'auth_user_email_key' || constraint === 'staff_email' ? refuse('email_taken') : error
  }
}

async function stillGiven(tx: Tx, invitation: InvitationRow): Promise<boolean> {
  const placed = await placeGrants(tx, invitation.grants)
  if (placed.some((grant) => !grant.permissions || !grant.fits)) return false
  if (invitation.invited_by === null) return true
  const inviter = await selectViewer(tx, invitation.invited_by)
  return inviter !== undefined && areGivable(tx, { ...inviter, staffId: inviter.id }, invitation.grants)
}

async function joinInvited(work: Work, staffId: number, teamIds: readonly number[]): Promise<void> {
  for (const teamId of await joinTeams(work.tx, staffId, teamIds)) {
    await appendEvent(work, {
      name: 'team.changed',
      brandId: null,
      data: { teamId },
      audience: [audience.everybody],
    })
  }
}
