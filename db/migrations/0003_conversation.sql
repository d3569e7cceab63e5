create table customer (
  id bigint generated always as identity primary key,
  brand_id bigint not null references brand,
  name text,
  email text,
  phone text,
  language text,
  country text,
  fields jsonb not null default '{}',
  blocked_at timestamptz,
  blocked_reason text,
  created_at timestamptz not null,
  unique (brand_id, id)
);
create index customer_name on customer (brand_id, lower(name) text_pattern_ops);
create index customer_email on customer (brand_id, lower(email) text_pattern_ops);
create index customer_phone on customer (brand_id, phone text_pattern_ops);
create index customer_blocked on customer (brand_id, id desc) where blocked_at is not null;

-- Verified identities belong to one customer; claimed ones may be claimed by several.
create table customer_identity (
  id bigint generated always as identity primary key,
  brand_id bigint not null,
  customer_id bigint not null,
  shop_id bigint,
  kind text not null check (kind in ('user', 'email', 'phone')),
  value text not null,
  verified_at timestamptz,
  created_at timestamptz not null,
  foreign key (brand_id, customer_id) references customer (brand_id, id),
  foreign key (brand_id, shop_id) references shop (brand_id, id)
);
create unique index customer_identity_verified
  on customer_identity (brand_id, kind, value, coalesce(shop_id, 0)) where verified_at is not null;
create unique index customer_identity_once
  on customer_identity (customer_id, kind, value, coalesce(shop_id, 0));
create index customer_identity_value on customer_identity (brand_id, kind, value);

create table customer_note (
  id bigint generated always as identity primary key,
  brand_id bigint not null,
  customer_id bigint not null,
  staff_id bigint not null references staff,
  text text not null,
  created_at timestamptz not null,
  foreign key (brand_id, customer_id) references customer (brand_id, id)
);
create index customer_note_customer on customer_note (customer_id, id desc);

create table customer_tag (
  brand_id bigint not null,
  customer_id bigint not null,
  tag_id bigint not null,
  primary key (customer_id, tag_id),
  foreign key (brand_id, customer_id) references customer (brand_id, id),
  foreign key (brand_id, tag_id) references tag (brand_id, id) on delete cascade
);
create index customer_tag_tag on customer_tag (tag_id, customer_id);

-- A browser that writes for a customer. The token is stored as SHA-256.
create table visitor (
  id bigint generated always as identity primary key,
  brand_id bigint not null,
  shop_id bigint not null,
  channel_id bigint not null,
  customer_id bigint not null,
  token_hash bytea not null unique,
  verified boolean not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (brand_id, customer_id) references customer (brand_id, id),
  foreign key (brand_id, shop_id) references shop (brand_id, id),
  foreign key (brand_id, channel_id) references channel (brand_id, id)
);
create index visitor_customer on visitor (customer_id);

create table conversation (
  id bigint generated always as identity primary key,
  public_id text not null unique check (public_id ~ '^[0-9a-f]{32}$'),
  brand_id bigint not null,
  shop_id bigint not null,
  channel_id bigint not null,
  customer_id bigint not null,
  state text not null
    check (state in ('queued', 'in_service', 'waiting_customer', 'waiting_inside', 'resolved', 'ended')),
  assignee_id bigint references staff,
  team_id bigint references team,
  language text,
  topic_id bigint,
  outcome text,
  wrap_up_note text,
  spam boolean not null default false,
  repeat boolean not null default false,
  previous_id bigint,
  source jsonb not null default '{}',
  -- Number of the last line; of the last one the customer may see; and how far each side has read.
  last_seq integer not null default 0,
  preview_seq integer not null default 0,
  customer_read_seq integer not null default 0,
  shop_read_seq integer not null default 0,
  last_message_at timestamptz not null,
  -- The minute of the last activity: what lists are ordered by. Coarse, so that most messages touch no index.
  active_at timestamptz not null,
  waiting_since timestamptz,
  enqueued_at timestamptz not null,
  started_at timestamptz not null,
  resolved_at timestamptz,
  ended_at timestamptz,
  -- When a resolved conversation ends by itself.
  ends_at timestamptz,
  unique (brand_id, id),
  foreign key (brand_id, shop_id) references shop (brand_id, id),
  foreign key (brand_id, channel_id) references channel (brand_id, id),
  foreign key (brand_id, customer_id) references customer (brand_id, id),
  foreign key (brand_id, topic_id) references topic (brand_id, id),
  foreign key (brand_id, previous_id) references conversation (brand_id, id)
) with (fillfactor = 80);
create unique index conversation_open on conversation (channel_id, customer_id) where state <> 'ended';
create index conversation_customer on conversation (customer_id, id desc);
create index conversation_queue on conversation (enqueued_at, id) where state = 'queued';
create index conversation_mine on conversation (assignee_id, active_at desc, id desc)
  where assignee_id is not null and state not in ('resolved', 'ended');
