-- Who works when. A leave is a shift of its own kind: nobody is expected then.
create table shift (
  id bigint generated always as identity primary key,
  team_id bigint references team,
  staff_id bigint not null references staff,
  kind text not null check (kind in ('work', 'leave')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  note text not null default '',
  created_by bigint references staff,
  created_at timestamptz not null
);
create index shift_staff on shift (staff_id, starts_at);
create index shift_starts on shift (starts_at);

-- What the leaving shift tells the coming one: `sheet` is what stood open at that moment.
create table shift_handover (
  id bigint generated always as identity primary key,
  team_id bigint not null references team,
  from_staff_id bigint not null references staff,
  note text not null default '',
  sheet jsonb not null,
  created_at timestamptz not null,
  signed_by bigint references staff,
  signed_at timestamptz,
  sign_note text
);
create index shift_handover_team on shift_handover (team_id, id desc);

-- A sale with a multiple of the usual load: what it switches, and when.
create table peak_event (
  id bigint generated always as identity primary key,
  brand_id bigint not null references brand,
  name text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  settings jsonb not null,
  cancelled_at timestamptz,
  created_by bigint references staff,
  created_at timestamptz not null
);
create index peak_event_brand on peak_event (brand_id, starts_at);
