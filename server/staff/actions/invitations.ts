import type { EndpointOutput } from '../../../domain/endpoint.ts'
import { refuse } from '../../../domain/errors.ts'
import { audience } from '../../../domain/event.ts'
import type { staffEndpoints } from '../../../domain/staff/endpoints.ts'
import type { GrantRow } from '../../../domain/staff/granting.ts'
import type { Viewer } from '../../../domain/staff/scope.ts'
import { hashOfToken, randomToken } from '../../platform/auth/random-token.ts'
import { appendEvent } from '../../platform/event-log/append.ts'
import { addJob } from '../../platform/jobs/jobs.ts'
import type { Platform, Tx, Work } from '../../platform/work.ts'
import { countTeams, lockGranting } from '../store/grants.ts'
import {
  insertInvitation,
  lockInvitationOf,
  markWithdrawn,
  renewInvitation,
  selectOpenInvitations,
} from '../store/invitations.ts'
import { selectStaffByEmail } from '../store/staff.ts'
import { areGivable, presentViewer, requireGivable, requireSound } from './granting.ts'
import type { Link } from './password-reset.ts'

const validFor = 72 * 3_600_000

export interface InvitationInput {
  readonly email: string
  readonly name: string
  readonly grants: readonly GrantRow[]
  readonly teamIds: readonly number[]
}

/**
 * Invites a person with roles that the viewer holds; a new link replaces an open one to the same address. Mailed
 * where mail is set up, answered where not. Refuses `email_taken`, `grant_too_wide`, and roles, parts or teams that
 * are not there.
 */
export async function invite(
  work: Work,
  viewer: Viewer,
  input: InvitationInput,
  origin: string,
): Promise<Link & { invitationId: number }> {
  await lockGranting(work.tx)
  const giver = await presentViewer(work.tx, viewer)
  await requireSound(work.tx, input.grants)
  await requireGivable(work.tx, giver, input.grants)
  const { platform } = work
  if (!platform.config.smtpUrl) return newInvitation(work, input, viewer.staffId, origin)
  const { invitationId, expiresAt } = await newInvitation(work, input, viewer.staffId, origin)
  await addJob(work.tx, 'mail_invitation', { invitationId, origin, language: viewer.language })
  return { invitationId, link: '', mailed: true, expiresAt }
}

/** Keeps an invitation and answers its link, valid for 72 hours. Refuses `email_taken`, `team_not_found`. */
export async function newInvitation(
  work: Work,
  input: InvitationInput,
  invitedBy: number | null,
  origin: string,
): Promise<Link & { invitationId: number }> {
  if (await selectStaffByEmail(work.tx, input.email)) throw refuse('email_taken')
  const teamIds = [...new Set(input.teamIds)]
  if ((await countTeams(work.tx, teamIds)) < teamIds.length) throw refuse('team_not_found')
  const { token, hash } = randomToken()
  const expiresAt = new Date(work.now.getTime() + validFor)
  const invitation = { ...input, teamIds, tokenHash: hash, invitedBy, expiresAt }
  const invitationId = await insertInvitation(work.tx, invitation, work.now)
  await appendInvitationEvent(work, 'staff.invited', invitationId)
  const link = `${origin}/invite#token=${token}`
  return { invitationId, link, mailed: false, expiresAt: expiresAt.toISOString() }
}

/** Invitations that are open and that the viewer could have made. */
export async function listInvitations(
  work: Work,
  viewer: Viewer,
): Promise<EndpointOutput<typeof staffEndpoints.listInvitations>> {
  const rows = []
  for (const row of await selectOpenInvitations(work.tx, work.now)) {
    if (await areGivable(work.tx, viewer, row.grants)) rows.push(row)
  }
  return {
    invitations: rows.map((row) => ({
      id: row.id,
      email: row.email,
      name: row.name,
      grants: row.grants,
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
    })),
  }
}

/** Makes an invitation link void. Refuses `invitation_not_found`, also for one that the viewer could not have made. */
export async function withdrawInvitation(work: Work, viewer: Viewer, invitationId: number): Promise<void> {
  const open = await selectOpenInvitations(work.tx, work.now)
  const invitation = open.find(({ id }) => id === invitationId)
  if (invitation && !(await areGivable(work.tx, viewer, invitation.grants)))
    throw refuse('invitation_not_found')
  if (!(await markWithdrawn(work.tx, invitationId, work.now))) throw refuse('invitation_not_found')
  await appendInvitationEvent(work, 'staff.invitation_withdrawn', invitationId)
}

/** Who an invitation link is for. Refuses `link_invalid`. */
export async function readInvitation(
  tx: Tx,
  token: string,
  now: Date,
): Promise<{ email: string; name: string }> {
  const invitation = await lockInvitationOf(tx, hashOfToken(token), now)
  if (!invitation) throw refuse('link_invalid')
  return { email: invitation.email, name: invitation.name }
}

/** A fresh link of an open invitation, for the mail that is sent now; null when it is open no more. */
export async function renewedLink(
  platform: Platform,
  invitationId: number,
  origin: string,
): Promise<{ link: string; email: string; name: string } | null> {
  const { token, hash } = randomToken()
  const row = await renewInvitation(platform.kysely, invitationId, hash, platform.now())
  return row ? { link: `${origin}/invite#token=${token}`, email: row.email, name: row.name } : null
}

async function appendInvitationEvent(
  work: Work,
  name: 'staff.invited' | 'staff.invitation_withdrawn',
  invitationId: number,
): Promise<void> {
  await appendEvent(work, { name, brandId: null, data: { invitationId }, audience: [audience.everybody] })
}
