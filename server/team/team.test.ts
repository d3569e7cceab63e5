import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'

let app: TestApp
let owner: Caller['client']
let otherBrandId: number
let ada: Caller & { staffId: number }
let ben: Caller & { staffId: number }

beforeAll(async () => {
  app = await testApp()
  owner = app.owner.client
  otherBrandId = (await owner.brand.createBrand({ body: { name: 'Harbour' } })).brandId
  ada = await app.staff('Ada', 'administrator', { brandId: app.brandId })
  ben = await app.staff('Ben', 'agent', { shopId: app.shopId })
})
afterAll(() => app.close())

async function accessChanges(): Promise<number[]> {
  const found = await app.platform.pool.query<{ id: number }>(
    `select (data ->> 'staffId')::int as id from event where name = 'staff.access_changed' order by id`,
  )
  return found.rows.map((row) => row.id)
}

test('members are replaced as a whole, and just those who came or went are told to look anew', async () => {
  const { teamId } = await owner.team.createTeam({ body: { name: 'Night', memberIds: [ada.staffId] } })
  const before = await accessChanges()
  await owner.team.updateTeam({
    params: { teamId },
    body: { memberIds: [ada.staffId, ben.staffId, ben.staffId] },
  })
  const after = await accessChanges()
  expect(after.length - before.length).toBe(1)
  expect(after.filter((id) => id === ben.staffId).length).toBe(
    before.filter((id) => id === ben.staffId).length + 1,
  )
  const { teams } = await owner.team.listTeams()
  expect(teams.find((team) => team.id === teamId)?.memberIds).toEqual([ada.staffId, ben.staffId])
})

test('a list with a stranger in it changes nobody', async () => {
  const { teamId } = await owner.team.createTeam({ body: { name: 'Day', memberIds: [ada.staffId] } })
  await expect(
    owner.team.updateTeam({ params: { teamId }, body: { name: 'Noon', memberIds: [ben.staffId, 999_999] } }),
  ).rejects.toMatchObject({ code: 'team_member_unknown' })
  const { teams } = await owner.team.listTeams()
  expect(teams.find((team) => team.id === teamId)).toMatchObject({ name: 'Day', memberIds: [ada.staffId] })
})

test('two lists of members at once: one of them wins whole', async () => {
  const { teamId } = await owner.team.createTeam({ body: { name: 'Swing' } })
  const lists = [[ada.staffId], [ben.staffId]]
  for (let round = 0; round < 5; round++) {
    await Promise.all(
      lists.map((memberIds) => owner.team.updateTeam({ params: { teamId }, body: { memberIds } })),
    )
    const { teams } = await owner.team.listTeams()
    expect(lists).toContainEqual(teams.find((team) => team.id === teamId)?.memberIds)
  }
})

test('who holds a role over one brand neither sees nor manages teams of another or of all', async () => {
  const theirs = await owner.team.createTeam({ body: { brandId: otherBrandId, name: 'Harbour crew' } })
  const all = await owner.team.createTeam({ body: { name: 'Everyone' } })
  const names = (await ada.client.team.listTeams()).teams.map((team) => team.name)
  expect(names).not.toContain('Harbour crew')
  expect(names).toContain('Everyone')
  const change = (teamId: number) =>
    ada.client.team.updateTeam({ params: { teamId }, body: { archived: true } })
  await expect(change(theirs.teamId)).rejects.toMatchObject({ code: 'team_not_found' })
  await expect(change(all.teamId)).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(
    ada.client.team.createTeam({ body: { brandId: otherBrandId, name: 'X' } }),
  ).rejects.toMatchObject({ code: 'brand_not_found' })
  const own = await ada.client.team.createTeam({ body: { brandId: app.brandId, name: 'Lantern crew' } })
  await change(own.teamId)
})

test('a team name is taken within its brand; another brand may use it', async () => {
  await owner.team.createTeam({ body: { brandId: app.brandId, name: 'Returns' } })
  await owner.team.createTeam({ body: { brandId: otherBrandId, name: 'Returns' } })
  await expect(
    owner.team.createTeam({ body: { brandId: app.brandId, name: 'returns' } }),
  ).rejects.toMatchObject({ code: 'team_name_taken' })
})

test('departments keep the same promises', async () => {
  const { departmentId } = await owner.department.createDepartment({
    body: { brandId: otherBrandId, name: 'Warehouse', memberIds: [ben.staffId] },
  })
  expect((await owner.department.listDepartments()).departments).toMatchObject([
    { id: departmentId, name: 'Warehouse', memberIds: [ben.staffId], archived: false },
  ])
  expect((await ada.client.department.listDepartments()).departments).toEqual([])
  const change = (client: Caller['client'], body: { name?: string; memberIds?: number[] }) =>
    client.department.updateDepartment({ params: { departmentId }, body })
  await expect(change(ada.client, { name: 'X' })).rejects.toMatchObject({ code: 'department_not_found' })
  await expect(change(ben.client, { name: 'X' })).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(change(owner, { memberIds: [999_999] })).rejects.toMatchObject({
    code: 'department_member_unknown',
  })
  await change(owner, { memberIds: [] })
  expect((await owner.department.listDepartments()).departments[0]?.memberIds).toEqual([])
})
