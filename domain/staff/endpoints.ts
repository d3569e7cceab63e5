import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { consoleLanguages, localized } from '../localized.ts'
import { done, emailAddress, id, idParam, line, moment, typedText } from '../shape.ts'
import { permissions } from './permissions.ts'

const password = z.string().min(10).max(200)
const token = z.string().min(16).max(200)
const permission = z.enum(permissions)

export const grantShape = z.object({
  roleId: id,
  brandId: id.nullable(),
  shopId: id.nullable(),
  teamId: id.nullable(),
})

export const roleShape = z.object({
  id,
  /** Set for the roles every installation has. */
  builtIn: z.string().nullable(),
  name: localized,
  permissions: z.array(permission),
  holders: z.number().int(),
})

export const staffShape = z.object({
  id,
  name: z.string(),
  email: z.string(),
  language: z.enum(consoleLanguages),
  suspended: z.boolean(),
  twoFactor: z.boolean(),
  grants: z.array(grantShape),
  teamIds: z.array(id),
  departmentIds: z.array(id),
  createdAt: moment,
  lastSeenAt: moment.nullable(),
})

const settingsFields = {
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['comfortable', 'compact']),
  sound: z.boolean(),
  browserNotices: z.boolean(),
  /** Free places for the console to remember widths, folded groups and filters. */
  layout: z.record(typedText(60), z.union([typedText(500), z.number(), z.boolean()])),
}

export const settingsShape = z.object({
  theme: settingsFields.theme.default('system'),
  density: settingsFields.density.default('comfortable'),
  sound: settingsFields.sound.default(true),
  browserNotices: settingsFields.browserNotices.default(false),
  layout: settingsFields.layout.default({}),
})

export const invitationShape = z.object({
  id,
  email: z.string(),
  name: z.string(),
  grants: z.array(grantShape),
  createdAt: moment,
  expiresAt: moment,
})

/** A link for one purpose. `mailed` says whether it went out; otherwise hand it over yourself. */
const link = z.object({ link: z.string(), mailed: z.boolean(), expiresAt: moment })

