-- When a shop serves. Versions stay, because deadlines keep the one they were computed with.
create table calendar (
  id bigint generated always as identity primary key,
  brand_id bigint not null references brand,
  name text not null,
  version integer not null default 1,
  archived_at timestamptz,
  created_at timestamptz not null,
  unique (brand_id, id)
);
create unique index calendar_name on calendar (brand_id, lower(name)) where archived_at is null;
create table calendar_version (
  calendar_id bigint not null references calendar,
  version integer not null,
  definition jsonb not null,
  made_by bigint references staff,
  made_at timestamptz not null,
  primary key (calendar_id, version)
);

-- Which promises of time hold where; the most specific match wins, then the lower position.
create table clock_policy (
  id bigint generated always as identity primary key,
  brand_id bigint not null references brand,
  name text not null,
  position integer not null,
  version integer not null default 1,
  archived_at timestamptz,
  created_at timestamptz not null,
  unique (brand_id, id)
);
create unique index clock_policy_name on clock_policy (brand_id, lower(name)) where archived_at is null;
create table clock_policy_version (
  policy_id bigint not null references clock_policy,
  version integer not null,
  definition jsonb not null,
  made_by bigint references staff,
  made_at timestamptz not null,
  primary key (policy_id, version)
);

-- One running or ended promise of time.
create table clock (
  id bigint generated always as identity primary key,
  brand_id bigint not null,
  conversation_id bigint not null,
  kind text not null check (kind in ('first_response', 'round', 'holding', 'resolution')),
  stage text not null check (stage in ('running', 'warned', 'breached', 'paused', 'met', 'cancelled')),
  policy_id bigint not null references clock_policy,
  policy_version integer not null,
  calendar_id bigint references calendar,
  calendar_version integer,
  target_ms bigint not null check (target_ms > 0),
  started_at timestamptz not null,
  warn_at timestamptz,
  due_at timestamptz,
  -- Stretches in which the customer had the ball: [[from, to], …] in epoch milliseconds, the open one without end.
  pauses jsonb not null default '[]',
  -- What the sweep looks for: the next warning, breach or escalation step; null when nothing is to come.
  next_at timestamptz,
  steps_done smallint not null default 0,
  -- Who had the conversation when it was broken, or who met it.
  staff_id bigint references staff,
  breached_at timestamptz,
  ended_at timestamptz,
  foreign key (brand_id, conversation_id) references conversation (brand_id, id)
) with (fillfactor = 80);
create unique index clock_running on clock (conversation_id, kind) where ended_at is null;
create index clock_next on clock (next_at) where next_at is not null;
create index clock_breached on clock (breached_at desc) where breached_at is not null;
create index clock_conversation on clock (conversation_id, id);

-- The nearest running promise of a conversation, so that lists can count down without asking.
alter table conversation
  add column due_at timestamptz,
  add column warn_at timestamptz,
  add column due_kind text;
create index conversation_due on conversation (due_at, id) where due_at is not null;

-- A call or a time that was promised to a customer.
create table promise (
  id bigint generated always as identity primary key,
  brand_id bigint not null,
  conversation_id bigint not null,
  customer_id bigint not null,
  staff_id bigint not null references staff,
  kind text not null check (kind in ('reply', 'call', 'other')),
  what text not null,
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'kept', 'broken', 'withdrawn')),
  -- What the sweep looks for: the reminder, then the moment it is broken.
  next_at timestamptz,
  reminded_at timestamptz,
  broken_at timestamptz,
  settled_at timestamptz,
  made_by bigint references staff,
  made_at timestamptz not null,
  foreign key (brand_id, conversation_id) references conversation (brand_id, id),
  foreign key (brand_id, customer_id) references customer (brand_id, id)
);
create index promise_next on promise (next_at) where next_at is not null;
create index promise_staff on promise (staff_id, due_at) where state in ('open', 'broken');
create index promise_conversation on promise (conversation_id, id);
