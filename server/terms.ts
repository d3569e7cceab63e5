/**
 * Which term may use which other's actions and access. Without cycles: what would run against the graph
 * is a reaction (`reactions.ts`).
 */
export const terms = {
  brand: [],
  shop: ['brand', 'channel'],
  channel: [],
  team: [],
  department: [],
  staff: ['team'],
  tag: [],
  topic: [],
  'canned-reply': [],
  file: [],
  notice: [],
  customer: ['tag'],
  message: ['file', 'notice', 'canned-reply'],
  conversation: ['message', 'customer', 'tag', 'topic', 'notice'],
  widget: ['conversation', 'message', 'customer', 'channel', 'file'],
  installation: ['staff', 'brand', 'shop', 'channel', 'topic', 'canned-reply'],
} as const satisfies Record<string, readonly string[]>
