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
