import { type RawBuilder, sql } from 'kysely'
import type { FieldValue } from '../../../domain/customer/fields.ts'
import type { Tx } from '../../platform/work.ts'
import { type CustomerReach, reachedCustomer } from './reach.ts'

export interface CustomerRow {
  id: number
  brand_id: number
  name: string | null
  email: string | null
  phone: string | null
  language: string | null
  country: string | null
  fields: Record<string, FieldValue>
  blocked_at: Date | null
  created_at: Date
}

const columns = sql`c.id, c.brand_id, c.name, c.email, c.phone, c.language, c.country, c.fields, c.blocked_at, c.created_at`
const tagIds = sql`array(select t.tag_id from customer_tag t where t.customer_id = c.id order by t.tag_id) as tag_ids`

export interface ListedCustomerRow extends CustomerRow {
  tag_ids: number[]
}

export interface CustomerFilter {
  /** Beginning of the name, the mail address or (digits alone) the phone number. */
  readonly prefix: string
  readonly phonePrefix: string | null
  readonly brandId: number | null
  readonly tagId: number | null
  readonly blockedOnly: boolean
  /** Number of the last customer of the page before. */
  readonly before: number | null
}

/** Customers within reach who fit the filter, newest first. */
export async function selectCustomers(
  tx: Tx,
  reach: CustomerReach,
  filter: CustomerFilter,
  limit: number,
): Promise<ListedCustomerRow[]> {
  const answer = await sql<ListedCustomerRow>`
    with page as materialized (
      select c.* from customer c
      where ${sql.join(conditions(reach, filter), sql` and `)}
      order by c.id desc limit ${limit}
    )
    select ${columns}, ${tagIds} from page c order by c.id desc`.execute(tx)
  return answer.rows
}

function conditions(reach: CustomerReach, filter: CustomerFilter): RawBuilder<unknown>[] {
  const { prefix, phonePrefix, brandId, tagId, before } = filter
  const all = [reachedCustomer(reach)]
  const brands = brandId === null ? reach.anywhereIn : [brandId]
  if (brands?.length === 1) all.push(sql`c.brand_id = ${brands[0]}`)
  else if (brands) all.push(sql`c.brand_id = any(${[...brands]}::bigint[])`)
  if (prefix !== '') {
    const begins = `${escapeLike(prefix)}%`
    const phones = phonePrefix === null ? [] : [`${phonePrefix}%`, `+${phonePrefix.replace(/^\+/, '')}%`]
    const ways = [
      sql`lower(c.name) like lower(${begins})`,
      sql`lower(c.email) like lower(${begins})`,
      ...phones.map((phone) => sql`c.phone like ${phone}`),
    ]
    all.push(sql<boolean>`(${sql.join(ways, sql` or `)})`)
  }
  if (tagId !== null) {
    all.push(sql`exists (select from customer_tag t where t.customer_id = c.id and t.tag_id = ${tagId})`)
  }
  if (filter.blockedOnly) all.push(sql`c.blocked_at is not null`)
  if (before !== null) all.push(sql`c.id < ${before}`)
  return all
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

export interface AccessedCustomerRow extends ListedCustomerRow {
  allowed: boolean
}

/** The customer within reach of `seen`, and whether `wanted` reaches them too. `lock` keeps others from changing them. */
export async function selectReachedCustomer(
  tx: Tx,
  customerId: number,
  seen: CustomerReach,
  wanted: CustomerReach,
  lock: boolean,
): Promise<AccessedCustomerRow | undefined> {
  const answer = await sql<AccessedCustomerRow>`
    select ${columns}, ${tagIds}, ${reachedCustomer(wanted)} as allowed
    from customer c where c.id = ${customerId} and ${reachedCustomer(seen)}
    ${lock ? sql`for no key update of c` : sql``}`.execute(tx)
  return answer.rows[0]
}

export interface NewCustomer {
  readonly brandId: number
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly language: string | null
}

export async function insertCustomer(tx: Tx, customer: NewCustomer, now: Date): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into customer (brand_id, name, email, phone, language, created_at)
    values (${customer.brandId}, ${customer.name}, ${customer.email}, ${customer.phone}, ${customer.language}, ${now})
    returning id`.execute(tx)
  return answer.rows[0]?.id ?? 0
}

/** What is left undefined stays; null empties. `fields` are merged, nulls among them taken away. */
export interface ProfileChange {
  readonly name?: string | null | undefined
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly language?: string | null | undefined
  readonly country?: string | null | undefined
  readonly fields?: Readonly<Record<string, FieldValue>> | undefined
}

export async function updateProfile(tx: Tx, customerId: number, change: ProfileChange): Promise<void> {
  const set = (column: string, value: string | null | undefined) =>
    value === undefined ? [] : [sql`${sql.ref(column)} = ${value}::text`]
  const changes = [
    ...set('name', change.name),
    ...set('email', change.email),
    ...set('phone', change.phone),
    ...set('language', change.language),
    ...set('country', change.country),
    ...(change.fields
      ? [sql`fields = jsonb_strip_nulls(fields || ${JSON.stringify(change.fields)}::jsonb)`]
      : []),
  ]
  if (changes.length === 0) return
  await sql`update customer set ${sql.join(changes)} where id = ${customerId}`.execute(tx)
}

/** Fills what is empty in a customer's profile from what a shop has signed. */
export async function fillEmpty(
  tx: Tx,
  customerId: number,
  known: Omit<NewCustomer, 'brandId'>,
): Promise<void> {
  await sql`
    update customer set name = coalesce(name, ${known.name}::text), email = coalesce(email, ${known.email}::text),
      phone = coalesce(phone, ${known.phone}::text), language = coalesce(language, ${known.language}::text)
    where id = ${customerId} and (
      name is null and ${known.name}::text is not null or email is null and ${known.email}::text is not null
      or phone is null and ${known.phone}::text is not null or language is null and ${known.language}::text is not null
    )`.execute(tx)
}

/** Blocks or unblocks; answers whether that changed anything. */
export async function setBlocked(
  tx: Tx,
  customerId: number,
  blocked: { at: Date; reason: string } | null,
): Promise<boolean> {
  const answer = blocked
    ? await sql`
        update customer set blocked_at = coalesce(blocked_at, ${blocked.at}), blocked_reason = ${blocked.reason}
        where id = ${customerId} returning id`.execute(tx)
    : await sql`
        update customer set blocked_at = null, blocked_reason = null
        where id = ${customerId} and blocked_at is not null returning id`.execute(tx)
  return answer.rows.length > 0
}

/** Shops in which the customer has written: their staff hear of changes. */
export async function selectShopsOf(tx: Tx, customerId: number): Promise<number[]> {
  const answer = await sql<{ shop_id: number }>`
    select distinct shop_id from conversation where customer_id = ${customerId}`.execute(tx)
  return answer.rows.map((row) => row.shop_id)
}

/** Makes these the customer's tags. */
export async function replaceTags(
  tx: Tx,
  customer: { id: number; brand_id: number },
  wanted: readonly number[],
): Promise<void> {
  await sql`
    with gone as (
      delete from customer_tag where customer_id = ${customer.id} and tag_id <> all(${[...wanted]}::bigint[])
    )
    insert into customer_tag (brand_id, customer_id, tag_id)
    select ${customer.brand_id}, ${customer.id}, unnest(${[...wanted]}::bigint[])
    on conflict do nothing`.execute(tx)
}
