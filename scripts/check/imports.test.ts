import { describe, expect, test } from 'vitest'
import { faultLine } from './fault.ts'
import { importFaults } from './imports.ts'
import { plant } from './plant.ts'

/** A small house in good order: every kind of import that is allowed, once. */
const goodHouse: Record<string, string> = {
  'docs/dependencies.md':
    '| package | where | why |\n| --- | --- | --- |\n| `zod` | domain, server | shapes of what crosses the wire |\n',
  'node_modules/zod/package.json': '{"name":"zod","main":"zod.js"}',
  'node_modules/zod/zod.js': 'export const z = 1',
  'node_modules/pg/package.json': '{"name":"pg","main":"pg.js"}',
  'node_modules/pg/pg.js': 'export const pg = 1',
  'node_modules/preact/package.json': '{"name":"preact","main":"preact.js"}',
  'node_modules/preact/preact.js': 'export const h = 1',
  'package.json': '{"dependencies":{"zod":"4","pg":"8","preact":"11"}}',
  'domain/staff/staff.ts': "import { z } from 'zod'\nexport const staff = z\nexport type Staff = number",
  'domain/brand/brand.ts': "import { staff } from '../staff/staff.ts'\nexport const brand = staff",
  'server/terms.ts': "export const terms = { staff: [], brand: ['staff'], shop: [] }",
  'server/platform/db.ts':
    "import { readFileSync } from 'node:fs'\nimport { pg } from 'pg'\nexport const db = [pg, readFileSync]",
  'server/staff/store.ts': "import { db } from '../platform/db.ts'\nexport const rows = db",
  'server/staff/access.ts': "import { rows } from './store.ts'\nexport const accessStaff = rows",
  'server/staff/actions.ts': "import { accessStaff } from './access.ts'\nexport const act = accessStaff",
  'server/staff/routes.ts': "import { act } from './actions.ts'\nexport const routes = act",
  'server/brand/store.ts': 'export const brandRows = 1',
  'server/brand/actions.ts': "import { act } from '../staff/actions.ts'\nexport const merge = act",
  'server/shop/store.ts': 'export const shopRows = 1',
  'server/shop/actions.ts': 'export const open = 1',
  'server/view/inbox.ts': "import { rows } from '../staff/store.ts'\nexport const inbox = rows",
  'server/reactions.ts': "import { merge } from './brand/actions.ts'\nexport const reactions = merge",
  'server/main.ts':
    "import { reactions } from './reactions.ts'\nimport { routes } from './staff/routes.ts'\nexport const all = [reactions, routes]",
  'console/main.tsx':
    "import { brand } from '../domain/brand/brand.ts'\nexport const screen = <p>{brand}</p>",
  'cli/main.ts': "import { db } from '../server/platform/db.ts'\nexport const command = db",
  'widget/paths.ts': 'export const paths = 1',
  'widget/main.tsx':
    "import type { Staff } from '../domain/staff/staff.ts'\nimport { h } from 'preact'\nimport { paths } from './paths.ts'\nexport const shown: [Staff, unknown, unknown] = [1, h, paths]",
  'test/support/make.ts': "import { rows } from '../../server/staff/store.ts'\nexport const make = rows",
  'server/brand/actions.test.ts':
    "import { make } from '../../test/support/make.ts'\nimport { shopRows } from '../shop/store.ts'\nexport const both = [make, shopRows]",
}

const faultsWith = async (planted: Record<string, string>) =>
  (await importFaults(plant({ ...goodHouse, ...planted }))).map(faultLine)

test('a house in good order has no fault', async () => {
  expect(await faultsWith({})).toEqual([])
})

