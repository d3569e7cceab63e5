import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'

let app: TestApp
let ada: Caller & { staffId: number }
let sue: Caller & { staffId: number }
let stranger: Caller & { staffId: number }
let otherBrandId: number
let returns: number
let theirs: number

beforeAll(async () => {
  app = await testApp()
  const { client } = app.owner
  otherBrandId = (await client.brand.createBrand({ body: { name: 'Harbour' } })).brandId
  ada = await app.staff('Ada', 'agent', { brandId: app.brandId })
  sue = await app.staff('Sue', 'supervisor', { brandId: app.brandId })
  stranger = await app.staff('Sam', 'supervisor', { brandId: otherBrandId })
  const name = { 'zh-CN': '退货', en: 'Returns' }
  returns = (await sue.client.skill.createSkill({ body: { brandId: app.brandId, name } })).skillId
  const body = { brandId: otherBrandId, name: { en: 'Sailing' } }
  theirs = (await stranger.client.skill.createSkill({ body })).skillId
})
afterAll(() => app.close())

const held = { skillId: 0, level: 3, since: '2026-01-01', until: null }
const set = (who: Caller, body: Parameters<Caller['client']['skill']['setStaffSkills']>[0]['body']) =>
  who.client.skill.setStaffSkills({ params: { staffId: ada.staffId }, body })
const skillsOf = async (who: Caller) =>
  (await who.client.skill.listStaffSkills()).people.find((one) => one.staffId === ada.staffId)

test('skills and languages are set as a whole, as often as one likes', async () => {
  const body = {
    skills: [{ ...held, skillId: returns, until: '2026-12-31' }],
    languages: [
      { language: 'zh-CN', level: 5, testedOn: null },
      { language: 'en', level: 3, testedOn: '2026-02-01' },
    ],
  }
  await set(sue, body)
  await set(sue, body)
  expect(await skillsOf(ada)).toEqual({ staffId: ada.staffId, ...body })
  const fewer = { skills: [], languages: body.languages.slice(0, 1) }
  await set(sue, fewer)
  expect(await skillsOf(ada)).toEqual({ staffId: ada.staffId, ...fewer })
})

test('two lists at once: one of them wins whole', async () => {
  const lists = [1, 5].map((level) => ({
    skills: [{ ...held, skillId: returns, level }],
    languages: [{ language: 'en', level, testedOn: null }],
  }))
  for (let round = 0; round < 5; round++) {
    await Promise.all(lists.map((body) => set(sue, body)))
    expect(lists).toContainEqual((({ staffId: _, ...rest }) => rest)((await skillsOf(sue)) ?? { staffId: 0 }))
  }
})

test('skills of a brand out of sight stay, and cannot be given', async () => {
  await set(app.owner, { skills: [{ ...held, skillId: theirs }], languages: [] })
  await expect(set(sue, { skills: [{ ...held, skillId: theirs }], languages: [] })).rejects.toMatchObject({
    code: 'skill_not_found',
  })
  await set(sue, { skills: [{ ...held, skillId: returns }], languages: [] })
  const all = (await skillsOf(app.owner))?.skills.map((skill) => skill.skillId)
  expect(all).toEqual([returns, theirs])
  expect((await skillsOf(sue))?.skills.map((skill) => skill.skillId)).toEqual([returns])
})

test('a list that contradicts itself is refused, and nothing changes', async () => {
  const before = await skillsOf(app.owner)
  const one = { ...held, skillId: returns }
  await expect(set(sue, { skills: [one, one], languages: [] })).rejects.toMatchObject({
    code: 'skill_named_twice',
  })
  await expect(set(sue, { skills: [{ ...one, until: '2025-12-31' }], languages: [] })).rejects.toMatchObject({
    code: 'skill_dates_crossed',
  })
  expect(await skillsOf(app.owner)).toEqual(before)
})

test('another brand neither sees nor changes skills or people; a skill of all brands needs a wide role', async () => {
  const names = (await stranger.client.skill.listSkills()).skills.map((skill) => skill.name.en)
  expect(names).toEqual(['Sailing'])
  expect(await skillsOf(stranger)).toBeUndefined()
  await expect(set(stranger, { skills: [], languages: [] })).rejects.toMatchObject({
    code: 'presence_not_found',
  })
  const rename = { params: { skillId: returns }, body: { name: { en: 'Mine' } } }
  await expect(stranger.client.skill.updateSkill(rename)).rejects.toMatchObject({ code: 'skill_not_found' })
  await expect(sue.client.skill.createSkill({ body: { name: { en: 'Calm' } } })).rejects.toMatchObject({
    code: 'not_allowed',
  })
  await sue.client.skill.updateSkill({ params: { skillId: returns }, body: { archived: true } })
  const skill = (await ada.client.skill.listSkills()).skills.find((one) => one.id === returns)
  expect(skill?.archived).toBe(true)
})
