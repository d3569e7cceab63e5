import { refuse } from '../../domain/errors.ts'
import { hashOfToken } from '../platform/auth/random-token.ts'
import type { Tx } from '../platform/work.ts'
import { findLinkedRating, findOwnRating, type LinkedRating, type RatingRecord } from './store/rating.ts'

/** The invitation for one of the customer's own conversations in that shop. */
export async function accessOwnRating(
  tx: Tx,
  own: { customerId: number; shopId: number },
  publicId: string,
): Promise<RatingRecord> {
  const rating = await findOwnRating(tx, own, publicId)
  if (!rating) throw refuse('rating_not_found')
  return rating
}

/** The invitation that a mailed link leads to, whether its time is over or not. */
export async function accessLinkedRating(tx: Tx, token: string): Promise<LinkedRating> {
  const rating = token === '' ? null : await findLinkedRating(tx, hashOfToken(token))
  if (!rating) throw refuse('rating_link_unknown')
  return rating
}
