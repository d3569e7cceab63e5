import type { identityKinds } from './endpoints.ts'

export type IdentityKind = (typeof identityKinds)[number]

/** A mail address as it is kept and compared: trimmed, lower case. */
export function normalEmail(address: string): string {
  return address.trim().toLowerCase()
}

/**
 * A phone number as it is kept and compared: digits, with `+` before a country's code (`00` counts as `+`; the
 * zero in `+44 (0)20` is dropped). Null when there are fewer than 3 or more than 20 digits.
 */
export function normalPhone(number: string): string | null {
  const written = number.normalize('NFKC').trim()
  const abroad = /^[^\d]*\+/.test(written) || /^\D*00/.test(written)
  const kept = abroad ? written.replace(/\(0\)/, '').replace(/^\D*00/, '') : written
  const digits = kept.replace(/[^0-9]/g, '')
  if (digits.length < 3 || digits.length > 20) return null
  return abroad ? `+${digits}` : digits
}

/** The value under which an identity is found again; null when it is none (empty, or no phone number). */
export function normalIdentity(kind: IdentityKind, value: string): string | null {
  const normal = kind === 'phone' ? normalPhone(value) : kind === 'email' ? normalEmail(value) : value.trim()
  return normal === '' ? null : normal
}
