import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Platform } from '../work.ts'
import {
  accountColumns,
  sessionColumns,
  twoFactorColumns,
  userColumns,
  verificationColumns,
} from './columns.ts'

/** The header in which we, and nobody else, tell better-auth where a request comes from. */
export const addressHeader = 'x-shopdesk-address'

const day = 86_400

/**
 * better-auth as we use it: passwords, sign-ins and two-factor, called only from our own endpoints. Its HTTP
 * handler is never mounted, so its own limits, origin checks and sign-up stay out of use.
 */
function openAuth(platform: Platform) {
  const { config, kysely, log } = platform
  const secure = config.publicUrl?.startsWith('https:') ?? false
  return betterAuth({
    appName: 'Shopdesk',
    baseURL: config.publicUrl ?? `http://localhost:${config.port}`,
    secret: config.secret,
    database: { db: kysely, type: 'postgres' },
    user: { modelName: 'auth_user', fields: userColumns },
    session: {
      modelName: 'auth_session',
      fields: sessionColumns,
      expiresIn: 14 * day,
      updateAge: day,
    },
    account: { modelName: 'auth_account', fields: accountColumns },
    verification: { modelName: 'auth_verification', fields: verificationColumns },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    plugins: [
      twoFactor({
        issuer: 'Shopdesk',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: { modelName: 'auth_two_factor', fields: twoFactorColumns },
        },
      }),
    ],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'shopdesk',
      useSecureCookies: secure,
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    logger: {
      level: 'error',
      log: (_level, message) => log.error({ part: 'auth' }, message),
    },
  })
}

export type Auth = ReturnType<typeof openAuth>

const opened = new WeakMap<Platform, Auth>()

/** The platform's better-auth, made on first use. */
export function authOf(platform: Platform): Auth {
  const auth = opened.get(platform) ?? openAuth(platform)
  opened.set(platform, auth)
  return auth
}
