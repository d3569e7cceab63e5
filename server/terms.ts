/**
 * Which term may use which other's actions and access. Without cycles: what would run against the graph
 * is a reaction, read from the log. `view` reads across terms and writes nothing; edges that answer reads use it.
 */
export const terms = {
  brand: [],
  shop: ['brand', 'channel'],
  channel: ['brand'],
  team: ['brand'],
  department: ['brand'],
  staff: ['team'],
  tag: ['brand'],
  topic: ['brand'],
  'canned-reply': ['brand'],
  file: [],
  notice: [],
  customer: ['brand', 'tag'],
  presence: ['brand', 'team', 'channel'],
  skill: ['brand', 'presence'],
  roster: ['brand', 'team', 'presence', 'view'],
  conversation: ['tag', 'topic', 'notice', 'channel', 'presence', 'view'],
  assignment: ['conversation', 'brand', 'notice', 'view'],
  rating: ['conversation', 'notice', 'view'],
  message: ['conversation', 'file', 'notice', 'canned-reply', 'view'],
  widget: ['assignment', 'conversation', 'message', 'rating', 'customer', 'channel', 'file', 'view'],
  live: ['conversation', 'presence', 'widget', 'staff', 'view'],
  installation: ['staff', 'brand', 'shop', 'channel', 'topic', 'canned-reply'],
} as const satisfies Record<string, readonly string[]>
