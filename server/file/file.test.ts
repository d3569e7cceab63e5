import { access, mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileView } from '../../domain/file/endpoints.ts'
import { type Caller, type TestApp, testApp } from '../../test/support/app.ts'
import { removeLooseFiles } from './actions.ts'

let app: TestApp
let moment = Date.now()

beforeAll(async () => {
  app = await testApp({ now: () => new Date(moment) })
})
afterAll(() => app.close())

let counter = 0
const key = () => `file-key-${++counter}`

async function upload(who: Caller, text = 'hello'): Promise<FileView & { error?: { code: string } }> {
  const path = who.headers.authorization === undefined ? '/api/files' : '/api/widget/files'
  const answer = await fetch(`${app.url}${path}?name=note.txt`, {
    method: 'POST',
    headers: who.headers,
    body: text,
  })
  return answer.json() as Promise<FileView & { error?: { code: string } }>
}

function send(who: Caller, files: string[]) {
  return who.client.widget.sendMessage({ body: { key: key(), text: '', files } })
}

function isThere(id: string): Promise<boolean> {
  return access(join(app.config.dataDir, 'files', id.slice(0, 2), id)).then(
    () => true,
    () => false,
  )
}

test("a visitor's file goes with their message, once", async () => {
  const visitor = await app.visitor()
  const file = await upload(visitor)
  const { conversation } = await send(visitor, [file.id])
  const { messages } = await visitor.client.widget.listVisitorMessages({
    params: { conversation },
    query: {},
  })
  expect(messages.at(-1)?.files).toMatchObject([{ id: file.id, name: 'note.txt', size: 5 }])
  await expect(send(visitor, [file.id])).rejects.toMatchObject({ code: 'file_used' })
})

test('nobody sends a file that somebody else uploaded; then the message is not sent at all', async () => {
  const [visitor, other] = [await app.visitor(), await app.visitor()]
  const mine = await upload(visitor)
  for (const theirs of [await upload(other), await upload(app.owner)]) {
    await expect(send(visitor, [mine.id, theirs.id])).rejects.toMatchObject({ code: 'file_used' })
  }
  const { conversations } = await visitor.client.widget.listVisitorConversations()
  expect(conversations).toEqual([])
  await send(visitor, [mine.id])
})

test('of two messages with the same file at once, one is sent', async () => {
  const visitor = await app.visitor()
  const file = await upload(visitor)
  const sent = await Promise.allSettled([send(visitor, [file.id]), send(visitor, [file.id])])
  expect(sent.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('files that no message took are gone after a day, and those of messages stay', async () => {
  const visitor = await app.visitor()
  const [kept, loose] = [await upload(visitor), await upload(visitor)]
  await send(visitor, [kept.id])
  moment += 23 * 3_600_000
  const young = await upload(visitor)
  await removeLooseFiles(app.platform)
  expect(await Promise.all([kept, loose, young].map((file) => isThere(file.id)))).toEqual([true, true, true])
  moment += 2 * 3_600_000
  await removeLooseFiles(app.platform)
  expect(await Promise.all([kept, loose, young].map((file) => isThere(file.id)))).toEqual([true, false, true])
  expect((await fetch(`${app.url}/api/files/${loose.id}`)).status).toBe(404)
})

test('what a crash left half received is gone after a day too', async () => {
  const folder = join(app.config.dataDir, 'files', 'incoming')
  await mkdir(folder, { recursive: true })
  const [old, young] = [join(folder, 'old'), join(folder, 'young')]
  for (const path of [old, young]) await writeFile(path, 'half')
  await utimes(old, new Date(moment), new Date(moment - 25 * 3_600_000))
  await utimes(young, new Date(moment), new Date(moment - 3_600_000))
  await removeLooseFiles(app.platform)
  await expect(access(old)).rejects.toThrow()
  await access(young)
})

test('strangers, blocked customers and channels without uploads are refused', async () => {
  const stranger = app.anybody()
  stranger.headers.authorization = 'Bearer nobody'
  expect((await upload(stranger)).error?.code).toBe('visitor_unknown')
  expect((await upload(app.anybody())).error?.code).toBe('sign_in_needed')

  const visitor = await app.visitor({ name: 'Rude' })
  const { customers } = await app.owner.client.customer.listCustomers({ query: { text: 'Rude' } })
  const customerId = customers[0]?.id ?? 0
  await app.owner.client.customer.blockCustomer({ params: { customerId }, body: { reason: 'Insults' } })
  expect((await upload(visitor)).error?.code).toBe('customer_blocked')

  const other = await app.visitor()
  const update = (uploads: boolean) =>
    app.owner.client.channel.updateChannel({
      params: { channelId: app.channelId },
      body: { settings: { uploads } },
    })
  await update(false)
  expect((await upload(other)).error?.code).toBe('uploads_off')
  await update(true)
})

test('one visitor cannot fill the disk in minutes; another still sends', async () => {
  const visitor = await app.visitor()
  const answers: (string | undefined)[] = []
  for (let turn = 0; turn < 61; turn++) answers.push((await upload(visitor)).error?.code)
  expect(answers.filter((code) => code !== undefined)).toEqual(['too_many_requests'])
  expect((await upload(await app.visitor())).error).toBeUndefined()
})

test('a file of a message that was taken back is not answered any more', async () => {
  const visitor = await app.visitor()
  const file = await upload(visitor)
  const messageKey = key()
  const { conversation } = await visitor.client.widget.sendMessage({
    body: { key: messageKey, text: '', files: [file.id] },
  })
  await visitor.client.widget.recallVisitorMessage({ params: { conversation, key: messageKey } })
  expect((await fetch(`${app.url}/api/files/${file.id}`)).status).toBe(404)
})
