import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insist } from '../../cli/wire/insist.ts'
import { type OwnServer, startOwnServer } from '../../cli/wire/own-server.ts'
import { type Founded, setUp } from '../../cli/wire/set-up.ts'
import { findPlace } from '../../server/platform/postgres/place.ts'
import { allReaders } from '../../server/readers.ts'
import { makeDataDir, removeDataDir } from '../support/throw-away.ts'
import { password, Talking } from './talking.ts'

const rounds = 20
const minute = 60_000

let server: OwnServer
let founded: Founded
const dataDir = makeDataDir()

beforeAll(async () => {
  server = await startOwnServer({ dataDir, env: { LOG_LEVEL: 'silent' } })
  founded = await setUp(server, {
    owner: { name: 'Kim', email: 'kim@desk.example', password, language: 'en' },
    brand: { name: 'Kill' },
    shop: { name: 'Kill', timeZone: 'Asia/Shanghai', languages: ['en'] },
  })
}, 2 * minute)
afterAll(async () => {
  await server.remove()
  await removeDataDir(dataDir)
}, minute)

function killDatabase(): void {
  const file = join(findPlace(dataDir).data, 'postmaster.pid')
  process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGKILL')
}

interface Readiness {
  ready: boolean
  readers: Record<string, number>
}

/** What `/readyz` says; null while nobody answers. */
async function readiness(): Promise<Readiness | null> {
  return fetch(`${server.base}/readyz`).then(
    (reply) => reply.json() as Promise<Readiness>,
    () => null,
  )
}

test(
  'server and database are killed twenty times in the middle of talks: every acknowledged message is there once, in order',
  async () => {
    const talking = new Talking(server.base, founded)
    const talks = await talking.start(6)
    const [counts = []] = fc.sample(
      fc.array(fc.integer({ min: 4, max: 30 }), { minLength: rounds, maxLength: rounds }),
      { numRuns: 1, seed: 4 },
    )
    for (const [round, count] of counts.entries()) {
      await talking.acknowledged(talking.count + count)
      if (round % 2 === 0) {
        await server.kill()
        await server.start()
      } else {
        killDatabase()
      }
    }
    await talking.acknowledged(talking.count + 20)
    await talking.finish()
    for (const talk of talks) expect(await talking.differences(talk)).toEqual([])

    const lag = async () => {
      const readers = (await readiness())?.readers ?? {}
      return Math.max(...allReaders.map(({ name }) => readers[name] ?? Number.POSITIVE_INFINITY))
    }
    await expect.poll(lag, { timeout: minute }).toBe(0)
    expect(await readiness()).toMatchObject({ ready: true })
  },
  6 * minute,
)

test(
  'told to end, the server answers what is under way and ends with 0',
  async () => {
    const talking = new Talking(server.base, founded)
    await talking.start(3)
    await talking.acknowledged(talking.count + 10)
    const visitor = await talking.visitor()
    const under = Array.from({ length: 10 }, (_, n) =>
      visitor.client.sendMessage({ body: { key: `draining-${n}0`, text: `line ${n}` } }).then(
        () => 'answered',
        (error) => error.status,
      ),
    )
    await under[0]
    await server.stop()
    // Either answered, or not taken at all: then nothing of it is there and the client tries again.
    for (const outcome of await Promise.all(under)) expect(['answered', 0, 503]).toContain(outcome)
    expect(server.exitCode()).toBe(0)
    await server.start()
    await talking.finish()
    for (const talk of talking.talks) expect(await talking.differences(talk)).toEqual([])
    const { conversations } = await visitor.client.listVisitorConversations()
    const answered = (await Promise.all(under)).filter((one) => one === 'answered').length
    expect(conversations[0]?.lastSeq).toBeGreaterThanOrEqual(answered)
    await insist(() => visitor.client.sendMessage({ body: { key: 'after-drain', text: 'again' } }))
  },
  3 * minute,
)
