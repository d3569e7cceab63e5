-- What people can do: skills that the shop names, and languages, each with a level from 1 to 5 and dates.
create table skill (
  id bigint generated always as identity primary key,
  brand_id bigint references brand,
  name jsonb not null,
  archived_at timestamptz,
  created_at timestamptz not null
);

create table staff_skill (
  staff_id bigint not null references staff,
  skill_id bigint not null references skill,
  level smallint not null check (level between 1 and 5),
  since date not null,
  until date,
  primary key (staff_id, skill_id)
);
create index staff_skill_skill on staff_skill (skill_id);

create table staff_language (
  staff_id bigint not null references staff,
  language text not null,
  level smallint not null check (level between 1 and 5),
  tested_on date,
  primary key (staff_id, language)
);

-- How many of a team may be on a break at once; null means any number.
alter table team add column most_on_break integer check (most_on_break >= 0);

create table break_kind (
  id bigint generated always as identity primary key,
  name jsonb not null,
  limit_minutes integer not null check (limit_minutes between 1 and 480),
  position integer not null,
  archived_at timestamptz,
  created_at timestamptz not null
);

-- What the trade knows; a shop changes them as it likes.
insert into break_kind (name, limit_minutes, position, created_at) values
  ('{"zh-CN": "休息", "en": "Short rest"}', 15, 1, now()),
  ('{"zh-CN": "用餐", "en": "Meal"}', 40, 2, now()),
  ('{"zh-CN": "会议", "en": "Meeting"}', 60, 3, now()),
  ('{"zh-CN": "培训", "en": "Training"}', 120, 4, now());

-- Units are multiples of a quarter, so that sums are exact in floating point.
alter table channel
  add column units double precision not null default 1 check (units >= 0 and units * 4 = floor(units * 4)),
  add column waiting_units double precision not null default 0.5
    check (waiting_units >= 0 and waiting_units * 4 = floor(waiting_units * 4)),
  -- Wrap-up time after a resolved conversation; chat does without, on the phone 30 s are usual.
  add column wrap_up_seconds integer not null default 0 check (wrap_up_seconds between 0 and 3600);

-- Who is there, and how much they have in hand. One row for each person who answers. `used` is kept by the
-- trigger below, in the transaction that changes a conversation, whoever changes it.
create table presence (
  staff_id bigint primary key references staff,
  state text not null default 'offline' check (state in ('online', 'paused', 'break', 'wrap_up', 'offline')),
  since timestamptz not null,
  -- When the state ends by itself (wrap-up time) or should have ended (break).
  until_at timestamptz,
  break_kind_id bigint references break_kind,
  -- What follows wrap-up time.
  then_state text check (then_state in ('online', 'paused')),
  capacity double precision not null default 8 check (capacity >= 0),
  peak_capacity double precision not null default 15 check (peak_capacity >= 0),
  used double precision not null default 0,
  -- Since when nothing was given to them: longest idle is served first among equals.
  idle_since timestamptz not null,
  -- When they came back from leave: their share grows from here.
  back_since timestamptz
) with (fillfactor = 70);
create index presence_state on presence (state) where state <> 'offline';

-- The whole history, one row for each stretch; the open one has no end.
create table presence_period (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff,
  state text not null,
  break_kind_id bigint references break_kind,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- What began it, and who, when it was somebody else.
  cause text not null check (cause in ('self', 'lead', 'connection', 'clock', 'roster', 'joined')),
  by_staff_id bigint references staff
);
create unique index presence_period_open on presence_period (staff_id) where ended_at is null;
create index presence_period_staff on presence_period (staff_id, started_at desc);

-- Each server process says for whom it holds a socket; a process that dies lets its leases run out.
create table presence_lease (
  staff_id bigint not null references staff,
  process_id text not null,
  expires_at timestamptz not null,
  primary key (staff_id, process_id)
);
create index presence_lease_expires on presence_lease (expires_at);

create function conversation_units(in_state text, in_channel bigint) returns double precision
language sql stable as $$
  select case
    when in_state = 'in_service' then c.units
    when in_state in ('waiting_customer', 'waiting_inside') then c.waiting_units
    else 0 end
  from channel c where c.id = in_channel
$$;

create function keep_presence_used() returns trigger language plpgsql as $$
declare
  before double precision := 0;
  after double precision := 0;
begin
  if tg_op = 'UPDATE' and old.assignee_id is not null then
    before := conversation_units(old.state, old.channel_id);
  end if;
  if new.assignee_id is not null then
    after := conversation_units(new.state, new.channel_id);
  end if;
  if tg_op = 'UPDATE' and old.assignee_id = new.assignee_id then
    update presence set used = used + after - before where staff_id = new.assignee_id and after <> before;
    return null;
  end if;
  -- Two people: always in the same order, so that two moves crosswise do not wait for each other.
  update presence p set
    used = p.used + case when p.staff_id = new.assignee_id then after else -before end,
    idle_since = case when p.staff_id = new.assignee_id then greatest(p.idle_since, clock_timestamp()) else p.idle_since end
  from (
    select staff_id from presence
    where staff_id in (new.assignee_id, case when tg_op = 'UPDATE' then old.assignee_id end)
    order by staff_id for update
  ) locked
  where p.staff_id = locked.staff_id;
  return null;
end $$;

create trigger conversation_presence_used
  after update of state, assignee_id on conversation for each row
  when (old.assignee_id is distinct from new.assignee_id
    or (new.assignee_id is not null and old.state is distinct from new.state))
  execute function keep_presence_used();
create trigger conversation_presence_used_new
  after insert on conversation for each row
  when (new.assignee_id is not null)
  execute function keep_presence_used();

-- Everybody there is so far, with what they have in hand.
insert into presence (staff_id, since, idle_since, used)
select s.id, now(), now(), coalesce((
  select sum(conversation_units(c.state, c.channel_id)) from conversation c
  where c.assignee_id = s.id and c.state in ('in_service', 'waiting_customer', 'waiting_inside')), 0)
from staff s;

insert into presence_period (staff_id, state, started_at, cause)
select staff_id, state, since, 'joined' from presence;

-- Who joins is offline with the usual capacity.
create function presence_for_staff() returns trigger language plpgsql as $$
begin
  insert into presence (staff_id, since, idle_since) values (new.id, new.created_at, new.created_at);
  insert into presence_period (staff_id, state, started_at, cause)
  values (new.id, 'offline', new.created_at, 'joined');
  return null;
end $$;
create trigger staff_presence after insert on staff for each row execute function presence_for_staff();
