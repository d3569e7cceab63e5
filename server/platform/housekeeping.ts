import { forgetEndedSignIns } from './auth/passwords.ts'
import type { Platform } from './work.ts'

/** Forgets idempotency keys after a day, rate windows after two, ended sign-ins at once; makes the log's months three ahead. */
export async function forgetOld(platform: Platform): Promise<void> {
  const now = platform.now()
  await platform.pool.query(`delete from idempotency where created_at < $1::timestamptz - interval '1 day'`, [
    now,
  ])
  await platform.pool.query(`delete from rate_window where starts_at < $1::timestamptz - interval '2 days'`, [
    now,
  ])
  await forgetEndedSignIns(platform.kysely, now)
  await platform.pool.query(`
    do $$
    declare
      month timestamptz := date_trunc('month', now(), 'UTC');
      part text;
    begin
      for i in 0..3 loop
        part := 'event_' || to_char(month at time zone 'UTC', 'YYYY_MM');
        if to_regclass(part) is null then
          execute format('create table %I partition of event for values from (%L) to (%L)',
            part, month, (month at time zone 'UTC' + interval '1 month') at time zone 'UTC');
        end if;
        month := (month at time zone 'UTC' + interval '1 month') at time zone 'UTC';
      end loop;
    end $$`)
}
