create table brand (
  id bigint generated always as identity primary key,
  name text not null,
  archived_at timestamptz,
  created_at timestamptz not null
);
create unique index brand_name on brand (lower(name));

create table shop (
  id bigint generated always as identity primary key,
  brand_id bigint not null references brand,
  name text not null,
  time_zone text not null,
  languages text[] not null check (cardinality(languages) > 0),
  colour text not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  unique (brand_id, id)
);
create unique index shop_name on shop (brand_id, lower(name));

-- Keys with which a shop signs who its logged-in customers are. The secret is needed in clear to check signatures.
create table shop_identity_key (
  id bigint generated always as identity primary key,
  brand_id bigint not null,
  shop_id bigint not null,
  key_id text not null unique,
  secret text not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  foreign key (brand_id, shop_id) references shop (brand_id, id)
);
create index shop_identity_key_shop on shop_identity_key (shop_id);

create table channel (
  id bigint generated always as identity primary key,
  brand_id bigint not null,
  shop_id bigint not null,
  kind text not null check (kind in ('webchat')),
  name text not null,
  key text not null unique check (key ~ '^[0-9a-f]{32}$'),
  settings jsonb not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  unique (brand_id, id),
  foreign key (brand_id, shop_id) references shop (brand_id, id)
);
create unique index channel_name on channel (shop_id, lower(name));

create table role (
  id bigint generated always as identity primary key,
  built_in text unique,
  name jsonb not null,
  permissions text[] not null,
  created_at timestamptz not null default now()
);

create table staff (
  id bigint generated always as identity primary key,
  auth_user_id text not null unique,
  name text not null,
  email text not null,
  language text not null,
  settings jsonb not null default '{}',
  two_factor boolean not null default false,
  suspended_at timestamptz,
  last_seen_at timestamptz,
  created_at timestamptz not null
);
create unique index staff_email on staff (lower(email));

create table team (
  id bigint generated always as identity primary key,
  brand_id bigint references brand,
  name text not null,
  archived_at timestamptz,
  created_at timestamptz not null
);
create unique index team_name on team (coalesce(brand_id, 0), lower(name));

create table team_member (
  team_id bigint not null references team on delete cascade,
  staff_id bigint not null references staff,
  primary key (team_id, staff_id)
);
create index team_member_staff on team_member (staff_id);

create table department (
  id bigint generated always as identity primary key,
  brand_id bigint references brand,
  name text not null,
  archived_at timestamptz,
  created_at timestamptz not null
);
create unique index department_name on department (coalesce(brand_id, 0), lower(name));

create table department_member (
  department_id bigint not null references department on delete cascade,
  staff_id bigint not null references staff,
  primary key (department_id, staff_id)
);
create index department_member_staff on department_member (staff_id);

-- A role held over a part of the organisation; null means no limit.
create table staff_grant (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff,
  role_id bigint not null references role,
  brand_id bigint references brand,
  shop_id bigint references shop,
  team_id bigint references team
);
create index staff_grant_staff on staff_grant (staff_id);
create index staff_grant_role on staff_grant (role_id);

-- Links for one purpose, stored as SHA-256 of their token.
create table invitation (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  email text not null,
  name text not null,
  grants jsonb not null,
  team_ids bigint[] not null default '{}',
  invited_by bigint references staff,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create unique index invitation_open on invitation (lower(email)) where accepted_at is null and withdrawn_at is null;

create table password_reset (
  token_hash bytea primary key,
  staff_id bigint not null references staff,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table tag (
  id bigint generated always as identity primary key,
  brand_id bigint not null references brand,
  name text not null,
  colour text not null,
  created_at timestamptz not null,
  unique (brand_id, id)
);
create unique index tag_name on tag (brand_id, lower(name));

create table topic (
  id bigint generated always as identity primary key,
  brand_id bigint not null references brand,
  parent_id bigint,
  stage text not null check (stage in ('pre_sales', 'in_sales', 'after_sales', 'complaint')),
  name jsonb not null,
  position integer not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  unique (brand_id, id),
  foreign key (brand_id, parent_id) references topic (brand_id, id)
);

create table canned_reply (
  id bigint generated always as identity primary key,
  brand_id bigint not null references brand,
  owner_id bigint references staff,
  shortcut text not null,
  text jsonb not null,
  used integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index canned_reply_shortcut on canned_reply (brand_id, coalesce(owner_id, 0), lower(shortcut));

create table custom_field (
  id bigint generated always as identity primary key,
  brand_id bigint not null references brand,
  key text not null,
  name jsonb not null,
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'yes_no')),
  choices text[] not null default '{}',
  archived_at timestamptz,
  created_at timestamptz not null,
  unique (brand_id, key)
);
