import { createHash, randomBytes } from 'node:crypto'

/** A secret that somebody carries, and what we keep of it. */
export interface RandomToken {
  readonly token: string
  readonly hash: Buffer
}

/** 256 random bits, 43 characters that may stand in an address. Only the hash is stored. */
export function randomToken(): RandomToken {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOfToken(token) }
}

/** SHA-256; enough for random tokens, never for passwords. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
