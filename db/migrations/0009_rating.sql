-- One invitation for each conversation, and what the customer said. Who is credited is fixed with the invitation.
create table rating (
  id bigint generated always as identity primary key,
  brand_id bigint not null,
  conversation_id bigint not null unique,
  shop_id bigint not null,
  customer_id bigint not null,
  -- SHA-256 of the token in the mailed link; none while no mail went out.
  token_hash bytea unique,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  -- When the link may go out by mail, for those who have left; none once that was decided.
  mail_due_at timestamptz,
  mailed_at timestamptz,
  score smallint check (score between 1 and 5),
  reasons text[] not null default '{}',
  comment text not null default '',
  solved boolean,
  -- When it was given first, and when it was last changed.
  rated_at timestamptz,
  changed_at timestamptz,
  -- The agent with the most human replies up to the resolution that is rated, how many those were, how many there
  -- were in all, and whether somebody else had as many.
  credited_staff_id bigint references staff,
  credited_replies integer not null,
  all_replies integer not null,
  credit_tied boolean not null,
  resolved_at timestamptz not null,
  -- When those concerned were told of a low score: once, however often it changes.
  low_told_at timestamptz,
  foreign key (brand_id, conversation_id) references conversation (brand_id, id),
  foreign key (brand_id, shop_id) references shop (brand_id, id),
  foreign key (brand_id, customer_id) references customer (brand_id, id)
);
create index rating_rated on rating (rated_at desc, id desc) where rated_at is not null;
create index rating_staff on rating (credited_staff_id, rated_at desc, id desc) where rated_at is not null;
create index rating_shop on rating (shop_id, rated_at desc, id desc) where rated_at is not null;
create index rating_invited on rating (invited_at);
create index rating_customer on rating (customer_id, invited_at desc);
create index rating_mail_due on rating (mail_due_at) where mail_due_at is not null;

-- A notice need not be about a conversation's mention or hand-over alone.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
  'mention', 'handed_over', 'released', 'transfer_offered', 'transfer_declined', 'transfer_returned', 'assigned',
  'clock_warned', 'clock_breached', 'promise_due', 'promise_broken', 'returned_silent', 'low_rating'));
