import { audience } from '../../domain/event.ts'
import type { TestApp } from './app.ts'

export interface PresenceChange {
  readonly state?: 'online' | 'paused' | 'break' | 'wrap_up' | 'offline'
  readonly capacity?: number
  readonly backSince?: Date | null
  readonly idleSince?: Date
}

/** Sets how somebody is there, straight in the table, with the event that readers wait for. */
export async function setPresence(app: TestApp, staffId: number, change: PresenceChange): Promise<void> {
  const { pool, bus } = app.platform
  const now = app.platform.now()
  await pool.query(
    `with old as (select state from presence where staff_id = $1), p as (
      update presence set state = coalesce($2, state), capacity = coalesce($3, capacity),
        back_since = coalesce($4, back_since), idle_since = coalesce($5, idle_since), since = $6
      where staff_id = $1 returning state)
    insert into event (epoch, name, v, actor_kind, actor_id, data, audience, happened_at)
    select l.epoch, 'presence.changed', 1, 'staff', $1::bigint, jsonb_build_object('staffId', $1::bigint,
      'from', old.state, 'to', p.state, 'breakKindId', null, 'cause', 'self', 'byStaffId', null), $7, $6
    from log_epoch l, old, p`,
    [
      staffId,
      change.state ?? null,
      change.capacity ?? null,
      change.backSince ?? null,
      change.idleSince ?? null,
      now,
      [audience.staff(staffId)],
    ],
  )
  bus.poke()
}
