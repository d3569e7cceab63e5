import type { Permission } from '../../domain/staff/permissions.ts'

/** Permissions in words; the dot becomes a dash because a dot parts the keys of a dictionary. */
export type PermissionKey = DashOf<Permission>
type DashOf<P extends string> = P extends `${infer Term}.${infer Verb}` ? `${Term}-${Verb}` : never

type TermOf<P> = P extends `${infer T}.${string}` ? T : never
export type PermissionWords = Record<PermissionKey, string> & { term: Record<TermOf<Permission>, string> }

const permissions: PermissionWords = {
  'installation-manage': 'Manage the installation',
  'brand-manage': 'Make and change brands',
  'shop-manage': 'Make and change shops and customer fields',
  'channel-manage': 'Make and change channels',
  'team-manage': 'Make and change teams',
  'department-manage': 'Make and change departments',
  'staff-read': 'See who works here',
  'staff-manage': 'Invite, suspend, give roles',
  'role-manage': 'Make and change roles',
  'customer-read': 'See customers',
  'customer-write': 'Change customers, tags and notes',
  'customer-block': 'Block and unblock customers',
  'conversation-read': 'Read conversations',
  'conversation-reply': 'Answer conversations',
  'conversation-assign': "Take over and move others' conversations",
  'conversation-spam': 'Mark as spam',
  'assignment-manage': 'Change how conversations are assigned, and simulate it',
  'rating-read': 'See the ratings of all agents',
  'canned_reply-share': 'Share canned replies',
  'topic-manage': 'Change the topic tree',
  'tag-manage': 'Rename and delete tags',
  'skill-manage': 'Change skills and who has them',
  'presence-manage': "Change others' presence, breaks and capacity",
  'roster-manage': 'Change the roster and peak events',
  'api-use': 'Use the API',
  term: {
    installation: 'Installation',
    brand: 'Brands',
    shop: 'Shops',
    channel: 'Channels',
    team: 'Teams',
    department: 'Departments',
    staff: 'Staff',
    role: 'Roles',
    customer: 'Customers',
    conversation: 'Conversations',
    assignment: 'Assignment',
    rating: 'Ratings',
    canned_reply: 'Canned replies',
    topic: 'Topics',
    tag: 'Tags',
    skill: 'Skills',
    presence: 'Presence',
    roster: 'Roster',
    api: 'API',
  },
}

export default permissions

/** The key of a permission's words: `staff.read` becomes `staff-read`. */
export function permissionKey(permission: Permission): PermissionKey {
  return permission.replace('.', '-') as PermissionKey
}