export const staffEndpoints = {
  signIn: endpoint({
    method: 'POST',
    path: '/api/sign-in',
    access: 'public',
    summary: 'Signs in with e-mail and password; sets the cookie, or asks for the second factor.',
    body: z.object({
      email: emailAddress,
      password: z.string().min(1).max(200),
      remember: z.boolean().default(true),
    }),
    output: z.object({ status: z.enum(['signed_in', 'two_factor']) }),
  }),
  signInTwoFactor: endpoint({
    method: 'POST',
    path: '/api/sign-in/two-factor',
    access: 'public',
    summary: 'Finishes signing in with a code from the authenticator app, or a back-up code.',
    body: z.object({
      kind: z.enum(['totp', 'backup']),
      code: z.string().trim().min(4).max(40),
      trustDevice: z.boolean().default(false),
    }),
    output: z.object({ status: z.literal('signed_in') }),
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/api/sign-out',
    access: 'staff',
    summary: 'Ends this sign-in.',
    output: done,
  }),
  forgotPassword: endpoint({
    method: 'POST',
    path: '/api/password/forgot',
    access: 'public',
    summary:
      'Mails a reset link if the address is known; says the same either way. Without mail, ask an administrator.',
    body: z.object({ email: emailAddress }),
    output: z.object({ mail: z.boolean() }),
  }),
  resetPassword: endpoint({
    method: 'POST',
    path: '/api/password/reset',
    access: 'public',
    summary: 'Sets a new password with the token of a reset link; ends all other sign-ins of that person.',
    body: z.object({ token, password }),
    output: done,
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/api/password/change',
    access: 'staff',
    summary: 'Changes the own password; ends the other sign-ins.',
    body: z.object({ current: z.string().max(200), next: password }),
    output: done,
  }),
  startTwoFactor: endpoint({
    method: 'POST',
    path: '/api/me/two-factor/start',
    access: 'staff',
    summary: 'Begins two-factor: the address for the authenticator app and the back-up codes.',
    body: z.object({ password: z.string().max(200) }),
    output: z.object({ uri: z.string(), backupCodes: z.array(z.string()) }),
  }),
  confirmTwoFactor: endpoint({
    method: 'POST',
    path: '/api/me/two-factor/confirm',
    access: 'staff',
    summary: 'Turns two-factor on with a first code.',
    body: z.object({ code: z.string().trim().min(6).max(10) }),
    output: done,
  }),
  disableTwoFactor: endpoint({
    method: 'POST',
    path: '/api/me/two-factor/disable',
    access: 'staff',
    summary: 'Turns two-factor off.',
    body: z.object({ password: z.string().max(200) }),
    output: done,
  }),
  getMe: endpoint({
    method: 'GET',
    path: '/api/me',
    access: 'staff',
    summary: 'Who is signed in, what they may do and where, and their settings.',
    output: z.object({
      staffId: id,
      name: z.string(),
      email: z.string(),
      language: z.enum(consoleLanguages),
      twoFactor: z.boolean(),
      grants: z.array(
        z.object({
          roleId: id,
          permissions: z.array(permission),
          brandId: id.nullable(),
          shopId: id.nullable(),
          teamId: id.nullable(),
        }),
      ),
      teamIds: z.array(id),
      settings: settingsShape,
    }),
  }),
  updateMe: endpoint({
    method: 'PATCH',
    path: '/api/me',
    access: 'staff',
    summary: 'Changes the own name, language or settings.',
    body: z.object({
      name: line(100).optional(),
      language: z.enum(consoleLanguages).optional(),
      settings: z.object(settingsFields).partial().optional(),
    }),
    output: done,
  }),
  listStaff: endpoint({
    method: 'GET',
    path: '/api/staff',
    access: 'staff.read',
    summary: 'All members of staff with their roles and teams.',
    output: z.object({ staff: z.array(staffShape) }),
  }),
  updateStaff: endpoint({
    method: 'PATCH',
    path: '/api/staff/:staffId',
    access: 'staff.manage',
    summary:
      'Renames, suspends or restores a member of staff. Suspending ends their sign-ins and frees their conversations.',
    params: z.object({ staffId: idParam }),
    body: z.object({ name: line(100).optional(), suspended: z.boolean().optional() }),
    output: done,
  }),
  setGrants: endpoint({
    method: 'PUT',
    path: '/api/staff/:staffId/grants',
    access: 'staff.manage',
    summary:
      'Replaces the roles a person holds. Nobody can give more than they hold; one owner always remains.',
    params: z.object({ staffId: idParam }),
    body: z.object({ grants: z.array(grantShape).max(50) }),
    output: done,
  }),
  makeResetLink: endpoint({
    method: 'POST',
    path: '/api/staff/:staffId/reset-link',
    access: 'staff.manage',
    summary: 'Makes a password reset link for a person, mailed where mail is set up and shown where not.',
    params: z.object({ staffId: idParam }),
    output: link,
  }),
  listInvitations: endpoint({
    method: 'GET',
    path: '/api/invitations',
    access: 'staff.manage',
    summary: 'Invitations that are open.',
    output: z.object({ invitations: z.array(invitationShape) }),
  }),
  invite: endpoint({
    method: 'POST',
    path: '/api/invitations',
    access: 'staff.manage',
    summary: 'Invites a person with roles; inviting the same address again replaces the link.',
    body: z.object({
      email: emailAddress,
      name: line(100),
      grants: z.array(grantShape).min(1).max(50),
      teamIds: z.array(id).max(50).default([]),
    }),
    output: link.extend({ invitationId: id }),
  }),
  withdrawInvitation: endpoint({
    method: 'DELETE',
    path: '/api/invitations/:invitationId',
    access: 'staff.manage',
    summary: 'Makes an invitation link void.',
    params: z.object({ invitationId: idParam }),
    output: done,
  }),
  readInvitation: endpoint({
    method: 'POST',
    path: '/api/invitations/read',
    access: 'public',
    summary: 'Who an invitation link is for.',
    body: z.object({ token }),
    output: z.object({ email: z.string(), name: z.string() }),
  }),
  acceptInvitation: endpoint({
    method: 'POST',
    path: '/api/invitations/accept',
    access: 'public',
    summary: 'Accepts an invitation: makes the account and signs in.',
    body: z.object({ token, name: line(100), password, language: z.enum(consoleLanguages) }),
    output: z.object({ status: z.literal('signed_in') }),
  }),
  listRoles: endpoint({
    method: 'GET',
    path: '/api/roles',
    access: 'staff.read',
    summary: 'Built-in and own roles.',
    output: z.object({ roles: z.array(roleShape) }),
  }),
  createRole: endpoint({
    method: 'POST',
    path: '/api/roles',
    access: 'role.manage',
    summary: 'Makes a role of permissions that the maker holds.',
    body: z.object({ name: localized, permissions: z.array(permission).min(1) }),
    output: z.object({ roleId: id }),
  }),
  updateRole: endpoint({
    method: 'PATCH',
    path: '/api/roles/:roleId',
    access: 'role.manage',
    summary: 'Changes an own role; built-in roles stay as they are.',
    params: z.object({ roleId: idParam }),
    body: z.object({ name: localized.optional(), permissions: z.array(permission).min(1).optional() }),
    output: done,
  }),
  deleteRole: endpoint({
    method: 'DELETE',
    path: '/api/roles/:roleId',
    access: 'role.manage',
    summary: 'Deletes an own role that nobody holds.',
    params: z.object({ roleId: idParam }),
    output: done,
  }),
} as const
