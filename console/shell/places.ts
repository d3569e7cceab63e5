import type { Permission } from '../../domain/staff/permissions.ts'
import { holds, type Viewer } from '../../domain/staff/scope.ts'

export type PlaceName = 'day' | 'inbox' | 'floor' | 'customers' | 'ratings' | 'settings'

export interface OfferedPlace {
  name: PlaceName
  /** Where it opens. */
  to: string
}

export interface SettingsSection {
  name:
    | 'staff'
    | 'roles'
    | 'teams'
    | 'departments'
    | 'skills'
    | 'breaks'
    | 'roster'
    | 'handover'
    | 'peakEvents'
    | 'assignment'
    | 'brands'
    | 'shopList'
    | 'channels'
    | 'customFields'
    | 'topics'
    | 'tags'
    | 'cannedReplies'
    | 'clocks'
    | 'calendars'
  group: 'people' | 'work' | 'shops' | 'answering'
  to: string
  /** Who sees it. */
  needs: Permission | readonly Permission[]
}

const sections: readonly SettingsSection[] = [
  { name: 'staff', group: 'people', to: '/settings/staff', needs: 'staff.read' },
  { name: 'roles', group: 'people', to: '/settings/roles', needs: 'staff.read' },
  { name: 'teams', group: 'people', to: '/settings/teams', needs: 'team.manage' },
  { name: 'departments', group: 'people', to: '/settings/departments', needs: 'department.manage' },
  { name: 'roster', group: 'work', to: '/settings/roster', needs: 'staff.read' },
  { name: 'handover', group: 'work', to: '/settings/handover', needs: 'conversation.reply' },
  { name: 'skills', group: 'work', to: '/settings/skills', needs: 'skill.manage' },
  { name: 'breaks', group: 'work', to: '/settings/breaks', needs: 'presence.manage' },
  { name: 'peakEvents', group: 'work', to: '/settings/peak-events', needs: 'roster.manage' },
  { name: 'assignment', group: 'work', to: '/settings/assignment', needs: 'assignment.manage' },
  { name: 'brands', group: 'shops', to: '/settings/brands', needs: 'brand.manage' },
  { name: 'shopList', group: 'shops', to: '/settings/shops', needs: 'shop.manage' },
  { name: 'channels', group: 'shops', to: '/settings/channels', needs: 'channel.manage' },
  { name: 'customFields', group: 'shops', to: '/settings/customer-fields', needs: 'shop.manage' },
  { name: 'topics', group: 'answering', to: '/settings/topics', needs: 'topic.manage' },
  { name: 'tags', group: 'answering', to: '/settings/tags', needs: 'tag.manage' },
  {
    name: 'cannedReplies',
    group: 'answering',
    to: '/settings/canned-replies',
    needs: ['conversation.reply', 'canned_reply.share'],
  },
  { name: 'clocks', group: 'answering', to: '/settings/service-clocks', needs: 'clock.manage' },
  { name: 'calendars', group: 'answering', to: '/settings/service-calendars', needs: 'clock.manage' },
]

/** The settings that this person may open, in the order of the list. */
export function offeredSections(viewer: Viewer): SettingsSection[] {
  return sections.filter(({ needs }) => holdsAny(viewer, needs))
}

/** The places of the rail that this person may open. Settings open at their first section. */
export function offeredPlaces(viewer: Viewer): OfferedPlace[] {
  const first = offeredSections(viewer)[0]
  return [
    ...(holds(viewer, 'conversation.reply') ? [{ name: 'day', to: '/day' } as const] : []),
    ...(holds(viewer, 'conversation.read') ? [{ name: 'inbox', to: '/inbox/mine' } as const] : []),
    ...(holds(viewer, 'floor.read') ? [{ name: 'floor', to: '/floor' } as const] : []),
    ...(holds(viewer, 'customer.read') ? [{ name: 'customers', to: '/customers' } as const] : []),
    ...(seesRatings(viewer) ? [{ name: 'ratings', to: '/ratings' } as const] : []),
    ...(first ? [{ name: 'settings', to: first.to } as const] : []),
  ]
}

/** Ratings of everybody, or at least the own ones. */
function seesRatings(viewer: Viewer): boolean {
  return holds(viewer, 'rating.read') || holds(viewer, 'conversation.reply')
}

/** Where a person begins: agents with their day, who leads with the inbox, others with their first place. */
export function startPlace(viewer: Viewer): string {
  const leads = holds(viewer, 'floor.read')
  return offeredPlaces(viewer).find(({ name }) => !leads || name !== 'day')?.to ?? '/profile'
}

/** Whether this person may open an address inside the settings. */
export function mayOpen(viewer: Viewer, path: string): boolean {
  const section = sections.find(({ to }) => path === to || path.startsWith(`${to}/`))
  return !section || holdsAny(viewer, section.needs)
}

function holdsAny(viewer: Viewer, needs: SettingsSection['needs']): boolean {
  return typeof needs === 'string' ? holds(viewer, needs) : needs.some((one) => holds(viewer, one))
}
