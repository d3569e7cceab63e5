import { sql } from 'kysely'
import type { Figures, SimulationInput } from '../../../domain/assignment/simulation.ts'
import type { Tx } from '../../platform/work.ts'

export interface SimulationRow {
  readonly id: number
  readonly brandId: number
  readonly askedById: number
  readonly askedByName: string
  readonly askedAt: Date
  readonly input: SimulationInput
  readonly progress: number
  readonly result: { a: Figures; b: Figures } | null
  readonly fault: string | null
  readonly finishedAt: Date | null
}

const columns = sql`n.id, n.brand_id as "brandId", n.asked_by as "askedById", s.name as "askedByName",
  n.asked_at as "askedAt", n.input, n.progress, n.result, n.fault, n.finished_at as "finishedAt"`

export async function selectSimulation(tx: Tx, id: number): Promise<SimulationRow | null> {
  const found = await sql<SimulationRow>`
    select ${columns} from simulation n join staff s on s.id = n.asked_by where n.id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

export async function selectSimulations(tx: Tx, brandId: number, limit: number): Promise<SimulationRow[]> {
  const found = await sql<SimulationRow>`
    select ${columns} from simulation n join staff s on s.id = n.asked_by
    where n.brand_id = ${brandId} order by n.id desc limit ${limit}`.execute(tx)
  return found.rows
}

/** Asks for one; null while another of the brand runs that was asked for after `since`. */
export async function insertSimulation(
  tx: Tx,
  asked: { brandId: number; by: number; at: Date; since: Date; input: SimulationInput },
): Promise<number | null> {
  await sql`select pg_advisory_xact_lock(hashtext('assignment.simulation'), ${asked.brandId}::int)`.execute(
    tx,
  )
  const found = await sql<{ id: number }>`
    insert into simulation (brand_id, asked_by, asked_at, input)
    select ${asked.brandId}, ${asked.by}, ${asked.at}, ${JSON.stringify(asked.input)}::jsonb
    where not exists (select from simulation n where n.brand_id = ${asked.brandId} and n.finished_at is null
      and n.asked_at > ${asked.since})
    returning id`.execute(tx)
  return found.rows[0]?.id ?? null
}

export async function setProgress(tx: Tx, id: number, progress: number): Promise<void> {
  await sql`update simulation set progress = ${progress} where id = ${id} and finished_at is null`.execute(tx)
}

/** Keeps the result, or why there is none. */
export async function finishSimulation(
  tx: Tx,
  id: number,
  result: { a: Figures; b: Figures } | null,
  fault: string | null,
  now: Date,
): Promise<void> {
  await sql`
    update simulation set progress = 100, result = ${result ? JSON.stringify(result) : null}::jsonb, fault = ${fault},
      finished_at = ${now}
    where id = ${id}`.execute(tx)
}

export interface PastConversation {
  readonly id: number
  readonly customerId: number
  readonly at: Date
  readonly shopId: number
  readonly channelId: number
  readonly stage: 'pre_sales' | 'in_sales' | 'after_sales' | null
  readonly language: string | null
  readonly topicId: number | null
  readonly teamId: number | null
  readonly priority: number
  readonly customerTagIds: number[]
  readonly units: number
  /** How long somebody had it in hand; null when nobody ever did. */
  readonly handleMs: number | null
}

/** A brand's conversations of a period as they came, `limit` at most after a number. */
export async function selectPast(
  tx: Tx,
  brandId: number,
  period: { from: Date; to: Date },
  after: number,
  limit: number,
): Promise<PastConversation[]> {
  const found = await sql<PastConversation>`
    select c.id, c.customer_id as "customerId", c.started_at as at, c.shop_id as "shopId",
      c.channel_id as "channelId", c.stage, c.language, c.topic_id as "topicId", c.team_id as "teamId", c.priority,
      array(select t.tag_id from customer_tag t where t.customer_id = c.customer_id) as "customerTagIds", h.units,
      coalesce(
        (select sum(extract(epoch from coalesce(a.ended_at, c.last_message_at) - a.decided_at)) * 1000
          from assignment a where a.conversation_id = c.id),
        case when c.assignee_id is not null
          then extract(epoch from coalesce(c.resolved_at, c.last_message_at) - c.started_at) * 1000 end
      )::float8 as "handleMs"
    from conversation c join channel h on h.id = c.channel_id
    where c.brand_id = ${brandId} and c.started_at >= ${period.from} and c.started_at < ${period.to}
      and not c.spam and c.id > ${after}
    order by c.id limit ${limit}`.execute(tx)
  return found.rows
}

export interface PastShift {
  readonly staffId: number
  readonly from: Date
  readonly to: Date
}

/** When people took new work in a period. */
export async function selectPastShifts(tx: Tx, period: { from: Date; to: Date }): Promise<PastShift[]> {
  const found = await sql<PastShift>`
    select staff_id as "staffId", greatest(started_at, ${period.from}) as from,
      least(coalesce(ended_at, ${period.to}), ${period.to}) as to
    from presence_period
    where state = 'online' and started_at < ${period.to} and coalesce(ended_at, ${period.to}) > ${period.from}
    order by staff_id, started_at`.execute(tx)
  return found.rows
}
