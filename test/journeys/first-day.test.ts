import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../server/platform/config.ts'
import { prepareJobs } from '../../server/platform/jobs/jobs.ts'
import { type Running, startOn } from '../../server/start.ts'
import { freshDatabase } from '../support/cluster.ts'
import { makeDataDir, removeDataDir, silent } from '../support/throw-away.ts'
import { openChromium } from './support/browser.ts'
import { line, openRow, say } from './support/hands.ts'
import { prove } from './support/proof.ts'
import { leave, sit } from './support/stage.ts'

const dataDir = makeDataDir()
let running: Running
let browser: Browser
beforeAll(async () => {
  const database = await freshDatabase()
  await prepareJobs(database.pool)
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, BUILD_SCREENS: 'no' })
  running = await startOn({ ...database, close: database.drop }, config, silent, {
    checkReplies: true,
    now: () => new Date(),
  })
  browser = await openChromium()
})
afterEach(({ task }) => leave(browser, task.result?.state === 'fail' ? task.name : null))
afterAll(async () => {
  await browser?.close()
  await running?.stop()
  await removeDataDir(dataDir)
})

test('from the printed address to the first talk, and in again the next day', async () => {
  const url = `http://127.0.0.1:${running.port}`
  const context = await sit(browser)
  const page = await context.newPage()
  await page.goto(`${url}/setup#token=${running.setupToken}`)
  await page.getByLabel('Your name').fill('Olive')
  await page.getByLabel('E-mail').fill('olive@lantern.example')
  await page.getByLabel('Password').fill('three small lanterns')
  await page.getByLabel('Brand name').fill('Lantern')
  await page.getByLabel('Shop name').fill('Lantern Home')
  await prove(page, 'first-day-1-set-up')
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByText('It is ready').waitFor()
  await page.getByText('data-channel=').waitFor()
  await prove(page, 'first-day-2-tag')

  const [window] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Try the window' }).click(),
  ])
  await say(window, 'Does it work?')
  await window.getByText('Delivered').waitFor()
  await prove(window, 'first-day-3-window')
  await page.getByRole('button', { name: 'Go to the inbox' }).click()
  await page.getByRole('link', { name: /Queue/ }).click()
  await openRow(page, 'Does it work?')
  await line(page, 'Does it work?').waitFor()

  await page.getByRole('button', { name: 'Your menu: Olive' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  await page.getByLabel('E-mail').fill('olive@lantern.example')
  await page.getByLabel('Password').fill('three small lanterns')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Your menu: Olive' }).waitFor()

  const late = await (await sit(browser)).newPage()
  await late.goto(`${url}/setup#token=${running.setupToken}`)
  await late.getByText('Shopdesk is set up already').waitFor()
  expect(await late.getByLabel('Your name').count()).toBe(0)
})
