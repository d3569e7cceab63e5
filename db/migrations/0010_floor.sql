-- no transaction
-- What the floor and "my day" look up: a person's answers of today, stretches that ended today, today's invitations.
create index concurrently if not exists message_by_staff on message (author_id, created_at)
  where author_kind = 'staff' and kind = 'message';
create index concurrently if not exists assignment_over on assignment (staff_id, ended_at) where ended_at is not null;
create index concurrently if not exists rating_invited on rating (invited_at);
create index concurrently if not exists promise_due on promise (due_at) where settled_at is null;
