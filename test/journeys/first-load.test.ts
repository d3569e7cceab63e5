import { expect, test } from 'vitest'
import { firstScreenFiles, lateFiles } from '../../bench/first-screen.ts'
import { screensFolder } from '../../server/platform/front/build.ts'
import { row } from './support/hands.ts'
import { openStage } from './support/stage.ts'

const stage = openStage()

test('a browser loads before the inbox stands just what the bench counts, compressed', async () => {
  const ida = await stage.app.staff('Ida', 'agent')
  const customer = await stage.app.visitor({ name: 'Reader' })
  await customer.client.widget.sendMessage({ body: { key: 'first-load-1', text: 'Is anybody there?' } })
  const inbox = await stage.console(ida, '/profile')
  const loaded = new Map<string, number>()
  const wire = await inbox.context().newCDPSession(inbox)
  await wire.send('Network.enable')
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true })
  const paths = new Map<string, string>()
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    const { pathname } = new URL(response.url)
    paths.set(requestId, pathname.startsWith('/assets/') ? pathname.slice(1) : 'index.html')
    if (!pathname.startsWith('/assets/') && pathname !== '/inbox/all') paths.delete(requestId)
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId)
    if (path !== undefined && !path.endsWith('.svg')) loaded.set(path, encodedDataLength)
  })
  await inbox.goto(`${stage.app.url}/inbox/all`)
  await row(inbox, 'Is anybody there?').waitFor()
  const counted = firstScreenFiles(`${screensFolder}/console`)
  await expect.poll(() => counted.filter((file) => !loaded.has(file))).toEqual([])
  // What a conversation needs follows once the list stands; a browser in no hurry has begun with it already.
  const late = lateFiles(`${screensFolder}/console`)
  expect([...loaded.keys()].filter((file) => !counted.includes(file) && !late.includes(file))).toEqual([])
  const kilobytes = counted.reduce((sum, file) => sum + (loaded.get(file) ?? 0), 0) / 1000
  console.info(`first screen over the wire: ${kilobytes.toFixed(0)} kB in ${counted.length} files`)
  expect(kilobytes).toBeLessThan(450)
})
