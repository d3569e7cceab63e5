/** Every permission there is, in one list. Roles combine them; endpoints and access checks name them. */
export const permissions = [
  'installation.manage',
  'brand.manage',
  'shop.manage',
  'channel.manage',
  'team.manage',
  'department.manage',
  'staff.read',
  'staff.manage',
  'role.manage',
  'customer.read',
  'customer.write',
  'customer.block',
  'conversation.read',
  'conversation.reply',
  'conversation.assign',
  'conversation.spam',
  'assignment.manage',
  'canned_reply.share',
  'topic.manage',
  'tag.manage',
  'skill.manage',
  'presence.manage',
  'roster.manage',
  'api.use',
] as const

export type Permission = (typeof permissions)[number]
