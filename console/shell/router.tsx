import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { readInboxSearch } from '../conversation/inbox-search.ts'
import { readRatingsSearch } from '../rating/ratings-search.ts'
import { needInstallation, needMe, needSection, toStart } from './admission.ts'
import { Frame } from './frame.tsx'
import { Crashed, Missing } from './lost.tsx'
import { settingsPages } from './settings-routes.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: Missing, errorComponent: Crashed })

/** Where to go on after signing in: an address of ours, never of another site. */
function door(search: Record<string, unknown>): { to?: string } {
  const { to } = search
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {}
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

const doors = [
  createRoute({
    getParentRoute: () => root,
    path: '/setup',
    validateSearch: (search): { token?: string } => ({ token: text(search.token) }),
    component: lazyRouteComponent(() => import('../installation/setup-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: door,
    beforeLoad: needInstallation,
    component: lazyRouteComponent(() => import('../staff/sign-in-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forgot',
    beforeLoad: needInstallation,
    component: lazyRouteComponent(() => import('../staff/forgot-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reset',
    validateSearch: (search): { token?: string } => ({ token: text(search.token) }),
    component: lazyRouteComponent(() => import('../staff/reset-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invite',
    validateSearch: (search): { token?: string } => ({ token: text(search.token) }),
    component: lazyRouteComponent(() => import('../staff/invitation-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rate',
    validateSearch: (search): { token?: string } => ({ token: text(search.token) }),
    component: lazyRouteComponent(() => import('../rating/rate-page.tsx')),
  }),
  createRoute({ getParentRoute: () => root, path: '/', beforeLoad: toStart }),
]

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: ({ location }) => needMe(location.href).then(() => undefined),
  component: Frame,
})

const inbox = createRoute({
  getParentRoute: () => frame,
  path: '/inbox/$view',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('../conversation/inbox-page.tsx')),
})

const customersPage = lazyRouteComponent(() => import('../customer/customers-page.tsx'))

const places = [
  inbox,
  createRoute({
    getParentRoute: () => frame,
    path: '/inbox',
    beforeLoad: () => {
      throw redirect({ to: '/inbox/$view', params: { view: 'mine' } })
    },
  }),
  createRoute({ getParentRoute: () => frame, path: '/customers', component: customersPage }),
  createRoute({ getParentRoute: () => frame, path: '/customers/$customerId', component: customersPage }),
  createRoute({
    getParentRoute: () => frame,
    path: '/ratings',
    validateSearch: readRatingsSearch,
    component: lazyRouteComponent(() => import('../rating/ratings-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/profile',
    component: lazyRouteComponent(() => import('../staff/profile-page.tsx')),
  }),
]

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  beforeLoad: ({ location }) => needSection(location.pathname),
  component: lazyRouteComponent(() => import('./settings-frame.tsx')),
})

const tree = root.addChildren([
  ...doors,
  frame.addChildren([...places, settings.addChildren(settingsPages(settings))]),
])

/** All addresses of the console; each page is loaded when it is first opened. */
export const router = createRouter({ routeTree: tree, defaultPreload: 'intent', scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