create index conversation_active on conversation (active_at desc, id desc)
  where state not in ('resolved', 'ended');
create index conversation_closed on conversation (active_at desc, id desc) where state in ('resolved', 'ended');
create index conversation_ends on conversation (ends_at) where state = 'resolved';
create index conversation_previous on conversation (previous_id) where previous_id is not null;

-- A line of the thread: a public message, a note for staff, or a small step.
create table message (
  id bigint generated always as identity primary key,
  brand_id bigint not null,
  conversation_id bigint not null,
  seq integer not null,
  kind text not null check (kind in ('message', 'note', 'step')),
  author_kind text not null check (author_kind in ('customer', 'staff', 'system')),
  author_id bigint,
  text text not null,
  data jsonb,
  language text,
  has_files boolean not null default false,
  mentions bigint[],
  key text,
  created_at timestamptz not null,
  recalled_at timestamptz,
  foreign key (brand_id, conversation_id) references conversation (brand_id, id)
);
create unique index message_seq on message (conversation_id, seq);
create unique index message_key on message (conversation_id, key) where key is not null;

create table file (
  id bigint generated always as identity primary key,
  public_id text not null unique check (public_id ~ '^[0-9a-f]{32}$'),
  brand_id bigint references brand,
  -- Who uploaded it, and the message that carries it; a file without a message is deleted after a day.
  staff_id bigint references staff,
  visitor_id bigint references visitor,
  message_id bigint references message,
  name text not null,
  media_type text not null,
  size bigint not null,
  width integer,
  height integer,
  created_at timestamptz not null
);
create index file_message on file (message_id) where message_id is not null;
create index file_loose on file (created_at) where message_id is null;

create table conversation_tag (
  brand_id bigint not null,
  conversation_id bigint not null,
  tag_id bigint not null,
  primary key (conversation_id, tag_id),
  foreign key (brand_id, conversation_id) references conversation (brand_id, id),
  foreign key (brand_id, tag_id) references tag (brand_id, id) on delete cascade
);
create index conversation_tag_tag on conversation_tag (tag_id, conversation_id);

-- What one member of staff keeps about a conversation: how far they have read, and words not yet sent.
create table conversation_desk (
  staff_id bigint not null references staff,
  conversation_id bigint not null references conversation,
  read_seq integer not null default 0,
  draft text not null default '',
  updated_at timestamptz not null,
  primary key (staff_id, conversation_id)
);

create table notice (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff,
  kind text not null check (kind in ('mention', 'handed_over', 'released')),
  conversation_id bigint not null references conversation,
  by_staff_id bigint references staff,
  created_at timestamptz not null,
  read_at timestamptz
);
create index notice_staff on notice (staff_id, id desc);
create index notice_unread on notice (staff_id) where read_at is null;

-- Answers that go out by mail once the visitor has left without reading them, and how far that was done.
create table answer_mail (
  conversation_id bigint primary key references conversation,
  due_at timestamptz,
  mailed_seq integer not null default 0
);
create index answer_mail_due on answer_mail (due_at) where due_at is not null;

-- Links back into a talk, sent by mail; stored as SHA-256.
create table back_link (
  token_hash bytea primary key,
  brand_id bigint not null,
  customer_id bigint not null,
  channel_id bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (brand_id, customer_id) references customer (brand_id, id),
  foreign key (brand_id, channel_id) references channel (brand_id, id)
);
