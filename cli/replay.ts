import { parseArgs } from 'node:util'
import type { BuiltInRoleKey } from '../domain/staff/roles.ts'
import { readRecorded } from './replay/recorded.ts'
import { inParallel, type ReplayReport, replay } from './replay/run.ts'
import { startOwnServer } from './wire/own-server.ts'
import { setUp } from './wire/set-up.ts'
import { type Colleague, hire, signIn } from './wire/staff.ts'

const usage = `npm run replay -- FILE [--agents 20] [--parallel 40] [--limit N]
    starts a server of its own, replays the recorded talks and checks what is there afterwards
  --keep                         keeps that server's data and says where
  --url http://… --email E       replays against a server that runs; the password of this administrator
                                 is read from SHOPDESK_PASSWORD, and the first open channel is used`

/** Where a replay is played. */
interface Theatre {
  readonly base: string
  readonly admin: Colleague
  readonly channelKey: string
  close(): Promise<void>
}

const password = 'replayed-talks-2026'

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      email: { type: 'string' },
      keep: { type: 'boolean', default: false },
      agents: { type: 'string', default: '20' },
      parallel: { type: 'string', default: '40' },
      limit: { type: 'string' },
    },
  })
  const file = positionals[0]
  if (!file) {
    console.error(usage)
    return 1
  }
  const recorded = readRecorded(file).slice(0, values.limit ? Number(values.limit) : undefined)
  const theatre = values.url ? await visit(values.url, values.email ?? '') : await openOwn(values.keep)
  try {
    const agents = await hireAgents(theatre.admin, Number(values.agents))
    const { base, channelKey } = theatre
    const parallel = Number(values.parallel)
    const onProgress = (ended: number) => {
      if (ended % 100 === 0) console.log(`${ended} of ${recorded.length} sessions`)
    }
    return print(await replay({ base, channelKey, recorded, agents, parallel, onProgress }), recorded.length)
  } finally {
    await theatre.close()
  }
}

async function openOwn(keep: boolean): Promise<Theatre> {
  const server = await startOwnServer()
  const close = async () => {
    if (!keep) return server.remove()
    await server.stop()
    console.log(`The data are kept in ${server.dataDir}.`)
  }
  try {
    const founded = await setUp(server, {
      owner: { name: 'Replay', email: 'owner@replay.example', password, language: 'en' },
      brand: { name: 'Replay' },
      shop: { name: 'Replay', timeZone: 'Asia/Shanghai', languages: ['zh-CN', 'en'] },
    })
    return { base: server.base, admin: founded.owner, channelKey: founded.channelKey, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function visit(url: string, email: string): Promise<Theatre> {
  const base = new URL(url).origin
  const admin = await signIn(base, email, process.env.SHOPDESK_PASSWORD ?? '')
  const { channels } = await admin.client.channel.listChannels()
  const channel = channels.find((one) => !one.archived)
  if (!channel) throw new Error('There is no open channel on this server.')
  return { base, admin, channelKey: channel.key, close: async () => undefined }
}

async function hireAgents(admin: Colleague, count: number): Promise<Colleague[]> {
  const agents: Colleague[] = []
  const stamp = Date.now().toString(36)
  await inParallel([...Array(count).keys()], 4, async (index) => {
    const role: BuiltInRoleKey = 'agent'
    const name = `Agent ${index + 1}`
    const email = `agent-${stamp}-${index + 1}@replay.example`
    const person = { name, email, password, language: 'zh-CN', role } as const
    agents.push(await hire(admin, person, { address: `10.255.${index >> 8}.${index & 255}` }))
  })
  return agents
}

/** Prints what came of it; answers the exit code. */
function print(report: ReplayReport, wanted: number): number {
  const { measured, seconds, messages, talks } = report
  console.log(`${(messages / seconds).toFixed(0)} messages/s over ${seconds.toFixed(1)} s`)
  console.log(`send -> acknowledged:          ${measured.acknowledged}`)
  console.log(`send -> on the other's socket: ${measured.seen}`)
  console.log(`first message -> agent has it: ${measured.found}`)
  const { unreached, limited } = measured.repeats
  if (unreached + limited > 0) console.log(`repeated: ${unreached} unreached, ${limited} limited`)
  if (report.faults.length === 0 && talks === wanted) {
    console.log(`replay: ${talks} sessions, ${messages} messages, all there once and in order`)
    return 0
  }
  for (const fault of report.faults.slice(0, 50)) console.error(fault)
  console.error(`replay: ${report.faults.length} differences in ${wanted} sessions`)
  return 1
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
process.exitCode = await main()
