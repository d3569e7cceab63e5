import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insist } from '../../cli/wire/insist.ts'
import { type OwnServer, startOwnServer } from '../../cli/wire/own-server.ts'
import { setUp } from '../../cli/wire/set-up.ts'
import { joinDatabase } from '../../server/platform/postgres/database.ts'
import { allReaders } from '../../server/readers.ts'
import { caller } from '../support/app.ts'
import { listenAsStaff } from '../support/socket.ts'
import { makeDataDir, removeDataDir, silent } from '../support/throw-away.ts'
import { password, Talking } from './talking.ts'

const minute = 60_000
const env = { LOG_LEVEL: 'silent' }
const [first, second] = [makeDataDir(), makeDataDir()]
let server: OwnServer

beforeAll(async () => {
  server = await startOwnServer({ dataDir: first, env })
}, 2 * minute)
afterAll(async () => {
  await server.remove()
  await Promise.all([removeDataDir(first), removeDataDir(second)])
}, minute)

const run = (dataDir: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../cli/main.ts'), ...args], {
    env: { ...process.env, ...env, DATA_DIR: dataDir },
  })

test(
  'a backup taken while people talk, restored elsewhere, hides nothing and shows nothing twice',
  async () => {
    const founded = await setUp(server, {
      owner: { name: 'Bao', email: 'bao@desk.example', password, language: 'en' },
      brand: { name: 'Keep' },
      shop: { name: 'Keep', timeZone: 'Asia/Shanghai', languages: ['en'] },
    })
    const talking = new Talking(server.base, founded)
    const talks = await talking.start(5)
    await talking.acknowledged(40)
    const before = talks.map((talk) => [...talk.lines])
    const file = join(first, 'backup.tar.gz')
    await run(first, 'backup', file)
    await talking.finish()
    const old = await founded.owner.client.conversation.listConversations({ query: { view: 'all' } })
    await server.stop()

    await run(second, 'restore', file)
    server = await startOwnServer({ dataDir: second, env, port: Number(new URL(server.base).port) })

    for (const [index, talk] of talks.entries()) {
      const there = await talking.lines(talk)
      expect(there.staff).toEqual(there.visitor)
      expect(there.staff).toEqual(expect.arrayContaining(before[index] ?? []))
      expect(talk.lines).toEqual(expect.arrayContaining(there.staff))
      expect(new Set(there.staff.map(({ seq }) => seq)).size).toBe(there.staff.length)
    }

    const again = await founded.owner.client.conversation.listConversations({ query: { view: 'all' } })
    expect(epochOf(again.position)).toBeGreaterThan(epochOf(old.position))
    const owner = caller(server.base)
    owner.headers.cookie = founded.owner.wire.cookie()
    const listener = await listenAsStaff(server.base, owner, { since: old.position })
    const reset = await listener.next('reset')
    expect(epochOf(reset.position)).toBe(epochOf(again.position))

    // Talks go on where the backup was taken, and who listens hears of it.
    for (const [index, talk] of talks.entries()) {
      listener.send({ type: 'watch', conversationId: talk.conversationId, since: again.position })
      const body = { key: `restored-${index}`, text: `after the restore ${index}` }
      await insist(() => talk.visitor.client.sendMessage({ body }))
      await listener.next('events', ({ events }) => events.some(({ message }) => message?.text === body.text))
    }
    await listener.leave()
    await expect.poll(readersAreDone, { timeout: minute }).toBe(true)
    expect(await unevenLines()).toEqual([])
  },
  4 * minute,
)

function epochOf(position: string): number {
  return Number(position.split('.')[0])
}

async function readersAreDone(): Promise<boolean> {
  const reply = await fetch(`${server.base}/readyz`)
  const { readers } = (await reply.json()) as { readers: Record<string, number> }
  return allReaders.every(({ name }) => readers[name] === 0)
}

/** Lines without exactly one event, and events without their line. */
async function unevenLines(): Promise<unknown[]> {
  const config = { dataDir: second, databaseUrl: undefined, databasePool: 2 }
  const database = await joinDatabase(config, silent)
  try {
    const { rows } = await database.pool.query(`
      select m.id, e.id as event from message m
      full join (
        select (data->>'messageId')::bigint as id from event where name = 'message.appended'
      ) e on e.id = m.id
      group by m.id, e.id having m.id is null or e.id is null or count(*) <> 1`)
    return rows
  } finally {
    await database.close()
  }
}
