import type { z } from 'zod'
import { type dayEndpoints, silentAfterHours } from '../../domain/day/endpoints.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { wireTypes } from '../platform/postgres/column-types.ts'
import type { Platform } from '../platform/work.ts'
import { readOwnFigures } from './own-figures.ts'
import { type RowRecord, rowColumns, rowJoins, rowOf } from './rows.ts'

type Output = z.output<(typeof dayEndpoints.getMyDay)['output']>

/** What a person begins the day with: their figures, promises, follow-ups and offers. */
export async function readMyDay(platform: Platform, viewer: Viewer): Promise<Output> {
  const now = platform.now()
  const { staffId } = viewer
  const [figures, promises, talks, offers] = await Promise.all([
    readOwnFigures(platform, staffId, now),
    readPromises(platform, staffId),
    readTalks(platform, staffId, now),
    readOffers(platform, staffId),
  ])
  return { now: now.toISOString(), figures, promises, ...talks, offers }
}

interface PromiseRecord {
  id: number
  conversation_id: number
  customer_name: string | null
  kind: Output['promises'][number]['kind']
  what: string
  due_at: string
}

async function readPromises(platform: Platform, staffId: number): Promise<Output['promises']> {
  const found = await platform.pool.query<PromiseRecord>({
    name: 'day_promises',
    text: `
      select p.id, p.conversation_id, u.name as customer_name, p.kind, p.what, p.due_at
      from promise p join customer u on u.id = p.customer_id
      where p.staff_id = $1 and p.state in ('open', 'broken') and p.settled_at is null
      order by p.due_at, p.id limit 50`,
    values: [staffId],
    types: wireTypes,
  })
  return found.rows.map((record) => ({
    id: record.id,
    conversationId: record.conversation_id,
    customerName: record.customer_name,
    kind: record.kind,
    what: record.what,
    dueAt: record.due_at,
  }))
}

async function readTalks(platform: Platform, staffId: number, now: Date) {
  const silentSince = new Date(now.getTime() - silentAfterHours * 3_600_000)
  const found = await platform.pool.query<RowRecord>({
    name: 'day_talks',
    text: `
      with own as materialized (
        select c.* from conversation c
        where c.assignee_id = $1 and c.state not in ('resolved', 'ended')
          and (c.waiting_since is not null or c.state = 'waiting_inside'
            or (c.state = 'waiting_customer' and c.last_message_at <= $2))
      ), page as materialized (
        (select * from own where waiting_since is not null order by waiting_since, id limit 50)
        union all
        (select * from own where waiting_since is null order by last_message_at, id limit 50)
      )
      select ${rowColumns} from page c ${rowJoins}
      order by c.waiting_since nulls last, c.last_message_at, c.id`,
    values: [staffId, silentSince],
    types: wireTypes,
  })
  const rows = found.rows.map(rowOf)
  return {
    unanswered: rows.filter((row) => row.waitingSince !== null),
    followUps: rows.filter((row) => row.waitingSince === null),
  }
}

interface OfferRecord {
  id: number
  conversation_id: number
  customer_name: string | null
  from_staff_id: number | null
  from_name: string | null
  to_team_id: number | null
  reason: string
  summary: string
  offered_at: string
  expires_at: string | null
}

async function readOffers(platform: Platform, staffId: number): Promise<Output['offers']> {
  const found = await platform.pool.query<OfferRecord>({
    name: 'day_offers',
    text: `
      select t.id, t.conversation_id, u.name as customer_name, t.from_staff_id, s.name as from_name, t.to_team_id,
        t.reason, t.summary, t.offered_at, t.expires_at
      from transfer t
      join conversation c on c.id = t.conversation_id
      join customer u on u.id = c.customer_id
      left join staff s on s.id = t.from_staff_id
      where t.state = 'offered' and (t.to_staff_id = $1 or t.to_team_id in (
        select m.team_id from team_member m where m.staff_id = $1))
      order by t.offered_at, t.id limit 50`,
    values: [staffId],
    types: wireTypes,
  })
  return found.rows.map((record) => ({
    id: record.id,
    conversationId: record.conversation_id,
    customerName: record.customer_name,
    fromStaffId: record.from_staff_id,
    fromName: record.from_name,
    toTeamId: record.to_team_id,
    reason: record.reason,
    summary: record.summary,
    offeredAt: record.offered_at,
    expiresAt: record.expires_at,
  }))
}
