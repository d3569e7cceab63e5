-- The policy is data; each brand has one, its versions stay.
create table assignment_policy (
  brand_id bigint primary key references brand,
  version integer not null
);
create table assignment_policy_version (
  brand_id bigint not null references brand,
  version integer not null,
  definition jsonb not null,
  made_by bigint references staff,
  made_at timestamptz not null,
  primary key (brand_id, version)
);

-- What a waiting conversation asks of an agent. Few, shared by many entries: the planner reads the first of each.
create table requirement_group (
  id bigint generated always as identity primary key,
  brand_id bigint not null references brand,
  -- The requirements as canonical text; equal ones share a group.
  key text not null,
  requirements jsonb not null,
  unique (brand_id, key)
);

-- Conversations that wait for somebody. `order_key` does not change with time, so ageing costs nothing.
create table queue_entry (
  conversation_id bigint primary key references conversation,
  brand_id bigint not null,
  group_id bigint not null references requirement_group,
  order_key timestamptz not null,
  enqueued_at timestamptz not null,
  -- Since when it waits this time: what the steps of the ladder count from.
  since timestamptz not null,
  -- Step of the relaxation ladder, and when the next one comes.
  step smallint not null default 0,
  step_at timestamptz,
  units double precision not null,
  priority smallint not null default 0,
  -- Asked for before any relaxation; what the steps start from.
  asked jsonb not null,
  -- Who should have it rather than others: the last agent, so long while they are online, so long while paused.
  sticky_staff_id bigint references staff,
  sticky_until timestamptz,
  sticky_paused_until timestamptz,
  -- Who let it go: not to them before that moment, and after it only when nobody else can.
  returned_from bigint[] not null default '{}',
  returned_until timestamptz,
  -- What it was computed from has changed meanwhile: compute it anew.
  stale boolean not null default false
) with (fillfactor = 80);
create index queue_entry_order on queue_entry (group_id, order_key, conversation_id);
create index queue_entry_step on queue_entry (step_at) where step_at is not null;
create index queue_entry_stale on queue_entry (conversation_id) where stale;
create index queue_entry_sticky on queue_entry (sticky_staff_id) where sticky_staff_id is not null;

-- Each decision with its reason and the runners-up.
create table assignment (
  id bigint generated always as identity primary key,
  brand_id bigint not null,
  conversation_id bigint not null,
  staff_id bigint not null references staff,
  how text not null check (how in ('auto', 'pull', 'take', 'transfer', 'override', 'reply')),
  policy_version integer,
  reason jsonb not null,
  runners_up jsonb not null default '[]',
  queued_at timestamptz not null,
  decided_at timestamptz not null,
  -- The transaction whose event it belongs to: tells the log's reader what it knows already, and what came first.
  xact bigint not null default (pg_current_xact_id()::text::bigint),
  -- When it goes back to the queue unless answered; null when answered, ended, or not automatic.
  answer_by timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('resolved', 'released', 'transferred', 'silent', 'offline', 'taken', 'ended')),
  foreign key (brand_id, conversation_id) references conversation (brand_id, id)
);
create index assignment_conversation on assignment (conversation_id, id desc);
create unique index assignment_open on assignment (conversation_id) where ended_at is null;
create index assignment_answer_by on assignment (answer_by) where answer_by is not null;
create index assignment_staff on assignment (staff_id, decided_at desc);

-- A conversation offered to somebody who accepts or declines; until then the sender keeps it.
create table transfer (
  id bigint generated always as identity primary key,
  brand_id bigint not null,
  conversation_id bigint not null,
  -- 1 for the first of a conversation; the third goes to the duty lead.
  number smallint not null,
  from_staff_id bigint references staff,
  to_staff_id bigint references staff,
  to_team_id bigint references team,
  to_department_id bigint references department,
  -- Sent to the duty lead although somebody else was named, because it was passed on so often.
  to_lead boolean not null default false,
  reason text not null,
  summary text not null default '',
  state text not null check (state in ('offered', 'accepted', 'declined', 'returned', 'withdrawn')),
  offered_at timestamptz not null,
  expires_at timestamptz,
  settled_at timestamptz,
  settled_by bigint references staff,
  -- Members of the team or department who have declined.
  declined_by bigint[] not null default '{}',
  foreign key (brand_id, conversation_id) references conversation (brand_id, id)
);
create unique index transfer_open on transfer (conversation_id) where state = 'offered';
create index transfer_expires on transfer (expires_at) where state = 'offered';
create index transfer_to_staff on transfer (to_staff_id) where state = 'offered';
create index transfer_conversation on transfer (conversation_id, id);

alter table conversation
  add column priority smallint not null default 0,
  -- By the state of the customer's orders; null when nobody can tell.
  add column stage text check (stage in ('pre_sales', 'in_sales', 'after_sales')),
  -- Left while nobody was there (留言); cleared first in the next shift.
  add column offline_message_at timestamptz,
  -- Who answered first stays answerable (首问负责).
  add column owner_id bigint references staff;
create index conversation_offline_message on conversation (offline_message_at, id)
  where offline_message_at is not null and state not in ('resolved', 'ended');

-- What the shop's signature says of the customer's orders; see `stage`.
alter table visitor add column order_state text check (order_state in ('none', 'paid', 'delivered', 'case'));
create index visitor_order_state on visitor (customer_id, id desc) where order_state is not null;

-- Whoever changes what the place in the queue depends on: the entry is computed anew within a second.
create function mark_queue_entry_stale() returns trigger language plpgsql as $$
begin
  update queue_entry set stale = true where conversation_id = new.id and not stale;
  return null;
end $$;
create trigger conversation_queue_entry_stale
  after update of due_at, priority, topic_id, language, team_id, offline_message_at on conversation for each row
  when (new.state = 'queued' and (old.due_at is distinct from new.due_at or old.priority <> new.priority
    or old.topic_id is distinct from new.topic_id or old.language is distinct from new.language
    or old.team_id is distinct from new.team_id
    or old.offline_message_at is distinct from new.offline_message_at))
  execute function mark_queue_entry_stale();

-- A past week under another policy or roster, computed in the background.
create table simulation (
  id bigint generated always as identity primary key,
  brand_id bigint not null references brand,
  asked_by bigint not null references staff,
  asked_at timestamptz not null,
  input jsonb not null,
  progress smallint not null default 0,
  result jsonb,
  fault text,
  finished_at timestamptz
);
create index simulation_brand on simulation (brand_id, id desc);
