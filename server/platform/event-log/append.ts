import { sql } from 'kysely'
import type { z } from 'zod'
import { type EventName, eventDeclarations } from '../../../domain/events.ts'
import type { Work } from '../work.ts'

export interface NewEvent<N extends EventName> {
  readonly name: N
  readonly brandId: number | null
  readonly data: z.input<(typeof eventDeclarations)[N]['data']>
  /** Audience keys, made with `audience` of `domain/event.ts`. */
  readonly audience: readonly string[]
  /** When it happened, where that is not now. */
  readonly happenedAt?: Date
}

/** Appends an event in the work's transaction. Data that do not fit the declared shape are a fault of the program. */
export async function appendEvent<N extends EventName>(work: Work, event: NewEvent<N>): Promise<void> {
  const declared = eventDeclarations[event.name]
  const data = declared.data.parse(event.data)
  await sql`
    insert into event (epoch, name, v, brand_id, actor_kind, actor_id, data, audience, happened_at)
    select e.epoch, ${event.name}, ${declared.v}, ${event.brandId}::bigint, ${work.actor.kind},
      ${work.actor.id}::bigint, ${JSON.stringify(data)}::jsonb, ${[...event.audience]}::text[],
      ${event.happenedAt ?? work.now}
    from log_epoch e`.execute(work.tx)
}

/** Appends many events in one statement, in this order. */
export async function appendEvents(work: Work, events: readonly NewEvent<EventName>[]): Promise<void> {
  if (events.length === 0) return
  const rows = events.map((event) => {
    const declared = eventDeclarations[event.name]
    return {
      name: event.name,
      v: declared.v,
      brand_id: event.brandId,
      data: declared.data.parse(event.data),
      audience: event.audience,
      happened_at: (event.happenedAt ?? work.now).toISOString(),
    }
  })
  await sql`
    insert into event (epoch, name, v, brand_id, actor_kind, actor_id, data, audience, happened_at)
    select e.epoch, r.name, r.v, r.brand_id, ${work.actor.kind}, ${work.actor.id}::bigint, r.data, r.audience,
      r.happened_at
    from log_epoch e, rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as (name text, v int, brand_id bigint, data jsonb, audience text[], happened_at timestamptz)
    ) with ordinality as r (name, v, brand_id, data, audience, happened_at, place)
    order by r.place`.execute(work.tx)
}
