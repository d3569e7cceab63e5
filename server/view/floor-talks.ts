import type { z } from 'zod'
import type { floorEndpoints } from '../../domain/floor/endpoints.ts'
import type { Viewer } from '../../domain/staff/scope.ts'
import { wireTypes } from '../platform/postgres/column-types.ts'
import type { Platform } from '../platform/work.ts'
import { placeSql, placeValues, reachSql, reachValues } from './reach.ts'
import { type RowRecord, rowColumns, rowJoins, rowOf } from './rows.ts'

type Query = z.output<(typeof floorEndpoints.listFloorTalks)['query']>
type Output = z.output<(typeof floorEndpoints.listFloorTalks)['output']>

const most = 200
/** Both the floor and the words of its talks must be the viewer's to read. Values: 1-4, then 5-9. */
const within = `${placeSql(1)} and ${reachSql(5)}`

/** Values: staff 10. */
const held = {
  name: 'floor_talks_held',
  where: `c.assignee_id = $10 and c.state not in ('resolved', 'ended') and ${within}`,
  order: 'c.waiting_since nulls last, c.active_at desc, c.id',
}

/** Values: shop 10, team 11 (0 for none), language 12 (empty for none). */
const waiting = {
  name: 'floor_talks_waiting',
  where: `c.state = 'queued' and ${within} and ($10::bigint is null or c.shop_id = $10)
    and ($11::bigint is null or coalesce(c.team_id, 0) = $11) and ($12::text is null or coalesce(c.language, '') = $12)`,
  order: 'c.enqueued_at, c.id',
}

/** An agent's open conversations or those of a queue, in one round trip. */
export async function listFloorTalks(platform: Platform, viewer: Viewer, query: Query): Promise<Output> {
  const { name, where, order } = query.staffId === undefined ? waiting : held
  const chosen =
    query.staffId === undefined
      ? [query.shopId ?? null, query.teamId ?? null, query.language ?? null]
      : [query.staffId]
  const found = await platform.pool.query<RowRecord>({
    name,
    text: `
      with page as materialized (
        select c.*, row_number() over () as place
        from (select c.* from conversation c where ${where} order by ${order} limit ${most}) c
      )
      select ${rowColumns} from page c ${rowJoins} order by c.place`,
    values: [...placeValues(viewer, 'floor.read'), ...reachValues(viewer, 'conversation.read'), ...chosen],
    types: wireTypes,
  })
  return { conversations: found.rows.map(rowOf) }
}
