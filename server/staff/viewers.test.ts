import { once } from 'node:events'
import type { FastifyRequest } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../../test/support/browser.ts'
import { addressOf, openStaffApp, password, type StaffApp } from '../../test/support/staff-app.ts'
import type { Platform } from '../platform/work.ts'
import { staffRoutes } from './routes.ts'
import { forgetViewers, viewerOf } from './viewers.ts'

let desk: StaffApp
let meiId: number
let request: FastifyRequest
let asked = 0
beforeAll(async () => {
  desk = await openStaffApp([staffRoutes])
  meiId = await desk.person('Mei', 'agent')
  const browser = openBrowser(desk.app)
  await browser.client.staff.signIn({ body: { email: addressOf('Mei'), password } })
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  request = { headers: { cookie }, ip: '192.0.2.1' } as FastifyRequest
  desk.platform.pool.on('acquire', () => {
    asked++
  })
})
afterAll(() => desk.close())
beforeEach(() => forgetViewers(desk.platform, 'all'))

/** How often the database is asked while this runs. */
async function asks(run: () => Promise<unknown>): Promise<number> {
  const before = asked
  await run()
  return asked - before
}

const look = (platform: Platform = desk.platform) => viewerOf(platform, request)

test('who was seen a moment ago costs no question to the database; after ten seconds one asks again', async () => {
  expect(await look()).toMatchObject({ staffId: meiId, name: 'Mei' })
  expect(await asks(look)).toBe(0)
  desk.pass(10)
  expect(await asks(look)).toBeGreaterThan(0)
})

test('each process remembers for itself, and forgets when the log tells it to', async () => {
  const other: Platform = { ...desk.platform, processId: 'other' }
  await look(other)
  await desk.platform.pool.query('update staff set suspended_at = now() where id = $1', [meiId])
  forgetViewers(desk.platform, meiId)
  expect(await look()).toBeNull()
  expect(await look(other)).not.toBeNull()
  forgetViewers(other, meiId)
  expect(await look(other)).toBeNull()
  await desk.platform.pool.query('update staff set suspended_at = null where id = $1', [meiId])
})

test('an answer that was under way when access changed is not remembered', async () => {
  const asking = once(desk.platform.pool, 'acquire')
  const underWay = look()
  await asking
  forgetViewers(desk.platform, meiId)
  await underWay
  expect(await asks(look)).toBeGreaterThan(0)
})

test('forgetting one person keeps the others', async () => {
  await look()
  forgetViewers(desk.platform, meiId + 1)
  expect(await asks(look)).toBe(0)
})

test('a cookie that we did not sign is refused without asking the database', async () => {
  const forged = { headers: { cookie: 'shopdesk.session_token=abc.def' }, ip: '192.0.2.1' } as FastifyRequest
  expect(await asks(async () => expect(await viewerOf(desk.platform, forged)).toBeNull())).toBe(0)
})
