import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type OwnServer, startOwnServer } from '../cli/wire/own-server.ts'
import { type Founded, setUp } from '../cli/wire/set-up.ts'
import type { SocketConnection } from '../server/platform/postgres/embedded.ts'
import { fillBare } from './bare-data.ts'
import { addressOf, type Cluster, startCluster } from './cluster.ts'
import { type DataSize, fillProduct, type Place, visitorToken } from './data-set.ts'
import { type LoadDriver, startLoadDriver } from './load.ts'

/** Everything that a measurement needs: both servers on one PostgreSQL, filled, and the load driver. */
export interface BenchStage {
  readonly server: OwnServer
  readonly port: number
  readonly barePort: number
  readonly database: SocketConnection
  readonly founded: Founded
  readonly size: DataSize
  readonly driver: LoadDriver
  /** How often each measurement is repeated; the median counts. */
  readonly runs: number
  /** Waits until every log reader has read all there is. */
  caughtUp(): Promise<void>
  /** Tokens of visitors who have written nothing yet; each is given out once. */
  takeFresh(count: number): string[]
  close(): Promise<void>
}

export interface StageOptions {
  readonly size: DataSize
  readonly runs: number
  readonly say: (line: string) => void
  /** `--cpu-prof` and the like, for the product's server. */
  readonly nodeOptions?: string
}

/** Starts and fills both. With 200,000 conversations that takes two minutes. */
export async function openStage(options: StageOptions): Promise<BenchStage> {
  const { size, say } = options
  const cluster = await startCluster()
  const database = await cluster.createDatabase('product')
  const bare = await openBare(cluster, size)
  const server = await startBenchServer(database, options.nodeOptions)
  const founded = await found(server)
  const place = await moreShops(founded)
  say(`filling ${size.conversations} conversations, ${size.conversations * size.messagesEach} messages`)
  await fillProduct(database, place, size)
  const driver = startLoadDriver()
  let given = size.open
  return {
    server,
    port: Number(new URL(server.base).port),
    barePort: bare.port,
    database,
    founded,
    size,
    driver,
    runs: options.runs,
    caughtUp: () => caughtUp(server.base),
    takeFresh: (count) => {
      if (given + count > size.open + size.fresh) throw new Error('There are not enough fresh visitors.')
      given += count
      return Array.from({ length: count }, (_, n) => visitorToken(given - count + n + 1))
    },
    close: async () => {
      driver.stop()
      bare.stop()
      await server.remove()
      await cluster.remove()
    },
  }
}

/** The product's server on this database; its other data in a temporary folder. */
export function startBenchServer(database: SocketConnection, nodeOptions = ''): Promise<OwnServer> {
  return startOwnServer({ env: { DATABASE_URL: addressOf(database), NODE_OPTIONS: nodeOptions } })
}

/** Sets up an owner, a brand and a shop. */
export function found(server: OwnServer): Promise<Founded> {
  return setUp(server, {
    owner: { name: 'Bench', email: 'owner@bench.example', password: 'measured-often-2026', language: 'en' },
    brand: { name: 'Bench' },
    shop: { name: 'Shop 1', timeZone: 'Asia/Shanghai', languages: ['zh-CN', 'en'] },
  })
}

async function moreShops({ owner, brandId, shopId, channelId }: Founded): Promise<Place> {
  const shops = [{ shopId, channelId }]
  for (const name of ['Shop 2', 'Shop 3', 'Shop 4']) {
    const body = { brandId, name, timeZone: 'Asia/Shanghai', languages: ['zh-CN', 'en'] }
    shops.push(await owner.client.shop.createShop({ body }))
  }
  return { brandId, shops, staffIds: [owner.staffId] }
}

async function openBare(cluster: Cluster, size: DataSize): Promise<{ port: number; stop: () => void }> {
  const database = await cluster.createDatabase('bare')
  await fillBare(database, size.conversations, size.conversations * size.messagesEach)
  const file = fileURLToPath(new URL('./bare.ts', import.meta.url))
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, BARE_DATABASE_URL: addressOf(database) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [printed] = (await once(child.stdout, 'data')) as [Buffer]
  return { port: Number(printed), stop: () => child.kill() }
}

/** Pause between two looks at the readers, in milliseconds. */
const lookEvery = 5

async function caughtUp(base: string): Promise<void> {
  for (;;) {
    const metrics = await (await fetch(`${base}/metrics`)).text()
    const lags = [...metrics.matchAll(/^shopdesk_log_reader_lag(?:\{[^}]*\})? (\S+)$/gm)].map((m) =>
      Number(m[1]),
    )
    if (lags.length === 0) throw new Error('/metrics shows no shopdesk_log_reader_lag.')
    if (lags.every((lag) => lag === 0)) return
    await new Promise((next) => setTimeout(next, lookEvery))
  }
}
