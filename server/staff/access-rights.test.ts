import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { BuiltInRoleKey } from '../../domain/staff/roles.ts'
import { type Browser, openBrowser } from '../../test/support/browser.ts'
import { addressOf, openStaffApp, password, type StaffApp } from '../../test/support/staff-app.ts'
import { staffRoutes } from './routes.ts'

let desk: StaffApp
let lin: Browser
let number = 0
let brandIds: number[]
let shopIds: number[]
beforeAll(async () => {
  desk = await openStaffApp([staffRoutes])
  await desk.person('Lin', 'owner')
  lin = await signedIn('Lin')
  const { rows } = await desk.platform.pool.query<{ id: number; brand_id: number }>(`
    with b as (insert into brand (name, created_at) values ('Willow', now()), ('Birch', now()) returning id, name)
    insert into shop (brand_id, name, time_zone, languages, colour, created_at)
    select id, name, 'UTC', array['en'], '#000000', now() from b order by id returning id, brand_id`)
  brandIds = rows.map((row) => row.brand_id)
  shopIds = rows.map((row) => row.id)
})
afterAll(() => desk.close())
beforeEach(() => {
  number++
})

async function signedIn(name: string): Promise<Browser> {
  const browser = openBrowser(desk.app)
  await browser.client.staff.signIn({ body: { email: addressOf(name), password } })
  return browser
}

/** A newcomer with a name that no other test uses. */
async function newcomer(role: BuiltInRoleKey, part = {}) {
  const name = `${role.replace('_', '.')}.${number}`
  const staffId = await desk.person(name, role, part)
  return { name, staffId, browser: await signedIn(name) }
}

const grant = async (role: BuiltInRoleKey, part = {}) => ({
  roleId: await desk.roleId(role),
  brandId: null,
  shopId: null,
  teamId: null,
  ...part,
})

test('nobody gives more than they hold, to others or to themselves', async () => {
  const { browser, staffId } = await newcomer('administrator')
  const mei = await desk.person(`Mei.${number}`, 'agent')
  const setGrants = browser.client.staff.setGrants
  for (const to of [mei, staffId]) {
    const owner = setGrants({ params: { staffId: to }, body: { grants: [await grant('owner')] } })
    await expect(owner).rejects.toMatchObject({ status: 403, code: 'grant_too_wide' })
  }
  await setGrants({ params: { staffId: mei }, body: { grants: [await grant('supervisor')] } })
})

test('who manages one brand gives roles in it only, and leaves those of other brands alone', async () => {
  const { browser } = await newcomer('administrator', { brandId: brandIds[0] })
  const mei = await desk.person(`Mei.${number}`, 'agent', { brandId: brandIds[1] })
  const set = async (...grants: Awaited<ReturnType<typeof grant>>[]) =>
    browser.client.staff.setGrants({ params: { staffId: mei }, body: { grants } })
  const elsewhere = await grant('agent', { brandId: brandIds[1] })
  await set(elsewhere, await grant('agent', { brandId: brandIds[0], shopId: shopIds[0] }))
  await expect(set(await grant('agent', { brandId: brandIds[0] }))).rejects.toMatchObject({
    code: 'grant_too_wide',
  })
  await expect(set(elsewhere, await grant('agent'))).rejects.toMatchObject({ code: 'grant_too_wide' })
  const smuggled = await grant('agent', { brandId: brandIds[0], shopId: shopIds[1] })
  await expect(set(elsewhere, smuggled)).rejects.toMatchObject({ code: 'shop_not_found' })
})

test('who holds less neither suspends nor takes over who holds more', async () => {
  const { browser } = await newcomer('administrator')
  const owner = await desk.person(`Owner.${number}`, 'owner')
  const params = { staffId: owner }
  const { staff } = browser.client
  const tries = [
    () => staff.updateStaff({ params, body: { suspended: true } }),
    () => staff.makeResetLink({ params }),
  ]
  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'staff_holds_more' })
  await expect(staff.setGrants({ params, body: { grants: [] } })).rejects.toMatchObject({
    code: 'grant_too_wide',
  })
  await lin.client.staff.setGrants({ params, body: { grants: [] } })
})

test('an agent manages nobody', async () => {
  const { browser, staffId } = await newcomer('agent')
  const attempt = browser.client.staff.setGrants({ params: { staffId }, body: { grants: [] } })
  await expect(attempt).rejects.toMatchObject({ status: 403, code: 'not_allowed' })
})

test('a suspended person is nobody at once, and signs in no more until restored', async () => {
  const { browser, staffId, name } = await newcomer('agent')
  await browser.client.staff.getMe()
  await lin.client.staff.updateStaff({ params: { staffId }, body: { suspended: true } })
  await expect(browser.client.staff.getMe()).rejects.toMatchObject({ code: 'sign_in_needed' })
  await expect(signedIn(name)).rejects.toMatchObject({ status: 403, code: 'suspended' })
  await lin.client.staff.updateStaff({ params: { staffId }, body: { suspended: false } })
  await expect(browser.client.staff.getMe()).rejects.toMatchObject({ code: 'sign_in_needed' })
  await signedIn(name)
})

test('lost roles are gone with the next request', async () => {
  const { browser, staffId } = await newcomer('administrator')
  await browser.client.staff.listStaff()
  await lin.client.staff.setGrants({ params: { staffId }, body: { grants: [] } })
  await expect(browser.client.staff.listStaff()).rejects.toMatchObject({ code: 'not_allowed' })
})

test('nobody suspends themselves, and the last owner stays one', async () => {
  const { staffId } = await lin.client.staff.getMe()
  const { staff } = lin.client
  const params = { staffId }
  await expect(staff.updateStaff({ params, body: { suspended: true } })).rejects.toMatchObject({
    code: 'not_yourself',
  })
  const limited = { grants: [await grant('owner', { brandId: brandIds[0] })] }
  await expect(staff.setGrants({ params, body: limited })).rejects.toMatchObject({ code: 'last_owner' })
})

test('of two owners who demote or suspend each other at the same moment, one remains', async () => {
  for (const round of [1, 2, 3, 4]) {
    const second = await desk.person(`Second.${round}.${number}`, 'owner')
    const other = await signedIn(`Second.${round}.${number}`)
    const first = (await lin.client.staff.getMe()).staffId
    const demote = (by: Browser, staffId: number) =>
      by.client.staff.setGrants({ params: { staffId }, body: { grants: [] } })
    const suspend = (by: Browser, staffId: number) =>
      by.client.staff.updateStaff({ params: { staffId }, body: { suspended: true } })
    const act = round % 2 === 0 ? demote : suspend
    const outcomes = await Promise.allSettled([act(lin, second), act(other, first)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { rows } = await desk.platform.pool.query(`
      select s.id from staff s join staff_grant g on g.staff_id = s.id join role r on r.id = g.role_id
      where r.built_in = 'owner' and s.suspended_at is null and g.brand_id is null`)
    expect(rows).toHaveLength(1)
    if (rows[0].id === second) lin = other
  }
})
