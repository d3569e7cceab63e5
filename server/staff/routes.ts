import { staffEndpoints } from '../../domain/staff/endpoints.ts'
import { authHeaders, passCookies } from '../platform/auth/request.ts'
import { routes } from '../platform/http/call.ts'
import { transact } from '../platform/work.ts'
import { acceptInvitation } from './actions/accepting.ts'
import { setGrants } from './actions/granting.ts'
import { invite, listInvitations, readInvitation, withdrawInvitation } from './actions/invitations.ts'
import { prolongSignIn, readMe, updateMe } from './actions/me.ts'
import { changePassword, confirmTwoFactor, disableTwoFactor, startTwoFactor } from './actions/own-security.ts'
import { forgotPassword, makeResetLink, resetPassword } from './actions/password-reset.ts'
import { createRole, deleteRole, listRoles, updateRole } from './actions/roles.ts'
import { signIn, signInTwoFactor, signOut } from './actions/sign-in.ts'
import { listStaff, updateStaff } from './actions/staff.ts'
import { doorOf, ownAddress } from './door.ts'

const done = { done: true } as const

export const staffRoutes = routes(
  staffEndpoints,
  {
    signIn: async ({ work, request, reply, body }) => {
      const { status, cookies } = await signIn(work.platform, doorOf(request), body)
      passCookies(cookies, reply)
      return { status }
    },
    signInTwoFactor: async ({ work, request, reply, body }) => {
      const { status, cookies } = await signInTwoFactor(work.platform, doorOf(request), body)
      passCookies(cookies, reply)
      return { status }
    },
    signOut: async ({ work, viewer, request, reply }) => {
      passCookies(await signOut(work, doorOf(request), viewer.staffId), reply)
      return done
    },
    forgotPassword: async ({ work, body }) => ({ mail: await forgotPassword(work.platform, body.email) }),
    resetPassword: async ({ work, body }) => {
      await resetPassword(work.platform, body)
      return done
    },
    changePassword: async ({ work, viewer, request, body }) => {
      await changePassword(work, viewer, authHeaders(request), body)
      return done
    },
    startTwoFactor: ({ work, viewer, request, body }) =>
      startTwoFactor(work, viewer, authHeaders(request), body.password),
    confirmTwoFactor: async ({ work, viewer, request, reply, body }) => {
      passCookies(await confirmTwoFactor(work, viewer, authHeaders(request), body.code), reply)
      return done
    },
    disableTwoFactor: async ({ work, viewer, request, reply, body }) => {
      passCookies(await disableTwoFactor(work, viewer, authHeaders(request), body.password), reply)
      return done
    },
    getMe: async ({ work, viewer, request, reply }) => {
      passCookies(await prolongSignIn(work, authHeaders(request)), reply)
      return readMe(work.tx, viewer)
    },
    updateMe: async ({ work, viewer, body }) => {
      await updateMe(work, viewer, body)
      return done
    },
    listStaff: ({ work }) => listStaff(work.tx),
    updateStaff: async ({ work, viewer, params, body }) => {
      await updateStaff(work, viewer, params.staffId, body)
      return done
    },
    setGrants: async ({ work, viewer, params, body }) => {
      await setGrants(work, viewer, params.staffId, body.grants)
      return done
    },
    makeResetLink: ({ work, viewer, params, request }) =>
      transact(work.platform, work.actor, (linking) =>
        makeResetLink(linking, viewer, params.staffId, ownAddress(work.platform, request)),
      ),
    listInvitations: ({ work, viewer }) => listInvitations(work, viewer),
    invite: ({ work, viewer, request, body }) =>
      transact(work.platform, work.actor, (inviting) =>
        invite(inviting, viewer, body, ownAddress(work.platform, request)),
      ),
    withdrawInvitation: async ({ work, viewer, params }) => {
      await withdrawInvitation(work, viewer, params.invitationId)
      return done
    },
    readInvitation: ({ work, body }) => readInvitation(work.tx, body.token, work.now),
    acceptInvitation: async ({ work, request, reply, body }) => {
      const { cookies } = await acceptInvitation(work.platform, doorOf(request), body)
      passCookies(cookies, reply)
      return { status: 'signed_in' as const }
    },
    listRoles: ({ work }) => listRoles(work.tx),
    createRole: async ({ work, viewer, body }) => ({ roleId: await createRole(work, viewer, body) }),
    updateRole: async ({ work, viewer, params, body }) => {
      await updateRole(work, viewer, params.roleId, body)
      return done
    },
    deleteRole: async ({ work, params }) => {
      await deleteRole(work, params.roleId)
      return done
    },
  },
  // Passwords, codes and links must not be kept with idempotency keys, and failures must be counted although refused.
  [
    'signIn',
    'signInTwoFactor',
    'signOut',
    'forgotPassword',
    'resetPassword',
    'changePassword',
    'startTwoFactor',
    'confirmTwoFactor',
    'disableTwoFactor',
    'makeResetLink',
    'invite',
    'readInvitation',
    'acceptInvitation',
  ],
)
