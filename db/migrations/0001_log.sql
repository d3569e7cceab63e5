create extension if not exists pg_trgm;

-- Transaction ids start anew after a restore; the epoch rises so that places in the log stay in order.
create table log_epoch (
  one_row boolean primary key default true check (one_row),
  epoch bigint not null
);
insert into log_epoch (epoch) values (1);

-- What happened, appended in the transaction that changed the state. Ids, facts and codes; never text or names.
create table event (
  epoch bigint not null,
  xact bigint not null default (pg_current_xact_id()::text::bigint),
  id bigint generated always as identity,
  name text not null,
  v smallint not null,
  brand_id bigint,
  actor_kind text not null check (actor_kind in ('staff', 'customer', 'system')),
  actor_id bigint,
  data jsonb not null,
  audience text[] not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null default now()
) partition by range (recorded_at);
create index event_order on event (epoch, xact, id);
create table event_default partition of event default;

-- Months are made ahead of time by the schedule; these are the first.
do $$
declare
  month timestamptz := date_trunc('month', now(), 'UTC');
begin
  for i in 0..3 loop
    execute format(
      'create table event_%s partition of event for values from (%L) to (%L)',
      to_char(month at time zone 'UTC', 'YYYY_MM'), month, month + interval '1 month'
    );
    month := (month at time zone 'UTC' + interval '1 month') at time zone 'UTC';
  end loop;
end $$;

-- How far each reader of the log has come.
create table log_reader (
  name text primary key,
  epoch bigint not null,
  xact bigint not null,
  event_id bigint not null,
  moved_at timestamptz not null default now()
);

-- Replies to writes that carried an idempotency key, kept for a day.
create table idempotency (
  holder text not null,
  key text not null,
  request_hash bytea not null,
  status smallint,
  reply jsonb,
  created_at timestamptz not null default now(),
  primary key (holder, key)
);
create index idempotency_age on idempotency (created_at);

-- Limits that all processes share: how often something was done in a window.
create table rate_window (
  key text not null,
  starts_at timestamptz not null,
  used integer not null,
  primary key (key, starts_at)
);
