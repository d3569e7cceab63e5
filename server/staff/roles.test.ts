import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtInRoles } from '../../domain/staff/roles.ts'
import { type Browser, openBrowser } from '../../test/support/browser.ts'
import { addressOf, openStaffApp, password, type StaffApp } from '../../test/support/staff-app.ts'
import { keepBuiltInRoles } from './actions/roles.ts'
import { staffRoutes } from './routes.ts'

let desk: StaffApp
let lin: Browser
let wen: Browser
let meiId: number
beforeAll(async () => {
  desk = await openStaffApp([staffRoutes])
  await desk.person('Lin', 'owner')
  await desk.person('Wen', 'administrator')
  meiId = await desk.person('Mei', 'agent')
  lin = await signedIn('Lin')
  wen = await signedIn('Wen')
})
afterAll(() => desk.close())

async function signedIn(name: string): Promise<Browser> {
  const browser = openBrowser(desk.app)
  await browser.client.staff.signIn({ body: { email: addressOf(name), password } })
  return browser
}

const name = { 'zh-CN': '退款专员', en: 'Refunds' }
const everywhere = { brandId: null, shopId: null, teamId: null }

test('the built-in roles are there and are what the program says, also after an update of it', async () => {
  await desk.platform.pool.query(`update role set permissions = '{}' where built_in = 'agent'`)
  await keepBuiltInRoles(desk.platform.kysely)
  const { roles } = await lin.client.staff.listRoles()
  expect(Object.fromEntries(roles.map((role) => [role.builtIn, role.permissions]))).toEqual(
    Object.fromEntries(Object.entries(builtInRoles).map(([key, role]) => [key, role.permissions])),
  )
  expect(roles.find((role) => role.builtIn === 'agent')?.holders).toBe(1)
})

test('an own role of permissions that one holds can be made, given, changed, and deleted when nobody holds it', async () => {
  const { roleId } = await wen.client.staff.createRole({
    body: { name, permissions: ['conversation.read', 'conversation.read'] },
  })
  const set = (grants: object[]) =>
    wen.client.staff.setGrants({ params: { staffId: meiId }, body: { grants: grants as never } })
  await set([{ roleId, ...everywhere }])
  const mei = await signedIn('Mei')
  expect((await mei.client.staff.getMe()).grants).toMatchObject([{ permissions: ['conversation.read'] }])
  await wen.client.staff.updateRole({ params: { roleId }, body: { permissions: ['staff.read'] } })
  expect((await mei.client.staff.listStaff()).staff).toHaveLength(3)
  await expect(wen.client.staff.deleteRole({ params: { roleId } })).rejects.toMatchObject({
    code: 'role_held',
  })
  await set([])
  await wen.client.staff.deleteRole({ params: { roleId } })
})

test('nobody widens a role beyond what they hold', async () => {
  const tooMuch = wen.client.staff.createRole({ body: { name, permissions: ['installation.manage'] } })
  await expect(tooMuch).rejects.toMatchObject({ code: 'grant_too_wide' })
  const { roleId } = await lin.client.staff.createRole({ body: { name, permissions: ['conversation.read'] } })
  const wider = wen.client.staff.updateRole({
    params: { roleId },
    body: { permissions: ['conversation.read', 'installation.manage'] },
  })
  await expect(wider).rejects.toMatchObject({ code: 'grant_too_wide' })
})

test('who holds a permission in one brand does not add it to a role that is held everywhere', async () => {
  const [brandId] = (
    await desk.platform.pool.query(
      `insert into brand (name, created_at) values ('Willow', now()) returning id`,
    )
  ).rows.map((row) => row.id)
  await desk.person('Hua', 'administrator', { brandId })
  const hua = await signedIn('Hua')
  const { roleId } = await lin.client.staff.createRole({ body: { name, permissions: ['conversation.read'] } })
  const grants = [{ roleId, ...everywhere }]
  await lin.client.staff.setGrants({ params: { staffId: meiId }, body: { grants } })
  const wider = hua.client.staff.updateRole({
    params: { roleId },
    body: { permissions: ['conversation.read', 'customer.read'] },
  })
  await expect(wider).rejects.toMatchObject({ code: 'grant_too_wide' })
})

test('built-in roles cannot be changed', async () => {
  const roleId = await desk.roleId('agent')
  const { updateRole, deleteRole } = lin.client.staff
  for (const attempt of [
    () => updateRole({ params: { roleId }, body: { name } }),
    () => deleteRole({ params: { roleId } }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: 'role_built_in' })
  }
})
