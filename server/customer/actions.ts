import {
  type IdentityKind,
  normalEmail,
  normalIdentity,
  normalPhone,
} from '../../domain/customer/identity.ts'
import { refuse } from '../../domain/errors.ts'
import { audience } from '../../domain/event.ts'
import { appendEvent } from '../platform/event-log/append.ts'
import type { Work } from '../platform/work.ts'
import { appendCustomerEvent } from './actions/told.ts'
import { fillEmpty, insertCustomer, type NewCustomer, updateProfile } from './store/customer.ts'
import {
  deleteClaim,
  type IdentityKey,
  insertClaim,
  insertVerified,
  selectProved,
  selectVerifiedOwner,
} from './store/identity.ts'

/** What is said about a customer who arrives; none of it is proved. */
export interface Arriving {
  readonly brandId: number
  readonly name?: string | null | undefined
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly language?: string | null | undefined
}

/** By which identity a customer arrives. `shopId` counts for `user`: a shop's own numbers mean nothing elsewhere. */
export interface IdentifiedArrival extends Arriving {
  readonly shopId: number
  readonly kind: IdentityKind
  readonly value: string
  readonly verified: boolean
}

/**
 * The one customer of whom a verified identity is; made if there is none, also when two arrive at once. A claimed
 * identity never links: it makes a new customer who claims it.
 */
export async function findOrCreateByIdentity(work: Work, arrival: IdentifiedArrival): Promise<number> {
  const { brandId, kind } = arrival
  const value = normalIdentity(kind, arrival.value)
  if (value === null) return createAnonymousCustomer(work, arrival)
  const key: IdentityKey = { brandId, kind, value, shopId: kind === 'user' ? arrival.shopId : null }
  if (!arrival.verified) {
    const customerId = await createAnonymousCustomer(work, arrival)
    await claim(work, customerId, key)
    return customerId
  }
  const profile = profileOf(arrival)
  return (
    (await findVerified(work, key, profile)) ??
    (await createVerified(work, key, profile)) ??
    (await findVerified(work, key, profile)) ??
    busy()
  )
}

async function findVerified(work: Work, key: IdentityKey, profile: NewCustomer): Promise<number | undefined> {
  const customerId = await selectVerifiedOwner(work.tx, key)
  if (customerId) await fillEmpty(work.tx, customerId, profile)
  return customerId
}

async function createVerified(
  work: Work,
  key: IdentityKey,
  profile: NewCustomer,
): Promise<number | undefined> {
  const made = await insertVerified(work.tx, key, profile, work.now)
  if (!made) return undefined
  const { customerId, identityId } = made
  await appendCreated(work, key.brandId, customerId)
  await appendIdentified(work, key.brandId, customerId, identityId, true)
  await claimProfile(work, customerId, profile)
  return customerId
}

/** The other one that was being made was taken back: the caller tries again. */
function busy(): never {
  throw refuse('busy')
}

/** A customer nobody has identified. What they say of themselves is claimed. */
export async function createAnonymousCustomer(work: Work, arriving: Arriving): Promise<number> {
  const profile = profileOf(arriving)
  const customerId = await insertCustomer(work.tx, profile, work.now)
  await appendCreated(work, profile.brandId, customerId)
  await claimProfile(work, customerId, profile)
  return customerId
}

function profileOf(arriving: Arriving): NewCustomer {
  const { brandId, name, email, phone, language } = arriving
  return {
    brandId,
    name: name?.trim() || null,
    email: email ? normalEmail(email) || null : null,
    phone: phone ? normalPhone(phone) : null,
    language: language ?? null,
  }
}

async function claimProfile(work: Work, customerId: number, profile: NewCustomer): Promise<void> {
  const { brandId, email, phone } = profile
  if (email) await claim(work, customerId, { brandId, kind: 'email', value: email, shopId: null })
  if (phone) await claim(work, customerId, { brandId, kind: 'phone', value: phone, shopId: null })
}

/** Notes that a customer says this mail address or phone number is theirs. Refuses `customer_not_found`. */
export async function claimIdentity(
  work: Work,
  claimed: { readonly customerId: number; readonly kind: 'email' | 'phone'; readonly value: string },
): Promise<void> {
  const value = normalIdentity(claimed.kind, claimed.value)
  const customer = await selectProved(work.tx, claimed.customerId)
  if (!customer) throw refuse('customer_not_found')
  if (value === null) return
  await claim(work, claimed.customerId, {
    brandId: customer.brand_id,
    kind: claimed.kind,
    value,
    shopId: null,
  })
}

/**
 * Keeps the name or mail address that a visitor leaves. Their word replaces neither the name of a customer whom a
 * shop has identified nor a proved address; an address claimed before gives way. Refuses `customer_not_found`.
 */
export async function fillProfile(
  work: Work,
  customerId: number,
  details: { readonly name?: string | undefined; readonly email?: string | undefined },
): Promise<void> {
  const now = await selectProved(work.tx, customerId)
  if (!now) throw refuse('customer_not_found')
  const email = details.email === undefined || now.email_proved ? undefined : normalEmail(details.email)
  await updateProfile(work.tx, customerId, { name: now.any_proved ? undefined : details.name, email })
  if (email !== undefined && email !== now.email) {
    if (now.email !== null) await deleteClaim(work.tx, customerId, 'email', now.email)
    await claim(work, customerId, { brandId: now.brand_id, kind: 'email', value: email, shopId: null })
  }
  const customer = { id: customerId, brand_id: now.brand_id }
  await appendCustomerEvent(work, customer, 'customer.changed', { customerId, fields: Object.keys(details) })
}

async function claim(work: Work, customerId: number, key: IdentityKey): Promise<void> {
  const identityId = await insertClaim(work.tx, customerId, key, work.now)
  if (identityId) await appendIdentified(work, key.brandId, customerId, identityId, false)
}

async function appendCreated(work: Work, brandId: number, customerId: number): Promise<void> {
  const keys = [audience.brand(brandId)]
  await appendEvent(work, { name: 'customer.created', brandId, data: { customerId }, audience: keys })
}

async function appendIdentified(
  work: Work,
  brandId: number,
  customerId: number,
  identityId: number,
  verified: boolean,
): Promise<void> {
  await appendEvent(work, {
    name: 'customer.identified',
    brandId,
    data: { customerId, identityId, verified },
    audience: [audience.brand(brandId)],
  })
}
