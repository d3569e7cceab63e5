-- One invitation for each conversation, and what the customer said. `resolution` counts how often it was resolved
-- when the invitation went out.
create table rating (
  id bigint generated always as identity primary key,
  brand_id bigint not null,
  conversation_id bigint not null unique,
  shop_id bigint not null,
  customer_id bigint not null,
  -- SHA-256 of the token in the signed link.
  token_hash bytea unique,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  -- When the mail with the link went out, for those who had left.
  mailed_at timestamptz,
  score smallint check (score between 1 and 5),
  reasons text[] not null default '{}',
  comment text not null default '',
  solved boolean,
  rated_at timestamptz,
  -- The agent with the most human replies up to the resolution that is rated.
  credited_staff_id bigint references staff,
  resolved_at timestamptz not null,
  foreign key (brand_id, conversation_id) references conversation (brand_id, id),
  foreign key (brand_id, customer_id) references customer (brand_id, id)
);
create index rating_staff on rating (credited_staff_id, rated_at desc) where rated_at is not null;
create index rating_shop on rating (shop_id, rated_at desc) where rated_at is not null;

-- A notice need not be about a conversation's mention or hand-over alone.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
  'mention', 'handed_over', 'released', 'transfer_offered', 'transfer_declined', 'transfer_returned', 'assigned',
  'clock_warned', 'clock_breached', 'promise_due', 'promise_broken', 'returned_silent', 'low_rating'));
