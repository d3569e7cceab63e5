import { decodeProtectedHeader, jwtVerify } from 'jose'
import { z } from 'zod'
import { orderStates } from '../../domain/assignment/stage.ts'
import { refuse } from '../../domain/errors.ts'
import { emailAddress, line } from '../../domain/shape.ts'
import type { SigningKey } from './store/visitor.ts'

/** What a shop's signature says about its logged-in customer. */
const claims = z.object({
  sub: z.string().min(1).max(200),
  /** The channel's key: a token signed for one shop is worthless in another. */
  shop: z.string(),
  exp: z.number(),
  name: line(100).optional().catch(undefined),
  email: emailAddress.optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  phone: line(40).optional().catch(undefined),
  order_state: z.enum(orderStates).optional().catch(undefined),
})
export type IdentityClaims = z.output<typeof claims>

/** Name of the key with which the token says it was signed. */
export function keyNameOf(token: string): string {
  try {
    return decodeProtectedHeader(token).kid ?? ''
  } catch {
    throw refuse('identity_invalid')
  }
}

/** Checks signature (HS256), expiry and shop; anything wrong is `identity_invalid`, without saying what. */
export async function verifyIdentity(
  token: string,
  key: SigningKey,
  channelKey: string,
  now: Date,
): Promise<IdentityClaims> {
  try {
    const verified = await jwtVerify(token, new TextEncoder().encode(key.secret), {
      algorithms: ['HS256'],
      currentDate: now,
      requiredClaims: ['sub', 'exp', 'shop'],
      clockTolerance: 30,
    })
    const parsed = claims.parse(verified.payload)
    if (parsed.shop === channelKey) return parsed
  } catch {
    // Whatever is wrong with it, the answer is the same.
  }
  throw refuse('identity_invalid')
}
