import { installationEndpoints } from '../../domain/installation/endpoints.ts'
import { authHeaders, passCookies } from '../platform/auth/request.ts'
import { routes } from '../platform/http/call.ts'
import { version } from '../platform/version.ts'
import { signIn } from '../staff/actions/sign-in.ts'
import { isReady, setUp } from './actions.ts'

export const installationRoutes = routes(
  installationEndpoints,
  {
    getInstallation: async ({ work: { platform } }) => ({
      ready: await isReady(platform),
      version,
      mail: platform.config.smtpUrl !== undefined,
    }),
    setUp: async ({ work: { platform }, request, reply, body }) => {
      const origin = platform.config.publicUrl ?? `${request.protocol}://${request.host}`
      const made = await setUp(platform, body, origin)
      const door = { headers: authHeaders(request), address: request.ip }
      const { email, password } = body.owner
      passCookies((await signIn(platform, door, { email, password, remember: true })).cookies, reply)
      return made
    },
  },
  // It carries a password, and signs in once its transaction is done.
  ['setUp'],
)
