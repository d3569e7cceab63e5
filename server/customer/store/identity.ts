import { sql } from 'kysely'
import type { IdentityKind } from '../../../domain/customer/identity.ts'
import type { Tx } from '../../platform/work.ts'
import type { NewCustomer } from './customer.ts'
import { type CustomerReach, reachedCustomer } from './reach.ts'

export interface IdentityRow {
  id: number
  kind: IdentityKind
  value: string
  verified_at: Date | null
  shop_id: number | null
}

export async function selectIdentities(tx: Tx, customerId: number): Promise<IdentityRow[]> {
  const answer = await sql<IdentityRow>`
    select id, kind, value, verified_at, shop_id from customer_identity
    where customer_id = ${customerId} order by verified_at is null, id`.execute(tx)
  return answer.rows
}

/** What is looked for: a value of a kind; `shopId` only for a shop's own numbers. */
export interface IdentityKey {
  readonly brandId: number
  readonly shopId: number | null
  readonly kind: IdentityKind
  readonly value: string
}

/** The one customer of whom this is verified. */
export async function selectVerifiedOwner(tx: Tx, key: IdentityKey): Promise<number | undefined> {
  const answer = await sql<{ customer_id: number }>`
    select customer_id from customer_identity
    where brand_id = ${key.brandId} and kind = ${key.kind} and value = ${key.value}
      and coalesce(shop_id, 0) = ${key.shopId ?? 0} and verified_at is not null`.execute(tx)
  return answer.rows[0]?.customer_id
}

/**
 * Makes a customer and their verified identity in one statement. The identity comes first and waits for another
 * that is being made of the same value: answers nothing, and leaves no customer behind, when that one stays.
 */
export async function insertVerified(
  tx: Tx,
  key: IdentityKey,
  customer: NewCustomer,
  now: Date,
): Promise<{ customerId: number; identityId: number } | undefined> {
  const answer = await sql<{ customerId: number; identityId: number }>`
    with identity as (
      insert into customer_identity (brand_id, customer_id, shop_id, kind, value, verified_at, created_at)
      values (${key.brandId}, nextval(pg_get_serial_sequence('customer', 'id')), ${key.shopId}, ${key.kind},
        ${key.value}, ${now}, ${now})
      on conflict do nothing returning id, customer_id
    )
    insert into customer (id, brand_id, name, email, phone, language, created_at) overriding system value
    select customer_id, ${customer.brandId}::bigint, ${customer.name}::text, ${customer.email}::text,
      ${customer.phone}::text, ${customer.language}::text, ${now}::timestamptz
    from identity
    returning id as "customerId", (select id from identity) as "identityId"`.execute(tx)
  return answer.rows[0]
}

/** Notes a claim; answers nothing when the customer has this identity already, claimed or verified. */
export async function insertClaim(
  tx: Tx,
  customerId: number,
  key: IdentityKey,
  now: Date,
): Promise<number | undefined> {
  const answer = await sql<{ id: number }>`
    insert into customer_identity (brand_id, customer_id, shop_id, kind, value, created_at)
    values (${key.brandId}, ${customerId}, ${key.shopId}, ${key.kind}, ${key.value}, ${now})
    on conflict do nothing returning id`.execute(tx)
  return answer.rows[0]?.id
}

/** Takes a claim back; what is verified stays. */
export async function deleteClaim(
  tx: Tx,
  customerId: number,
  kind: IdentityKind,
  value: string,
): Promise<void> {
  await sql`
    delete from customer_identity
    where customer_id = ${customerId} and kind = ${kind} and value = ${value} and shop_id is null
      and verified_at is null`.execute(tx)
}

export interface PerhapsSameRow {
  customer_id: number
  name: string | null
  kind: IdentityKind
  value: string
}

/** Other customers within reach with an identity of the same value, newest first, 20 at most. */
export async function selectPerhapsSame(
  tx: Tx,
  customer: { id: number; brand_id: number },
  reach: CustomerReach,
): Promise<PerhapsSameRow[]> {
  const answer = await sql<PerhapsSameRow>`
    select distinct c.id as customer_id, c.name, other.kind, other.value
    from customer_identity own
    join customer_identity other on other.brand_id = own.brand_id and other.kind = own.kind
      and other.value = own.value and other.shop_id is not distinct from own.shop_id
    join customer c on c.id = other.customer_id
    where own.customer_id = ${customer.id} and own.brand_id = ${customer.brand_id}
      and other.customer_id <> own.customer_id and ${reachedCustomer(reach)}
    order by c.id desc limit 20`.execute(tx)
  return answer.rows
}

/** What a profile says now, and whether that is proved: a visitor's word does not replace what is. */
export async function selectProved(
  tx: Tx,
  customerId: number,
): Promise<
  { brand_id: number; email: string | null; any_proved: boolean; email_proved: boolean } | undefined
> {
  const answer = await sql<{
    brand_id: number
    email: string | null
    any_proved: boolean
    email_proved: boolean
  }>`
    select c.brand_id, c.email,
      exists (select from customer_identity i where i.customer_id = c.id and i.verified_at is not null) as any_proved,
      exists (select from customer_identity i where i.customer_id = c.id and i.verified_at is not null
        and i.kind = 'email' and i.value = c.email) as email_proved
    from customer c where c.id = ${customerId} for no key update of c`.execute(tx)
  return answer.rows[0]
}
