/**
 * Which term may use which other's actions and access. Without cycles: what would run against the graph
 * is a reaction (`reactions.ts`).
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
  conversation: ['tag', 'topic', 'notice'],
  message: ['conversation', 'file', 'notice', 'canned-reply'],
  widget: ['conversation', 'message', 'customer', 'channel', 'file'],
  live: ['conversation', 'widget', 'staff'],
  installation: ['staff', 'brand', 'shop', 'channel', 'topic', 'canned-reply'],
} as const satisfies Record<string, readonly string[]>
