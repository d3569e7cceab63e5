import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readRosterSearch } from '../roster/roster-search.ts'

/** Address inside the settings -> the page, loaded when it is first opened. */
const pages = {
  staff: lazyRouteComponent(() => import('../staff/staff-page.tsx')),
  roles: lazyRouteComponent(() => import('../staff/roles-page.tsx')),
  teams: lazyRouteComponent(() => import('../team/teams-page.tsx')),
  departments: lazyRouteComponent(() => import('../department/departments-page.tsx')),
  assignment: lazyRouteComponent(() => import('../assignment/assignment-page.tsx')),
  'assignment/simulator': lazyRouteComponent(() => import('../assignment/simulator-page.tsx')),
  brands: lazyRouteComponent(() => import('../brand/brands-page.tsx')),
  shops: lazyRouteComponent(() => import('../shop/shops-page.tsx')),
  channels: lazyRouteComponent(() => import('../channel/channels-page.tsx')),
  'customer-fields': lazyRouteComponent(() => import('../shop/customer-fields-page.tsx')),
  topics: lazyRouteComponent(() => import('../topic/topics-page.tsx')),
  tags: lazyRouteComponent(() => import('../tag/tags-page.tsx')),
  'canned-replies': lazyRouteComponent(() => import('../canned-reply/canned-replies-page.tsx')),
  'service-clocks': lazyRouteComponent(() => import('../clock/policies-page.tsx')),
  'service-calendars': lazyRouteComponent(() => import('../clock/calendars-page.tsx')),
  skills: lazyRouteComponent(() => import('../skill/skills-page.tsx')),
  breaks: lazyRouteComponent(() => import('../presence/breaks-page.tsx')),
  roster: lazyRouteComponent(() => import('../roster/roster-page.tsx')),
  handover: lazyRouteComponent(() => import('../roster/handover-page.tsx')),
  'peak-events': lazyRouteComponent(() => import('../roster/peak-events-page.tsx')),
} as const

/** The routes of the settings' pages. `?open=4` opens one row's sheet, so that it has an address. */
export function settingsPages(parent: AnyRoute) {
  return Object.entries(pages).map(([path, component]) =>
    createRoute({
      getParentRoute: () => parent,
      path,
      component,
      validateSearch: path === 'roster' ? readRosterSearch : openRow,
    }),
  )
}

function openRow(search: Record<string, unknown>): { open?: number | 'new' } {
  if (search.open === 'new') return { open: 'new' }
  const open = Number(search.open)
  return Number.isSafeInteger(open) && open > 0 ? { open } : {}
}
