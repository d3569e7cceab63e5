import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OwnServer, startOwnServer } from '../../cli/wire/own-server.ts'
import { setUp } from '../../cli/wire/set-up.ts'
import { openStaffSocket, signIn } from '../../cli/wire/staff.ts'
import { enterAsVisitor } from '../../cli/wire/visitor.ts'
import { findBinaries } from '../../server/platform/postgres/binaries.ts'
import { ensureCluster } from '../../server/platform/postgres/initdb.ts'
import { findPlace, type Place } from '../../server/platform/postgres/place.ts'
import { type Postmaster, startPostmaster } from '../../server/platform/postgres/postmaster.ts'
import { makeDataDir, silent } from '../support/throw-away.ts'

/** A PostgreSQL as an operator has it: on TCP, with a password, and a role that owns just its own database. */
let place: Place
let postgres: Postmaster
let env: Record<string, string>
const dataDir = makeDataDir()
const servers: OwnServer[] = []

beforeAll(async () => {
  place = findPlace(makeDataDir())
  const port = await freePort()
  const binaries = findBinaries(place)
  await ensureCluster(place, binaries, 'postgres')
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: place.socket,
    fsync: 'off',
  }
  postgres = await startPostmaster(place, binaries, settings, silent)
  const root = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: place.password })
  await root.connect()
  await root.query(`create role shopdesk login password 'a:secret/word'`)
  await root.query(
    `create database shopdesk owner shopdesk template template0 encoding 'UTF8' locale 'C.UTF-8'`,
  )
  await root.end()
  const password = encodeURIComponent('a:secret/word')
  env = { DATABASE_URL: `postgres://shopdesk:${password}@127.0.0.1:${port}/shopdesk`, SECRET: 's'.repeat(40) }
})

afterAll(async () => {
  for (const server of servers) await server.remove()
  await postgres?.stop()
  rmSync(place.home, { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

async function start(): Promise<OwnServer> {
  const server = await startOwnServer({ dataDir, env })
  servers.push(server)
  return server
}

test('on a PostgreSQL of the operator’s own it is set up, restarted, and served by two processes at once', async () => {
  const first = await start()
  const email = 'ida@lantern.example'
  const password = 'seven lanterns in a row'
  const { channelKey, owner } = await setUp(first, {
    owner: { name: 'Ida', email, password, language: 'en' },
    brand: { name: 'Lantern' },
    shop: { name: 'Lantern Home', timeZone: 'Asia/Shanghai', languages: ['en'] },
  })
  const visitor = await enterAsVisitor(first.base, { channelKey, onPush: () => {} })
  const { conversation } = await visitor.client.sendMessage({
    body: { key: 'own-database-1', text: 'Before the restart' },
  })
  await first.stop()
  await first.start()
  expect(first.setUpToken()).toBeNull()

  // Not refused as on an embedded database: any number of processes may serve this one.
  const second = await start()
  const there = await signIn(second.base, email, password)
  const { conversations } = await there.client.conversation.listConversations({ query: { view: 'all' } })
  expect(conversations).toHaveLength(1)
  const conversationId = conversations[0]?.id ?? 0
  const read = () => there.client.message.listMessages({ params: { conversationId }, query: {} })
  const { messages, position } = await read()
  expect(messages.map(({ text }) => text)).toEqual(['Before the restart'])

  const heard: string[] = []
  const socket = await openStaffSocket(there, (push) => {
    if (push.type === 'events') for (const { message } of push.events) heard.push(message?.text ?? '')
  })
  socket.watch(conversationId, position)
  await visitor.client.sendMessage({
    body: { key: 'own-database-2', text: 'From the other process', opens: false },
  })
  await expect.poll(() => heard, { timeout: 10_000 }).toContain('From the other process')

  // And the sign-in of one holds at the other.
  const { staffId } = await owner.client.staff.getMe()
  expect(staffId).toBe(there.staffId)
  expect(conversation).toMatch(/^[0-9a-f]{32}$/)
  visitor.socket.close()
  socket.close()
})