describe('a planted import is refused', () => {
  test.each([
    [
      'domain-is-pure',
      'domain/staff/clock.ts',
      "import { readFileSync } from 'node:fs'\nexport const c = readFileSync",
    ],
    ['domain-stands-alone', 'domain/staff/clock.ts', "import { pg } from 'pg'\nexport const c = pg"],
    [
      'domain-stands-alone',
      'domain/staff/clock.ts',
      "import { db } from '../../server/platform/db.ts'\nexport const c = db",
    ],
    [
      'platform-knows-no-term',
      'server/platform/http.ts',
      "import { act } from '../staff/actions.ts'\nexport const h = act",
    ],
    [
      'edges-call-actions',
      'server/staff/jobs.ts',
      "import { rows } from './store.ts'\nexport const j = rows",
    ],
    [
      'edges-call-actions',
      'server/staff/readers.ts',
      "import { rows } from './store.ts'\nexport const j = rows",
    ],
    [
      'actions-know-no-edge',
      'server/shop/actions.ts',
      "import { r } from './routes.ts'\nexport const open = r",
    ],
    [
      'access-decides-alone',
      'server/shop/access.ts',
      "import { open } from './actions.ts'\nexport const a = open",
    ],
    [
      'store-is-sql',
      'server/staff/store/list.ts',
      "import { accessStaff } from '../access.ts'\nexport const l = accessStaff",
    ],
    [
      'other-terms-by-their-door',
      'server/brand/access.ts',
      "import { rows } from '../staff/store.ts'\nexport const a = rows",
    ],
    [
      'edges-of-staff',
      'server/staff/access.ts',
      "import { open } from '../shop/actions.ts'\nexport const accessStaff = open",
    ],
    [
      'terms-know-no-wiring',
      'server/shop/actions.ts',
      "import { terms } from '../terms.ts'\nexport const open = terms",
    ],
    [
      'wiring-uses-actions',
      'server/reactions.ts',
      "import { rows } from './staff/store.ts'\nexport const reactions = rows",
    ],
    [
      'view-writes-nothing',
      'server/view/floor.ts',
      "import { act } from '../staff/actions.ts'\nexport const f = act",
    ],
    [
      'server-knows-no-screen',
      'server/shop/actions.ts',
      "import { paths } from '../../widget/paths.ts'\nexport const open = paths",
    ],
    [
      'console-knows-domain',
      'console/inbox.tsx',
      "import { db } from '../server/platform/db.ts'\nexport const i = db",
    ],
    ['console-in-a-browser', 'console/inbox.tsx', "import { join } from 'node:path'\nexport const i = join"],
    [
      'cli-knows-domain',
      'cli/backup.ts',
      "import { rows } from '../server/staff/store.ts'\nexport const b = rows",
    ],
    [
      'widget-knows-domain',
      'widget/thread.tsx',
      "import { screen } from '../console/main.tsx'\nexport const t = screen",
    ],
    [
      'widget-takes-types-only',
      'widget/thread.tsx',
      "import { staff } from '../domain/staff/staff.ts'\nexport const t = staff",
    ],
    ['widget-stays-small', 'widget/thread.tsx', "import { z } from 'zod'\nexport const t = z"],
    [
      'no-tests-in-the-product',
      'server/shop/actions.ts',
      "import { make } from '../../test/support/make.ts'\nexport const open = make",
    ],
    [
      'no-cycles',
      'domain/staff/staff.ts',
      "import { brand } from '../brand/brand.ts'\nexport const staff = brand",
    ],
    ['resolvable', 'domain/staff/clock.ts', "import { gone } from './gone.ts'\nexport const c = gone"],
    ['no index.ts', 'domain/staff/index.ts', "export { staff } from './staff.ts'"],
  ])('%s: %s', async (rule, path, text) => {
    const planted: Record<string, string> =
      rule === 'actions-know-no-edge' ? { 'server/shop/routes.ts': 'export const r = 1' } : {}
    const faults = await faultsWith({ ...planted, [path]: text })
    expect(faults.filter((line) => line.includes(path)).join('\n')).toContain(rule)
  })
})

test('a type that crosses the fence is seen as well as a value', async () => {
  const faults = await faultsWith({
    'server/platform/http.ts': "import type { act } from '../staff/actions.ts'\nexport type H = typeof act",
  })
  expect(faults.join('\n')).toContain('platform-knows-no-term')
})

test('an import that is awaited in the middle of a function is seen', async () => {
  const faults = await faultsWith({
    'console/inbox.tsx': "export const i = async () => (await import('../server/platform/db.ts')).db",
  })
  expect(faults.join('\n')).toContain('console-knows-domain')
})
