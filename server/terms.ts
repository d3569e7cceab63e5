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
  conversation: ['tag', 'topic', 'notice', 'channel', 'view'],
  message: ['conversation', 'file', 'notice', 'canned-reply', 'view'],
  clock: ['brand', 'conversation', 'notice', 'view'],
  promise: ['conversation', 'notice', 'view'],
  widget: ['conversation', 'message', 'customer', 'channel', 'file', 'view'],
  live: ['conversation', 'widget', 'staff', 'view'],
  installation: ['staff', 'brand', 'shop', 'channel', 'topic', 'canned-reply', 'clock'],
} as const satisfies Record<string, readonly string[]>
