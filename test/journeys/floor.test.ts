import { beforeAll, expect, test } from 'vitest'
import { phone } from './support/browser.ts'
import { type BusyFloor, fillFloor } from './support/busy-floor.ts'
import { line } from './support/hands.ts'
import { prove } from './support/proof.ts'
import { openStage } from './support/stage.ts'

const stage = openStage()
let busy: BusyFloor
beforeAll(async () => {
  busy = await fillFloor(stage.app)
}, 120_000)

test('a lead sees who waits and who is there, looks into a talk, leaves a note and takes it over', async () => {
  const floor = await stage.console(busy.lead, '/floor')
  const agents = floor.getByRole('region', { name: 'Agents' })
  await agents.getByRole('button', { name: '李小满', exact: true }).waitFor()
  await floor.getByRole('region', { name: 'Waiting' }).getByRole('table').waitFor()
  await floor.getByText('Came in').waitFor()
  await prove(floor, 'floor-1-floor')
  await agents.getByRole('button', { name: '李小满', exact: true }).click()
  const side = floor.getByRole('complementary', { name: 'Looked into' })
  const talk = side.locator('a[data-gone]').first()
  await talk.waitFor()
  await prove(floor, 'floor-2-talks')
  await talk.click()
  await side.getByLabel(/^Note to 李小满/).fill('先安抚，再查物流')
  await side.getByLabel(/^Note to 李小满/).press('Enter')
  await line(floor, '先安抚，再查物流').waitFor()
  await prove(floor, 'floor-3-look-in')
  await side.getByRole('button', { name: 'Take over' }).click()
  await floor.getByText('You have it now').waitFor()
  await side.getByRole('button', { name: 'Close' }).click()
  await side.waitFor({ state: 'detached' })
})

test('a lead ends a break, pauses somebody, and moves several conversations at once and back', async () => {
  const floor = await stage.console(busy.lead, '/floor')
  const agents = floor.getByRole('region', { name: 'Agents' })
  await agents.getByRole('button', { name: 'What to do about 陈静' }).click()
  await floor.getByRole('menuitem', { name: 'End the break' }).click()
  await floor.getByText('陈静 is online').waitFor()
  await agents.getByRole('row', { name: /陈静/ }).getByText('Online').waitFor()
  await agents.getByRole('button', { name: 'What to do about 王磊' }).click()
  await floor.getByRole('menuitem', { name: 'Pause' }).click()
  await agents.getByRole('row', { name: /王磊/ }).getByText('Paused').waitFor()

  await agents.getByRole('button', { name: 'Diego Ramos', exact: true }).click()
  const side = floor.getByRole('complementary', { name: 'Looked into' })
  await side.getByRole('checkbox', { name: /conversations$/ }).check()
  await side.getByRole('button', { name: /^Move \d/ }).click()
  const sheet = floor.getByRole('dialog')
  await sheet.getByRole('combobox', { name: 'Person' }).fill('Emma')
  await floor.locator('.ant-select-item-option', { hasText: 'Emma Clarke' }).click()
  await prove(floor, 'floor-11-move')
  await sheet.getByRole('button', { name: 'Move' }).click()
  await floor.getByText(/conversations moved/).waitFor()
  await side.getByText('Nothing here').waitFor()
  await floor.getByRole('button', { name: 'Undo' }).last().click()
  await side.locator('a[data-gone]').first().waitFor()
})

test('the floor on a wall, in both languages and themes, and Esc leaves it', async () => {
  const floor = await stage.console(busy.lead, '/floor')
  await floor.getByRole('region', { name: 'Agents' }).getByRole('table').waitFor()
  await floor.keyboard.press('f')
  await floor.getByRole('heading', { name: 'Floor' }).waitFor()
  await floor.getByRole('button', { name: 'Leave the wall-board' }).waitFor()
  await prove(floor, 'floor-4-wall')
  await floor.keyboard.press('Escape')
  await floor.getByRole('region', { name: 'Agents' }).waitFor()

  await busy.lead.client.staff.updateMe({ body: { language: 'zh-CN' } })
  const dark = { language: 'zh-CN', colorScheme: 'dark' } as const
  const wall = await stage.console(busy.lead, '/floor/wall', dark)
  await wall.getByText('最长等待').waitFor()
  await prove(wall, 'floor-5-wall-zh-dark')
  await wall.goto(`${stage.app.url}/floor`)
  await wall.getByRole('region', { name: '客服' }).getByRole('table').waitFor()
  await prove(wall, 'floor-6-zh-dark')
  await busy.lead.client.staff.updateMe({ body: { language: 'en' } })
})

test('the floor and the day fit a phone', async () => {
  const floor = await stage.console(busy.lead, '/floor', phone)
  await floor.getByRole('region', { name: 'Agents' }).getByRole('table').waitFor()
  await prove(floor, 'floor-7-phone')
  expect(await floor.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  const [agent] = busy.agents
  if (!agent) return
  const day = await stage.console(agent, '/day', phone)
  await day.getByText('Promised').waitFor()
  await prove(day, 'floor-8-phone-day')
  expect(await day.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
})

test('an agent begins with their day', async () => {
  const [agent] = busy.agents
  if (!agent) return
  const day = await stage.console(agent, '/')
  await day.getByText('物流查到后回电告知客户').waitFor()
  await day.getByText('Conversations served').waitFor()
  await prove(day, 'floor-9-day')
  await agent.client.staff.updateMe({ body: { language: 'zh-CN' } })
  const chinese = await stage.console(agent, '/day', { language: 'zh-CN', colorScheme: 'dark' })
  await chinese.getByText('接待量').waitFor()
  await prove(chinese, 'floor-10-day-zh-dark')
  await chinese.getByRole('button', { name: '已兑现' }).click()
  await chinese.getByText('物流查到后回电告知客户').waitFor({ state: 'detached' })
  await agent.client.staff.updateMe({ body: { language: 'en' } })
})
