import { sql } from 'kysely'
import type { promiseKinds, promiseStates } from '../../domain/promise/endpoints.ts'
import type { Tx } from '../platform/work.ts'

export interface PromiseRow {
  readonly id: number
  readonly conversationId: number
  readonly staffId: number
  readonly kind: (typeof promiseKinds)[number]
  readonly what: string
  readonly dueAt: Date
  readonly state: (typeof promiseStates)[number]
  readonly brokenAt: Date | null
}

const columns = sql`p.id, p.conversation_id as "conversationId", p.staff_id as "staffId", p.kind, p.what,
  p.due_at as "dueAt", p.state, p.broken_at as "brokenAt"`

/** One promise, locked until the transaction ends; the conversation is locked after it. */
export async function selectPromiseToChange(tx: Tx, promiseId: number): Promise<PromiseRow | undefined> {
  const answer = await sql<PromiseRow>`
    select ${columns} from promise p where p.id = ${promiseId} for update`.execute(tx)
  return answer.rows[0]
}

export interface NewPromise {
  readonly brandId: number
  readonly conversationId: number
  readonly customerId: number
  readonly staffId: number
  readonly kind: PromiseRow['kind']
  readonly what: string
  readonly dueAt: Date
  readonly nextAt: Date
  readonly madeBy: number
}

export async function insertPromise(tx: Tx, promise: NewPromise, now: Date): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into promise (brand_id, conversation_id, customer_id, staff_id, kind, what, due_at, next_at, made_by, made_at)
    values (${promise.brandId}, ${promise.conversationId}, ${promise.customerId}, ${promise.staffId}, ${promise.kind},
      ${promise.what}, ${promise.dueAt}, ${promise.nextAt}, ${promise.madeBy}, ${now})
    returning id`.execute(tx)
  return answer.rows[0]?.id ?? 0
}

export interface PromiseChange {
  readonly staffId: number
  readonly what: string
  readonly dueAt: Date
}

/** Words it anew or gives it to another; its time stays. */
export async function updatePromise(tx: Tx, promiseId: number, change: PromiseChange): Promise<void> {
  await sql`
    update promise set staff_id = ${change.staffId}, what = ${change.what} where id = ${promiseId}`.execute(
    tx,
  )
}

/** Agrees on another time: it is open again, and reminded of anew. */
export async function movePromise(
  tx: Tx,
  promiseId: number,
  change: PromiseChange,
  nextAt: Date,
): Promise<void> {
  await sql`
    update promise set staff_id = ${change.staffId}, what = ${change.what}, due_at = ${change.dueAt},
      state = 'open', next_at = ${nextAt}, reminded_at = null
    where id = ${promiseId}`.execute(tx)
}

export async function settlePromise(
  tx: Tx,
  promiseId: number,
  state: 'kept' | 'withdrawn',
  brokenAt: Date | null,
  now: Date,
): Promise<void> {
  await sql`
    update promise set state = ${state}, settled_at = ${now}, broken_at = coalesce(broken_at, ${brokenAt}),
      next_at = null
    where id = ${promiseId}`.execute(tx)
}

export interface DuePromise extends PromiseRow {
  readonly brandId: number
  readonly shopId: number
  readonly teamId: number | null
}

/** Promises whose reminder or time has come, locked; those that another process has in hand are left to it. */
export async function takeDuePromises(tx: Tx, now: Date, limit: number): Promise<DuePromise[]> {
  const answer = await sql<DuePromise>`
    with taken as (
      select * from promise where next_at <= ${now} order by next_at limit ${limit} for update skip locked
    )
    select ${columns}, p.brand_id as "brandId", c.shop_id as "shopId", c.team_id as "teamId"
    from taken p join conversation c on c.id = p.conversation_id
    order by p.next_at, p.id`.execute(tx)
  return answer.rows
}

/** Reminded of: looked at again when they are due. */
export async function markReminded(tx: Tx, promiseIds: readonly number[], now: Date): Promise<void> {
  await sql`
    update promise set next_at = due_at, reminded_at = ${now}
    where id = any(${[...promiseIds]}::bigint[])`.execute(tx)
}

export async function markBroken(tx: Tx, promiseIds: readonly number[]): Promise<void> {
  await sql`
    update promise set state = 'broken', broken_at = coalesce(broken_at, due_at), next_at = null
    where id = any(${[...promiseIds]}::bigint[])`.execute(tx)
}
